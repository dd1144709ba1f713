import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Balancer = {
  readonly port: number;
  readonly close: () => Promise<void>;
};

const LOOK_EVERY_MS = 100;

/** Whether the server on this port says that requests may come. */
export const isReady = async (port: number): Promise<boolean> => {
  try {
    return (await fetch(`http://127.0.0.1:${port}/api/v1/ready`)).ok;
  } catch {
    return false;
  }
};

/**
 * Passes requests on to the servers that are ready, in turn. As simple as a balancer can be: it sends nothing twice, so what
 * fails behind it fails for the tablet too.
 */
export const openBalancer = async (ports: readonly number[]): Promise<Balancer> => {
  let ready: readonly number[] = [];
  let turn = 0;
  const look = async (): Promise<void> => {
    const states = await Promise.all(ports.map(isReady));
    ready = ports.filter((_, i) => states[i]);
  };
  const looking = setInterval(() => void look(), LOOK_EVERY_MS);
  const fail = (response: ServerResponse): void => {
    if (response.headersSent) response.destroy();
    else response.writeHead(502).end();
  };
  const pass = (incoming: IncomingMessage, response: ServerResponse): void => {
    const port = ready[(turn += 1) % Math.max(1, ready.length)];
    if (port === undefined) return fail(response);
    const { method, url, headers } = incoming;
    const outgoing = ask({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on('error', () => fail(response));
      answer.pipe(response);
    });
    outgoing.on('error', () => fail(response));
    incoming.pipe(outgoing);
  };
  await look();
  const server = createServer(pass);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    // A listening TCP server always has an AddressInfo.
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((closed) => {
        clearInterval(looking);
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
};
