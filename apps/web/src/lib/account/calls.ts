import type {
  AccountEntered,
  AccountSetUp,
  AccountSignIn,
  ChangePassword,
  FirstPassword,
  GiveAccount,
  OwnAccount,
  ProveAccount,
  RecoveryCodes,
  SetUpAccount,
} from '@samhold/contract';
import { get, post } from '#lib/api.ts';

export const signIn = (sent: AccountSignIn) => post<AccountEntered>('/account/sign-in', sent);
export const readSetUp = () => get<AccountSetUp>('/account/set-up');
/** Signs in too. */
export const setUpAccount = (sent: SetUpAccount) => post<RecoveryCodes>('/account/set-up', sent);

export const readOwnAccount = () => get<OwnAccount>('/account');
export const changePassword = (sent: ChangePassword) => post('/account/password', sent);
export const renewCodes = (sent: ProveAccount) => post<RecoveryCodes>('/account/recovery-codes', sent);

/** In place of the account there is, when there is one. */
export const giveAccount = (staffId: string, wish: GiveAccount) =>
  post<FirstPassword>(`/staff/${staffId}/account`, wish);
