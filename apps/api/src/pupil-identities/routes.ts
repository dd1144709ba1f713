import { Id, PupilSignIn, Shape } from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { endPupilSession } from '../responses/pupil-session.ts';
import { cookieOptions, identityCookie, pupilCookie, readToken } from '../session/tokens.ts';
import { pupilSignIn } from '../sign-in-method/service.ts';
import { enterByIdentity } from './enter.ts';
import { removeIdentity } from './service.ts';
import { openIdentity } from './signed-in-identity.ts';

export const pupilIdentityRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get(
    '/pupil-sign-in',
    { config: { access: 'anyone' }, schema: { response: { 200: PupilSignIn } } },
    () => pupilSignIn(deps),
  );

  api.post(
    '/pupil-session/identity',
    { config: { access: 'anyone', limited: 'misses', answers: [410] } },
    async (request, reply) => {
      // One tablet, one pupil: whoever was in here before has left.
      const earlier = readToken(request.cookies[pupilCookie]);
      if (earlier !== undefined) await endPupilSession(deps, earlier);
      reply.clearCookie(pupilCookie, cookieOptions);
      const identity = openIdentity(deps, request.cookies[identityCookie]);
      try {
        if (identity === undefined) throw new AppError('identity_expired');
        const cookie = await enterByIdentity(deps, identity);
        return await reply
          .clearCookie(identityCookie, cookieOptions)
          .setCookie(pupilCookie, cookie, cookieOptions)
          .code(204)
          .send();
      } catch (error) {
        // Bound to nobody yet: it waits for the picture code.
        if (!(error instanceof AppError && error.code === 'unknown_identity'))
          reply.clearCookie(identityCookie, cookieOptions);
        throw error;
      }
    },
  );

  api.delete(
    '/pupils/:pupilId/identity',
    { config: { access: ['contact_teacher', 'substitute'] }, schema: { params: Shape({ pupilId: Id }) } },
    async (request, reply) => {
      await removeIdentity(deps, request.staff, request.params.pupilId);
      return reply.code(204).send();
    },
  );
};
