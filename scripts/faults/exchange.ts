import { connect } from 'node:net';
import type { TabletRequest } from '../bench/tablets.ts';

/** A whole answer, or nothing where the connection ended before it was whole. */
export type Answer = { readonly status: number; readonly type: string; readonly body: string };

const ANSWERED_WITHIN_MS = 20_000;

/** As many bytes the same request always is, so that every byte of it can be named. */
export const textOf = (port: number, { path, token, body }: TabletRequest): string =>
  [
    `PUT ${path} HTTP/1.1`,
    `host: localhost:${port}`,
    `origin: http://localhost:${port}`,
    `authorization: Upload ${token}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    '',
    body,
  ].join('\r\n');

const parse = (received: Buffer): Answer | undefined => {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = received.subarray(0, end).toString('latin1');
  const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
  const body = received.subarray(end + 4);
  if (body.length < length) return undefined;
  const type = /content-type: ([^;\r]*)/i.exec(head)?.[1] ?? '';
  return { status: Number(head.split(' ')[1]), type, body: body.toString() };
};

/** One request on a connection of its own. */
export const exchange = (port: number, request: TabletRequest): Promise<Answer | undefined> =>
  new Promise((resolve, reject) => {
    const received: Buffer[] = [];
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    socket.setTimeout(ANSWERED_WITHIN_MS, () => {
      socket.destroy();
      reject(new Error('A request was not answered, nor was its connection ended.'));
    });
    socket.on('data', (chunk: Buffer) => void received.push(chunk));
    // A connection that is reset has given what it gave.
    socket.on('error', () => undefined);
    socket.once('close', () => resolve(parse(Buffer.concat(received))));
    socket.write(textOf(port, request));
  });

/** The one answer there is to what cannot be stored now: nothing is acknowledged, and it may be sent again. */
export const isUnavailable = (answer: Answer | undefined): boolean =>
  answer?.status === 503 &&
  answer.type === 'application/problem+json' &&
  answer.body.includes('"code":"unavailable"');
