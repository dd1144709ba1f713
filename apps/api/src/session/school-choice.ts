import type { SchoolsToChoose } from '@samhold/contract';
import type { SignedInBy } from '../access/actor.ts';
import { confirmClasses } from '../class-groups/confirm-classes.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { enterSchool, type Entrant } from './enter-school.ts';
import type { SignedIn } from './identity-provider.ts';
import { isOpen, membershipsOf, toChooseAmong } from './memberships.ts';
import { keepForSignOut } from './sign-out.ts';

/** A sign-in that is done at the provider and leads to more than one school. */
export type SchoolChoice = {
  readonly signedIn: SignedIn;
  /** Whose stored method it came by; null when there is only one provider. */
  readonly ownerId: string | null;
  readonly returnTo: string;
};

type Sealed = SchoolChoice & { readonly at: number };

const PURPOSE = 'school choice';
const BOUND = 'signed in';
const MINUTES = 10;
/** With its name and attributes a browser keeps a cookie of 4,096 bytes. */
const ROOM = 3_800;

/** It travels in the browser until a school is chosen. Undefined where what the provider said finds no room in a cookie. */
export const sealChoice = ({ keyring, now }: Dependencies, choice: SchoolChoice): string | undefined => {
  const sealed: Sealed = { ...choice, at: now().getTime() };
  const cookie = keyring.seal(PURPOSE, JSON.stringify(sealed), BOUND).toString('base64url');
  return cookie.length > ROOM ? undefined : cookie;
};

/** Nothing for what `sealChoice` has not made, or made more than ten minutes ago. */
const openChoice = ({ keyring, now }: Dependencies, cookie: string | undefined): SchoolChoice | undefined => {
  if (cookie === undefined) return undefined;
  try {
    // Authenticated: only sealChoice can have made it.
    const sealed = JSON.parse(keyring.open(PURPOSE, Buffer.from(cookie, 'base64url'), BOUND)) as Sealed;
    return now().getTime() - sealed.at > MINUTES * 60_000 ? undefined : sealed;
  } catch {
    return undefined;
  }
};

/** Who came, as the schools know a person. */
export const entrantOf = (
  { keyring }: Dependencies,
  { signedIn, ownerId }: Pick<SchoolChoice, 'signedIn' | 'ownerId'>,
): Entrant => ({
  subjectHash: keyring.lookupHash('subject', signedIn.issuer, signedIn.subject),
  feide: signedIn.feide,
  keep: keepForSignOut(keyring, ownerId, signedIn),
});

/** What schools ask about whoever comes. */
export const signedInBy = ({ subjectHash, feide }: Entrant): SignedInBy => ({
  subjectHash,
  realm: feide?.realm ?? null,
});

export const schoolsToChoose = async (
  deps: Dependencies,
  cookie: string | undefined,
): Promise<SchoolsToChoose> => {
  const choice = openChoice(deps, cookie);
  if (choice === undefined) return { schools: [] };
  const memberships = await membershipsOf(deps, signedInBy(entrantOf(deps, choice)));
  return {
    schools: toChooseAmong(memberships).map(({ schoolId, name, lastUsedAt }, at) => ({
      ...{ schoolId, name },
      isLast: at === 0 && lastUsedAt !== null,
    })),
  };
};

/**
 * Enters the chosen school, which must be one of those the person can be in at this moment. Throws `school_choice_over` when the
 * sign-in is too long ago, and `sign_in_failed` for another school, whether there is one or not.
 */
export const chooseSchool = async (
  deps: Dependencies,
  cookie: string | undefined,
  schoolId: string,
): Promise<{ readonly cookie: string; readonly returnTo: string }> => {
  const choice = openChoice(deps, cookie);
  if (choice === undefined) throw new AppError('school_choice_over');
  const entrant = entrantOf(deps, choice);
  const open = (await membershipsOf(deps, signedInBy(entrant))).filter(isOpen);
  const entered = await enterSchool(deps, entrant, open, schoolId);
  if (entrant.feide !== undefined) await confirmClasses(deps, entered, entrant.feide);
  return { cookie: entered.cookie, returnTo: choice.returnTo };
};
