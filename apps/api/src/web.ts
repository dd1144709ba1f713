import { readdirSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { Api } from './api.ts';
import { AppError } from './errors.ts';

const SHELL = '200.html';

const filesIn = (directory: string): ReadonlySet<string> =>
  new Set(
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`.slice(directory.length).replaceAll('\\', '/')),
  );

/** Serves the built pages; a path that is no file gets the application's shell, an unknown api path a problem. */
export const serveWeb = async (app: Api, directory: string | undefined): Promise<void> => {
  app.setNotFoundHandler(() => {
    throw new AppError('not_found');
  });
  if (directory === undefined) return;
  const files = filesIn(directory);
  await app.register(fastifyStatic, { root: directory, serve: false, cacheControl: false });
  app.get('/*', { config: { access: 'anyone' } }, (request, reply) => {
    const path = decodeURI(request.url.split('?')[0] ?? '/');
    if (path.startsWith('/api/')) throw new AppError('not_found');
    const hashed = path.includes('/immutable/');
    reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    return reply.sendFile(files.has(path) ? path.slice(1) : SHELL);
  });
};
