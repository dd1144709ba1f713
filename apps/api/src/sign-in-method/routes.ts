import { GoTo, SetRealms, SignInMethodView, TrySignInMethod } from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { ownToken, pendingCookieOptions, signInCookie } from '../session/tokens.ts';
import { setRealms } from './realms.ts';
import { describeMethod } from './service.ts';
import { checkMethod, tryMethod } from './trial.ts';

export const signInMethodRoutes = (deps: Dependencies) => async (api: Api) => {
  const administrator = { access: ['administrator'] } as const;
  // A check sends requests to the address it is given.
  const limited = { ...administrator, limited: 'requests' } as const;

  api.get(
    '/sign-in-method',
    { config: administrator, schema: { response: { 200: SignInMethodView } } },
    (request) => describeMethod(deps, request.staff),
  );

  api.put(
    '/sign-in-method/realms',
    { config: administrator, schema: { body: SetRealms } },
    async (request, reply) => {
      await setRealms(deps, request.staff, ownToken(request), request.body);
      return reply.code(204).send();
    },
  );

  api.post(
    '/sign-in-method/check',
    { config: limited, schema: { body: TrySignInMethod } },
    async (request, reply) => {
      await checkMethod(deps, request.staff, request.body);
      return reply.code(204).send();
    },
  );

  api.post(
    '/sign-in-method/trial',
    { config: limited, schema: { body: TrySignInMethod, response: { 200: GoTo } } },
    async (request, reply) => {
      const { redirectTo, cookie } = await tryMethod(deps, request.staff, request.body);
      return reply.setCookie(signInCookie, cookie, pendingCookieOptions).send({ redirectTo });
    },
  );
};
