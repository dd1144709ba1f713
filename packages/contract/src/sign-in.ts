import Type, { type Static } from 'typebox';
import { LinkToken } from './setup.ts';
import { Id, Moment, Shape } from './shared-shapes.ts';

/** Where staff of an owner sign in: an OpenID provider. The client secret goes in and never out. */
export const SignInMethod = Shape({
  issuer: Type.String(),
  clientId: Type.String(),
  changedAt: Moment,
  testedAt: Type.Union([Moment, Type.Null()]),
});
export type SignInMethod = Static<typeof SignInMethod>;

export const SignInMethodView = Shape({
  /** What is registered with the provider. */
  redirectUri: Type.String(),
  method: Type.Union([SignInMethod, Type.Null()]),
  /** Whether whoever asks can sign in by it. */
  ownBound: Type.Boolean(),
  /** Other schools of the owner use it too, so that it is not changed from here. */
  shared: Type.Boolean(),
});
export type SignInMethodView = Static<typeof SignInMethodView>;

/** Without `clientSecret` the stored one is used, for the same issuer and client only. */
export const TrySignInMethod = Shape({
  issuer: Type.String({ minLength: 1, maxLength: 300 }),
  clientId: Type.String({ minLength: 1, maxLength: 300 }),
  clientSecret: Type.Optional(Type.String({ minLength: 1, maxLength: 600 })),
});
export type TrySignInMethod = Static<typeof TrySignInMethod>;

/** An address the browser goes to next. */
export const GoTo = Shape({ redirectTo: Type.String() });
export type GoTo = Static<typeof GoTo>;

export const OwnersToChoose = Shape({ owners: Type.Array(Shape({ ownerId: Id, name: Type.String() })) });
export type OwnersToChoose = Static<typeof OwnersToChoose>;

/**
 * How pupils sign in by their school account: `feide` when that is every owner's provider, null when there is none. Where
 * several owners have one, the pupil chooses.
 */
export const PupilSignIn = Shape({
  account: Type.Union([Type.Literal('feide'), Type.Literal('other'), Type.Null()]),
  ...OwnersToChoose.properties,
});
export type PupilSignIn = Static<typeof PupilSignIn>;

/** Shown once, to be handed over; it cannot be read again. */
export const Invitation = Shape({ link: Type.String(), expiresAt: Moment });
export type Invitation = Static<typeof Invitation>;

export const AcceptInvitation = Shape({ link: LinkToken });
