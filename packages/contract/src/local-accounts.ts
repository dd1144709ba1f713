import Type, { type Static } from 'typebox';
import { Moment, Shape } from './shared-shapes.ts';

/** What somebody without another sign-in is known by here; told apart without regard to capitals. */
export const AccountName = Type.String({ minLength: 3, maxLength: 60, pattern: '^\\S+$' });
const Password = Type.String({ minLength: 1, maxLength: 200 });
/** Six digits from the app, or a recovery code. */
const Code = Type.String({ minLength: 1, maxLength: 40 });

/** Without `code` only a first password leads on. */
export const AccountSignIn = Shape({ name: AccountName, password: Password, code: Type.Optional(Code) });
export type AccountSignIn = Static<typeof AccountSignIn>;

/** `set_up` after a first password: a password of one's own and the app come before anything else. */
export const AccountEntered = Shape({ next: Type.Union([Type.Literal('in'), Type.Literal('set_up')]) });
export type AccountEntered = Static<typeof AccountEntered>;

/** What an app for codes needs: as text to write, and as an address to show as a QR code. */
export const AccountSetUp = Shape({ name: AccountName, secret: Type.String(), address: Type.String() });
export type AccountSetUp = Static<typeof AccountSetUp>;

export const SetUpAccount = Shape({ password: Password, code: Code });
export type SetUpAccount = Static<typeof SetUpAccount>;

/** Shown once; those before no longer work. */
export const RecoveryCodes = Shape({ codes: Type.Array(Type.String()) });
export type RecoveryCodes = Static<typeof RecoveryCodes>;

/** Of whoever asks: how many recovery codes are left, or null without an account here. */
export const OwnAccount = Shape({
  recoveryCodesLeft: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
});
export type OwnAccount = Static<typeof OwnAccount>;

export const ProveAccount = Shape({ password: Password, code: Code });
export type ProveAccount = Static<typeof ProveAccount>;

export const ChangePassword = Shape({ ...ProveAccount.properties, newPassword: Password });
export type ChangePassword = Static<typeof ChangePassword>;

/** Without `name` the account there is gets a new first password, and the app is forgotten. */
export const GiveAccount = Shape({ name: Type.Optional(AccountName) });
export type GiveAccount = Static<typeof GiveAccount>;

/** Shown once, to be handed over; it is good for setting the account up and nothing else. */
export const FirstPassword = Shape({ password: Type.String(), expiresAt: Moment });
export type FirstPassword = Static<typeof FirstPassword>;
