import Type from 'typebox';
import { Shape, StaffSession } from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { completeSignIn, describeSession, sealAttempt, signOut } from './service.ts';
import { cookieOptions, readToken, signInCookie, staffCookie } from './tokens.ts';

const ownPath = (path: string | undefined): string =>
  path !== undefined && /^\/(?![/\\])/.test(path) ? path : '/';

export const sessionRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get(
    '/sign-in',
    {
      config: { access: 'anyone' },
      schema: { querystring: Shape({ returnTo: Type.Optional(Type.String()) }) },
    },
    async (request, reply) => {
      try {
        const { redirectTo, attempt } = await deps.identityProvider.begin(ownPath(request.query.returnTo));
        return await reply
          .setCookie(signInCookie, sealAttempt(deps, attempt), { ...cookieOptions, maxAge: 600 })
          .redirect(redirectTo);
      } catch (error) {
        request.log.error({ err: error }, 'the identity provider did not answer');
        return reply.redirect('/?problem=unavailable');
      }
    },
  );

  api.get('/sign-in/callback', { config: { access: 'anyone' } }, async (request, reply) => {
    reply.clearCookie(signInCookie, cookieOptions);
    try {
      const callback = new URL(request.url, `${request.protocol}://${request.host}`);
      const { cookie, returnTo } = await completeSignIn(deps, callback, request.cookies[signInCookie]);
      return await reply.setCookie(staffCookie, cookie, cookieOptions).redirect(returnTo);
    } catch (error) {
      if (error instanceof AppError) return reply.redirect(`/?problem=${error.code}`);
      throw error;
    }
  });

  api.get(
    '/session',
    { config: { access: 'staff' }, schema: { response: { 200: StaffSession } } },
    (request) => describeSession(deps, request.staff),
  );

  api.post('/sign-out', { config: { access: 'staff' } }, async (request, reply) => {
    const token = readToken(request.cookies[staffCookie]);
    if (token !== undefined) await signOut(deps, token);
    return reply.clearCookie(staffCookie, cookieOptions).code(204).send();
  });
};
