import { statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { Api } from './api.ts';
import { AppError } from './errors.ts';

const PUPIL_PAGE = '/s';

/** The page behind an address that is no file: the pupil's own, else the staff's application. */
const documentOf = (path: string): string => (path === PUPIL_PAGE ? 'pupil.html' : '200.html');

/** A pupil's tablet reads a badge by its camera, and staff may record what is read aloud; no page does more. */
const permissionsOf = (path: string): string =>
  path === PUPIL_PAGE
    ? 'camera=(self), microphone=(), geolocation=()'
    : 'camera=(), microphone=(self), geolocation=()';

/**
 * A worker has no page to carry a policy for it: it gets one of its own. It may run code of ours and nothing else; only the one that
 * proposes groups and seats may run WebAssembly, for its solver.
 */
const workerPolicyOf = (path: string): string | undefined => {
  const [, name] = /\/workers\/([\w.-]+)-[\w-]{8}\.js$/.exec(path) ?? [];
  if (name === undefined) return undefined;
  const wasm = name === 'propose-arrangement.worker' ? " 'wasm-unsafe-eval'" : '';
  return `default-src 'none'; script-src 'self'${wasm}; connect-src 'self'; frame-ancestors 'none'`;
};

const pathOf = (url: string): string => {
  try {
    return normalize(decodeURIComponent(url.split('?')[0] ?? '/'));
  } catch {
    throw new AppError('not_found');
  }
};

const isFile = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isFile() === true;

/** Serves the built pages; any other path gets a document, an unknown api path or asset a problem. */
export const serveWeb = async (app: Api, directory: string | undefined): Promise<void> => {
  app.setNotFoundHandler(() => {
    throw new AppError('not_found');
  });
  if (directory === undefined) return;
  await app.register(fastifyStatic, {
    root: directory,
    serve: false,
    cacheControl: false,
    preCompressed: true,
  });
  app.get('/*', { config: { access: 'anyone' } }, (request, reply) => {
    const path = pathOf(request.url);
    if (path === `${PUPIL_PAGE}/`) return reply.redirect(request.url.replace(`${PUPIL_PAGE}/`, PUPIL_PAGE));
    const found = path !== '/' && isFile(join(directory, path));
    if (!found && /^\/(api|_app|\.well-known)\//.test(path)) throw new AppError('not_found');
    const hashed = path.includes('/immutable/');
    reply.header('permissions-policy', permissionsOf(path));
    const workerPolicy = found ? workerPolicyOf(path) : undefined;
    if (workerPolicy !== undefined) reply.header('content-security-policy', workerPolicy);
    reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    return reply.sendFile(found ? path.slice(1) : documentOf(path));
  });
};
