import type { Dependencies } from '../dependencies.ts';
import type { Subject } from '../session/identity-provider.ts';

/** A pupil's school account just after the sign-in: who it is, by keyed hash only. */
export type SignedInIdentity = {
  readonly subjectHash: Buffer;
  /** Whose stored method it came by; null when there is only one provider. */
  readonly ownerId: string | null;
  readonly signedInAt: Date;
  /** False for an account of staff. */
  readonly mayBind: boolean;
};

const PURPOSE = 'pupil identity';
const BOUND = 'signed in';
const MINUTES = 10;

type Sealed = {
  readonly subject: string;
  readonly owner: string | null;
  readonly at: number;
  readonly may: 0 | 1;
};

/**
 * It travels in the browser until the picture code has been given. The hash is another than that of staff with the same
 * issuer and subject, and the sealed value is as long whether it may be bound or not.
 */
export const sealIdentity = (
  { keyring, now }: Dependencies,
  { issuer, subject }: Subject,
  ownerId: string | null,
  mayBind: boolean,
): string => {
  const sealed: Sealed = {
    subject: keyring.lookupHash('pupil subject', issuer, subject).toString('base64url'),
    owner: ownerId,
    at: now().getTime(),
    may: mayBind ? 1 : 0,
  };
  return keyring.seal(PURPOSE, JSON.stringify(sealed), BOUND).toString('base64url');
};

/** Nothing for what `sealIdentity` has not made, or made more than ten minutes ago. */
export const openIdentity = (
  { keyring, now }: Dependencies,
  cookie: string | undefined,
): SignedInIdentity | undefined => {
  if (cookie === undefined) return undefined;
  try {
    // Authenticated: only sealIdentity can have made it.
    const sealed = JSON.parse(keyring.open(PURPOSE, Buffer.from(cookie, 'base64url'), BOUND)) as Sealed;
    if (now().getTime() - sealed.at > MINUTES * 60_000) return undefined;
    return {
      subjectHash: Buffer.from(sealed.subject, 'base64url'),
      ownerId: sealed.owner,
      signedInAt: new Date(sealed.at),
      mayBind: sealed.may === 1,
    };
  } catch {
    return undefined;
  }
};
