import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';

/** How a request comes to nothing: it never arrives, the server has done it and the answer is lost, or the answer breaks off. */
const cuts = ['never arrives', 'answer lost', 'answer broken off'] as const;

/** A way to the server for one browser, as its proxy. */
export type UnsteadyNetwork = {
  readonly proxy: { readonly server: string };
  /** The requests that were cut, as «cut: method path». */
  readonly cut: readonly string[];
  readonly close: () => Promise<void>;
};

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

const forward = (request: IncomingMessage, body: Buffer) =>
  new Promise<{ readonly answer: IncomingMessage; readonly content: Buffer }>((resolve, reject) => {
    const { method, headers } = request;
    const onwards = ask(
      request.url ?? '',
      { method, headers: { ...headers, connection: 'close' } },
      (answer) => bodyOf(answer).then((content) => resolve({ answer, content }), reject),
    );
    onwards.once('error', reject);
    onwards.end(body);
  });

/** A network on which every request, whatever it asks for, is cut each way once before it comes through. */
export const openUnsteadyNetwork = async (): Promise<UnsteadyNetwork> => {
  const times = new Map<string, number>();
  const cut: string[] = [];

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    const { pathname } = new URL(request.url ?? '');
    const what = `${request.method ?? ''} ${pathname}`;
    const key = `${what} ${body.toString()}`;
    const time = times.get(key) ?? 0;
    times.set(key, time + 1);
    const how = cuts[time];
    if (how !== undefined) cut.push(`${how}: ${what}`);
    if (how === 'never arrives') return void response.destroy();
    const { answer, content } = await forward(request, body);
    if (how === 'answer lost') return void response.destroy();
    const { 'transfer-encoding': _chunked, connection: _connection, ...headers } = answer.headers;
    response.writeHead(answer.statusCode ?? 502, { ...headers, 'content-length': content.length });
    if (how === undefined) return void response.end(content);
    response.write(content.subarray(0, Math.floor(content.length / 2)), () => response.destroy());
  };

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    proxy: { server: `http://127.0.0.1:${String(port)}` },
    cut,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
};
