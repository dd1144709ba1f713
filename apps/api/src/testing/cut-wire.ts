import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

/** A wire to a server of the machine that can be cut and mended, as when the server is away. */
export type CutWire = {
  readonly url: string;
  readonly cut: () => Promise<void>;
  readonly mend: () => Promise<void>;
};

/** A wire, cut from the start, to the database at this address. */
export const openWire = async (databaseUrl: string): Promise<CutWire> => {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  });
  const listen = (port: number): Promise<void> =>
    new Promise((listening) => server.listen(port, '127.0.0.1', listening));
  const cut = (): Promise<void> =>
    new Promise((closed) => {
      server.close(() => closed());
      for (const socket of sockets) socket.destroy();
    });
  await listen(0);
  // A listening TCP server always has an AddressInfo.
  const { port } = server.address() as AddressInfo;
  await cut();
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return { url: url.href, cut, mend: () => listen(port) };
};
