import type { Api } from './api.ts';
import { AppError } from './errors.ts';
import { insecureOriginPage, insecureOriginPolicy } from './insecure-origin-page.ts';
import { isLoopback } from './loopback.ts';

const YEAR = 365 * 86_400;

/** Asked by machines that watch the server, on whatever address they reach it. */
const watched: ReadonlySet<string> = new Set(['/api/v1/live', '/api/v1/ready']);

/**
 * Refuses what came over plain http under another name than this machine's own: browsers give such pages no WebCrypto, no
 * service worker and no `__Host-` cookie. Pages answer 403 and not 421, which asks the browser to try once more by itself.
 */
export const refuseInsecureOrigins = (app: Api, publicUrl: string): void => {
  const page = insecureOriginPage(publicUrl);
  app.addHook('onRequest', async (request, reply) => {
    const local = isLoopback(request.hostname);
    const secure = request.protocol === 'https';
    // Never for localhost, where it would bind every other program of the machine.
    if (secure && !local) reply.header('strict-transport-security', `max-age=${YEAR}; includeSubDomains`);
    const [path = ''] = request.url.split('?');
    if (secure || local || watched.has(path)) return;
    if (path.startsWith('/api/')) throw new AppError('insecure_origin');
    return reply
      .code(403)
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', insecureOriginPolicy)
      .header('cache-control', 'no-store')
      .send(page);
  });
};
