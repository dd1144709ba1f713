import { connect } from 'node:net';

export type TabletRequest = { readonly path: string; readonly token: string; readonly body: string };

/** Each lane is one tablet on a connection of its own; `atMs` is when the request is due, 0 for at once. */
export type TabletPlan = {
  readonly port: number;
  readonly lanes: readonly (readonly { readonly atMs: number; readonly request: TabletRequest }[])[];
};

export type TabletReport = {
  readonly seconds: number;
  /** From when the request was due, or sent where that was earlier than it could be, to the whole answer. */
  readonly latencies: readonly number[];
  readonly failures: readonly string[];
};

type Send = (request: TabletRequest) => Promise<string>;

const text = (port: number, { path, token, body }: TabletRequest): string =>
  [
    `PUT ${path} HTTP/1.1`,
    `host: localhost:${port}`,
    `origin: http://localhost:${port}`,
    `authorization: Upload ${token}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');

/** Plain HTTP/1.1 over one kept connection: the measuring must cost little beside what is measured. */
const openTablet = async (port: number): Promise<{ readonly send: Send; readonly close: () => void }> => {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  let received = '';
  let answered: (answer: string) => void = () => undefined;
  const fail = (): void => answered('HTTP/1.1 000 connection lost');
  socket.on('error', fail);
  socket.on('close', fail);
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    received += chunk;
    const end = received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0);
    if (received.length < end + 4 + length) return;
    const answer = received;
    received = '';
    answered(answer);
  });
  return {
    send: (request) =>
      new Promise((resolve) => {
        answered = resolve;
        socket.write(text(port, request));
      }),
    close: () => socket.destroy(),
  };
};

const sleepUntil = (moment: number): Promise<void> | undefined => {
  const left = moment - performance.now();
  return left > 0 ? new Promise((resolve) => setTimeout(resolve, left)) : undefined;
};

/** Plays every lane at once. A request that is late because the one before it was slow counts from when it was due. */
export const playTablets = async ({ port, lanes }: TabletPlan): Promise<TabletReport> => {
  const tablets = await Promise.all(lanes.map(() => openTablet(port)));
  const latencies: number[] = [];
  const failures: string[] = [];
  const begun = performance.now();
  await Promise.all(
    lanes.map(async (lane, i) => {
      for (const { atMs, request } of lane) {
        const due = begun + atMs;
        if (atMs > 0) await sleepUntil(due);
        const from = atMs > 0 ? due : performance.now();
        const answer = (await tablets[i]?.send(request)) ?? '';
        latencies.push(performance.now() - from);
        if (!answer.startsWith('HTTP/1.1 200')) failures.push(answer.slice(0, 12) + answer.slice(-200));
      }
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  for (const tablet of tablets) tablet.close();
  return { seconds, latencies, failures };
};
