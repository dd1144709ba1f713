import { DoSetup, OpenSetup, SetupState } from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { cookieOptions, staffCookie } from '../session/tokens.ts';
import { openSetup, setUp } from './service.ts';

export const setupRoutes = (deps: Dependencies) => async (api: Api) => {
  const guessing = { access: 'anyone', limited: 'misses', answers: [410] } as const;

  api.post(
    '/setup/open',
    { config: guessing, schema: { body: OpenSetup, response: { 200: SetupState } } },
    (request) => openSetup(deps, request.body.link),
  );

  api.post('/setup', { config: guessing, schema: { body: DoSetup } }, async (request, reply) => {
    const cookie = await setUp(deps, request.body.link, request.body.school);
    return reply.setCookie(staffCookie, cookie, cookieOptions).code(204).send();
  });
};
