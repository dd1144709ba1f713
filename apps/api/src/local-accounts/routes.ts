import {
  AccountEntered,
  AccountSetUp,
  AccountSignIn,
  ChangePassword,
  FirstPassword,
  GiveAccount,
  Id,
  OwnAccount,
  ProveAccount,
  RecoveryCodes,
  SetUpAccount,
  Shape,
} from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { takeSession } from '../session/take-session.ts';
import { accountCookie, cookieOptions, pendingSetUpOptions, staffCookie } from '../session/tokens.ts';
import { giveAccount } from './give-account.ts';
import { changePassword, readOwnAccount, renewCodes } from './own-account.ts';
import { finishSetUp, readSetUp } from './set-up.ts';
import { signInByAccount } from './sign-in.ts';

export const localAccountRoutes = (deps: Dependencies) => async (api: Api) => {
  const guessing = { access: 'anyone', limited: 'misses' } as const;
  const guessingStaff = { access: 'staff', limited: 'misses' } as const;

  api.post(
    '/account/sign-in',
    { config: guessing, schema: { body: AccountSignIn, response: { 200: AccountEntered } } },
    async (request, reply) => {
      const { next, cookie } = await signInByAccount(deps, request.body);
      if (next === 'set_up') reply.setCookie(accountCookie, cookie, pendingSetUpOptions);
      else await takeSession(deps, request, reply, cookie);
      return reply.send({ next });
    },
  );

  api.get(
    '/account/set-up',
    { config: { access: 'anyone', answers: [410] }, schema: { response: { 200: AccountSetUp } } },
    (request) => Promise.resolve(readSetUp(deps, request.cookies[accountCookie])),
  );

  api.post(
    '/account/set-up',
    {
      config: { ...guessing, answers: [410] },
      schema: { body: SetUpAccount, response: { 200: RecoveryCodes } },
    },
    async (request, reply) => {
      const { codes, cookie } = await finishSetUp(deps, request.cookies[accountCookie], request.body);
      await takeSession(deps, request, reply, cookie);
      return reply.clearCookie(accountCookie, cookieOptions).send({ codes });
    },
  );

  api.get('/account', { config: { access: 'staff' }, schema: { response: { 200: OwnAccount } } }, (request) =>
    readOwnAccount(deps, request.staff),
  );

  api.post(
    '/account/password',
    { config: guessingStaff, schema: { body: ChangePassword } },
    async (request, reply) => {
      const cookie = await changePassword(deps, request.staff, request.body);
      return reply.setCookie(staffCookie, cookie, cookieOptions).code(204).send();
    },
  );

  api.post(
    '/account/recovery-codes',
    { config: guessingStaff, schema: { body: ProveAccount, response: { 200: RecoveryCodes } } },
    (request) => renewCodes(deps, request.staff, request.body),
  );

  api.post(
    '/staff/:staffId/account',
    {
      config: { access: ['administrator'] },
      schema: { params: Shape({ staffId: Id }), body: GiveAccount, response: { 201: FirstPassword } },
    },
    async (request, reply) =>
      reply.code(201).send(await giveAccount(deps, request.staff, request.params.staffId, request.body)),
  );
};
