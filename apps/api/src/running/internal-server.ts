import { createServer, type ServerResponse } from 'node:http';
import type { Metrics } from './metrics.ts';

export type InternalOptions = {
  readonly port: number;
  readonly host: string;
  readonly metrics: Metrics;
  readonly ready: () => Promise<boolean>;
};

const answer = (response: ServerResponse, status: number, text: string, type = 'text/plain'): void => {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
};

/** Figures and health on a port that is not for the public. Answers nothing about anybody. */
export const openInternalServer = async (
  options: InternalOptions,
): Promise<{ readonly port: number; readonly close: () => Promise<void> }> => {
  const { metrics, ready } = options;
  const respond = async (url: string | undefined, response: ServerResponse): Promise<void> => {
    if (url === '/metrics') return answer(response, 200, await metrics.text(), metrics.contentType);
    if (url === '/live') return answer(response, 200, 'live\n');
    if (url !== '/ready') return answer(response, 404, 'not found\n');
    const isReady = await ready();
    return answer(response, isReady ? 200 : 503, isReady ? 'ready\n' : 'not ready\n');
  };
  const server = createServer((request, response) => {
    respond(request.url, response).catch(() => answer(response, 500, 'failed\n'));
  });
  await new Promise<void>((listening, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, listening);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : options.port,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
};
