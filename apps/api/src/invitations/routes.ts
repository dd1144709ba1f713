import { AcceptInvitation, GoTo, Id, Invitation, Shape } from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { pendingCookieOptions, signInCookie } from '../session/tokens.ts';
import { beginInvitation, makeInvitation } from './service.ts';

export const invitationRoutes = (deps: Dependencies) => async (api: Api) => {
  api.post(
    '/staff/:staffId/invitations',
    {
      config: { access: ['administrator'] },
      schema: { params: Shape({ staffId: Id }), response: { 201: Invitation } },
    },
    async (request, reply) =>
      reply.code(201).send(await makeInvitation(deps, request.staff, request.params.staffId)),
  );

  api.post(
    '/invitations/sign-in',
    {
      config: { access: 'anyone', limited: 'misses', answers: [410] },
      schema: { body: AcceptInvitation, response: { 200: GoTo } },
    },
    async (request, reply) => {
      const { redirectTo, cookie } = await beginInvitation(deps, request.body.link);
      return reply.setCookie(signInCookie, cookie, pendingCookieOptions).send({ redirectTo });
    },
  );
};
