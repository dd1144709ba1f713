import Type from 'typebox';
import {
  ChooseSchool,
  Id,
  OwnersToChoose,
  OwnSchools,
  OwnSessions,
  SchoolChosen,
  SchoolsToChoose,
  Shape,
  SignedOut,
  StaffSession,
} from '@samhold/contract';
import { refusalLine } from '../access/refusal-line.ts';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { cameByAccount, hasAccounts } from '../local-accounts/service.ts';
import { ownersWithMethod } from '../sign-in-method/service.ts';
import { beginPupil, beginSignIn } from './begin.ts';
import { completeSignIn } from './callback.ts';
import { endOwnSessions, listOwnSessions } from './own-sessions.ts';
import { chooseSchool, schoolsToChoose } from './school-choice.ts';
import { describeSession, listOwnSchools, signOut } from './service.ts';
import { pupilPlace } from './pupil-place.ts';
import { takeSession } from './take-session.ts';
import {
  choiceCookie,
  cookieOptions,
  identityCookie,
  ownToken,
  pendingCookieOptions,
  readToken,
  signInCookie,
  staffCookie,
} from './tokens.ts';

const ownPath = (path: string | undefined): string =>
  path !== undefined && /^\/(?![/\\])/.test(path) ? path : '/';

const SignInQuery = Shape({
  returnTo: Type.Optional(Type.String()),
  owner: Type.Optional(Id),
  school: Type.Optional(Id),
  /** The person signs in at the provider once more, also when signed in there. */
  anew: Type.Optional(Type.Literal('true')),
});

export const sessionRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get(
    '/sign-in',
    { config: { access: 'anyone', answers: [302] }, schema: { querystring: SignInQuery } },
    async (request, reply) => {
      const { owner, school, anew } = request.query;
      const returnTo = ownPath(request.query.returnTo);
      const wish = { returnTo, ownerId: owner, schoolId: school, anew: anew !== undefined };
      try {
        // Whoever came by an account of their own proves who it is by that.
        const byAccount = wish.anew && (await cameByAccount(deps, request.cookies[staffCookie]));
        const begun = byAccount ? 'account' : await beginSignIn(deps, wish);
        if (typeof begun === 'string') {
          const page = begun === 'choose' ? '/sign-in' : '/account/sign-in';
          return await reply.redirect(`${page}?returnTo=${encodeURIComponent(returnTo)}`);
        }
        return await reply
          .setCookie(signInCookie, begun.cookie, pendingCookieOptions)
          .redirect(begun.redirectTo);
      } catch (error) {
        const code = error instanceof AppError ? error.code : 'unavailable';
        if (code !== 'no_sign_in_method') request.log.error({ err: error }, 'sign-in could not begin');
        return reply.redirect(`/?problem=${code}`);
      }
    },
  );

  api.get(
    '/sign-in/pupil',
    {
      config: { access: 'anyone', answers: [302] },
      schema: { querystring: Shape({ owner: Type.Optional(Id) }) },
    },
    async (request, reply) => {
      reply.clearCookie(identityCookie, cookieOptions);
      try {
        const begun = await beginPupil(deps, request.query.owner);
        // The page shows the choice itself.
        if (begun === 'choose') return await reply.redirect('/s');
        return await reply
          .setCookie(signInCookie, begun.cookie, pendingCookieOptions)
          .redirect(begun.redirectTo);
      } catch (error) {
        if (!(error instanceof AppError && error.code === 'no_sign_in_method'))
          request.log.error({ err: error }, 'sign-in could not begin');
        return reply.redirect(pupilPlace);
      }
    },
  );

  api.get(
    '/sign-in/owners',
    { config: { access: 'anyone' }, schema: { response: { 200: OwnersToChoose } } },
    async () => ({ owners: [...(await ownersWithMethod(deps))], accounts: await hasAccounts(deps) }),
  );

  api.get('/sign-in/callback', { config: { access: 'anyone', answers: [302] } }, async (request, reply) => {
    reply.clearCookie(signInCookie, cookieOptions);
    const [, query = ''] = request.url.split('?', 2);
    const before = request.cookies[staffCookie];
    const arrival = await completeSignIn(deps, query, request.cookies[signInCookie], before);
    if (arrival.refused !== undefined) {
      const line = refusalLine(arrival.refused, request);
      if (line !== undefined) request.log.warn(line, 'refused');
    }
    if (arrival.cookie !== undefined) await takeSession(deps, request, reply, arrival.cookie);
    if (arrival.choice !== undefined) reply.setCookie(choiceCookie, arrival.choice, pendingCookieOptions);
    else if (choiceCookie in request.cookies) reply.clearCookie(choiceCookie, cookieOptions);
    if (arrival.pupil === undefined) reply.clearCookie(identityCookie, cookieOptions);
    else reply.setCookie(identityCookie, arrival.pupil, pendingCookieOptions);
    return reply.redirect(arrival.returnTo);
  });

  api.get(
    '/sign-in/schools',
    { config: { access: 'anyone' }, schema: { response: { 200: SchoolsToChoose } } },
    (request) => schoolsToChoose(deps, request.cookies[choiceCookie]),
  );

  api.post(
    '/sign-in/school',
    {
      config: { access: 'anyone', answers: [410] },
      schema: { body: ChooseSchool, response: { 200: SchoolChosen } },
    },
    async (request, reply) => {
      const { cookie, returnTo } = await chooseSchool(
        deps,
        request.cookies[choiceCookie],
        request.body.schoolId,
      );
      await takeSession(deps, request, reply, cookie);
      return reply.clearCookie(choiceCookie, cookieOptions).send({ returnTo });
    },
  );

  api.delete('/sign-in/schools', { config: { access: 'anyone' } }, (_request, reply) =>
    reply.clearCookie(choiceCookie, cookieOptions).code(204).send(),
  );

  api.get(
    '/me/schools',
    { config: { access: 'staff' }, schema: { response: { 200: OwnSchools } } },
    (request) => listOwnSchools(deps, request.staff),
  );

  api.get(
    '/session',
    { config: { access: 'staff' }, schema: { response: { 200: StaffSession } } },
    (request) => describeSession(deps, request.staff),
  );

  api.get(
    '/me/sessions',
    { config: { access: 'staff' }, schema: { response: { 200: OwnSessions } } },
    (request) => listOwnSessions(deps, request.staff, ownToken(request)),
  );

  api.delete('/me/sessions', { config: { access: 'staff', whileClosing: true } }, async (request, reply) => {
    await endOwnSessions(deps, request.staff, { allBut: ownToken(request) });
    return reply.code(204).send();
  });

  api.delete(
    '/me/sessions/:sessionId',
    { config: { access: 'staff', whileClosing: true }, schema: { params: Shape({ sessionId: Id }) } },
    async (request, reply) => {
      await endOwnSessions(deps, request.staff, request.params);
      return reply.code(204).send();
    },
  );

  api.post(
    '/sign-out',
    { config: { access: 'staff', whileClosing: true }, schema: { response: { 200: SignedOut } } },
    async (request, reply) => {
      const token = readToken(request.cookies[staffCookie]);
      const left = token === undefined ? { redirectTo: null } : await signOut(deps, token);
      return reply
        .clearCookie(staffCookie, cookieOptions)
        .clearCookie(choiceCookie, cookieOptions)
        .send(left);
    },
  );
};
