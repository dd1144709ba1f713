import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { FastifyServerFactory } from 'fastify';
import type { Certificate } from '../certificate.ts';
import { demoIssuerPath, type DemoIdentityProvider } from '../demo/identity-provider.ts';

/** The server of Node behind the api, with TLS where there is a certificate, and the demo's own sign-in beside it. */
export const serverOf =
  (demo: DemoIdentityProvider | undefined, tls: Certificate | undefined): FastifyServerFactory =>
  (handler) => {
    const listener: typeof handler = (request, response): void => {
      if (demo !== undefined && request.url?.startsWith(`${demoIssuerPath}/`) === true) {
        void demo.handle(request, response);
        return;
      }
      handler(request, response);
    };
    return tls === undefined ? createServer(listener) : createTlsServer(tls, listener);
  };
