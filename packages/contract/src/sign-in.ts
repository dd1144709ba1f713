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

/** A kommune at Feide, by the domain its people's user names end in. */
export const Realm = Type.String({ maxLength: 200, pattern: '^[a-z0-9-]+(\\.[a-z0-9-]+)+$' });

export const SetRealms = Shape({
  realms: Type.Array(Realm, { minItems: 1, maxItems: 20, uniqueItems: true }),
});
export type SetRealms = Static<typeof SetRealms>;

export const SignInMethodView = Shape({
  /** What is registered with the provider. */
  redirectUri: Type.String(),
  /** Registered there too: where people come back to who have signed out. */
  signedOutUri: Type.String(),
  method: Type.Union([SignInMethod, Type.Null()]),
  /** The kommuner whose staff are let in by Feide; null by another provider, which is the kommune's own. */
  realms: Type.Union([Type.Array(Realm), Type.Null()]),
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

/** Where the browser goes to sign out at the provider too; null when there is no such place. */
export const SignedOut = Shape({ redirectTo: Type.Union([Type.String(), Type.Null()]) });
export type SignedOut = Static<typeof SignedOut>;

const Owners = Type.Array(Shape({ ownerId: Id, name: Type.String() }));

export const OwnersToChoose = Shape({
  owners: Owners,
  /** Somebody signs in by an account of this installation's own. */
  accounts: Type.Boolean(),
});
export type OwnersToChoose = Static<typeof OwnersToChoose>;

/**
 * How pupils sign in by their school account: `feide` when that is every owner's provider, null when there is none. Where
 * several owners have one, the pupil chooses.
 */
export const PupilSignIn = Shape({
  account: Type.Union([Type.Literal('feide'), Type.Literal('other'), Type.Null()]),
  owners: Owners,
});
export type PupilSignIn = Static<typeof PupilSignIn>;

/** Shown once, to be handed over; it cannot be read again. */
export const Invitation = Shape({ link: Type.String(), expiresAt: Moment });
export type Invitation = Static<typeof Invitation>;

export const AcceptInvitation = Shape({ link: LinkToken });
