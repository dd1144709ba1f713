import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** After how many bytes of which direction a connection is cut; nothing for one that is left alone. */
export type Cut = {
  readonly of: 'request' | 'response';
  readonly after: number;
  readonly how: 'end' | 'reset';
};

export type CuttingProxy = {
  readonly port: number;
  /** What is done to the next connection. */
  readonly cutNext: (cut: Cut | undefined) => void;
  /** How many bytes the last whole exchange was, each way. */
  readonly passed: () => { readonly request: number; readonly response: number };
  readonly close: () => Promise<void>;
};

/** Passes on no more than these many bytes; true when it is enough. */
const passOn = (chunk: Buffer, left: number, to: Socket): boolean => {
  if (left > 0) to.write(chunk.subarray(0, left));
  return chunk.length >= left;
};

/** Stands between a client and a server and cuts connections at a given byte. */
export const openCuttingProxy = async (serverPort: number): Promise<CuttingProxy> => {
  let next: Cut | undefined;
  let passed = { request: 0, response: 0 };
  const server = createServer((near) => {
    const cut = next;
    const mine = { request: 0, response: 0 };
    passed = mine;
    const far = connect(serverPort, '127.0.0.1');
    const end = (): void => {
      for (const socket of [near, far]) {
        if (cut?.how === 'reset') socket.resetAndDestroy();
        // What was passed on arrives before the end does.
        else socket.destroySoon();
      }
    };
    const pass = (from: Socket, to: Socket, of: 'request' | 'response'): void => {
      from.on('data', (chunk: Buffer) => {
        const left = cut?.of === of ? cut.after - mine[of] : Infinity;
        mine[of] += Math.min(chunk.length, Math.max(0, left));
        if (passOn(chunk, left, to)) end();
      });
      from.on('error', () => undefined);
      from.once('close', () => to.destroySoon());
    };
    if (cut?.after === 0) return end();
    pass(near, far, 'request');
    pass(far, near, 'response');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    // A listening TCP server always has an AddressInfo.
    port: (server.address() as AddressInfo).port,
    cutNext: (cut) => {
      next = cut;
    },
    passed: () => passed,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
};
