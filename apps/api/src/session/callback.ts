import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { acceptInvitation } from '../invitations/accept.ts';
import { sealIdentity } from '../pupil-identities/signed-in-identity.ts';
import { finishTrial, trialFault } from '../sign-in-method/trial.ts';
import { providerOf } from './begin.ts';
import { enterSchool, type Entered } from './enter-school.ts';
import { confirmClasses } from '../class-groups/confirm-classes.ts';
import type { SignedIn } from './identity-provider.ts';
import { membershipsOf, toChooseAmong } from './memberships.ts';
import { entrantOf, sealChoice, signedInBy } from './school-choice.ts';
import { openPending, type PendingSignIn } from './pending-sign-in.ts';
import { isPupilCallback, pupilPlace } from './pupil-place.ts';
import { schoolsOfSubject } from './queries.ts';
import { findStaff } from './service.ts';

/** Where the browser goes, and the session it has from now on when that is a new one; of a pupil only whom the provider knows. */
export type Arrival = {
  readonly cookie?: string;
  readonly pupil?: string;
  /** What a school is chosen by, where there are several. */
  readonly choice?: string;
  readonly returnTo: string;
  readonly refused?: AppError;
};

const placeOf: Readonly<Record<PendingSignIn['purpose']['kind'], string>> = {
  'sign-in': '/',
  pupil: pupilPlace,
  invitation: '/invitation',
  trial: '/school/sign-in',
};

const schoolChoicePlace = '/sign-in/school';

const failed = (): never => {
  throw new AppError('sign_in_failed');
};

const subjectOf = async (
  deps: Dependencies,
  callback: URL,
  { attempt, ownerId, purpose }: PendingSignIn,
): Promise<SignedIn> => {
  const trial = purpose.kind === 'trial';
  const { of } = deps.identityProviders;
  const provider = trial ? of(purpose.client) : await providerOf(deps, ownerId);
  return provider
    .complete(callback, attempt, {
      who: purpose.kind === 'pupil' ? 'pupil' : 'staff',
      anew: purpose.kind === 'sign-in' && purpose.anew === true,
    })
    .catch((error: unknown) => {
      if (error instanceof AppError) throw error;
      return trial ? trialFault(error) : failed();
    });
};

const arrive = async (
  deps: Dependencies,
  pending: PendingSignIn,
  signedIn: SignedIn,
  staffToken: string | undefined,
): Promise<Arrival> => {
  const { attempt, ownerId, purpose } = pending;
  const subjectHash = deps.keyring.lookupHash('subject', signedIn.issuer, signedIn.subject);
  if (purpose.kind === 'pupil') {
    // A teacher can never act as a pupil: what staff sign in by is as any account nobody has proved theirs, and stays so.
    const ofStaff = (await deps.db.beforeScope((tx) => schoolsOfSubject(tx, subjectHash))).length > 0;
    return { pupil: sealIdentity(deps, signedIn, ownerId, !ofStaff), returnTo: attempt.returnTo };
  }
  if (purpose.kind === 'sign-in' || purpose.kind === 'invitation') {
    const entrant = entrantOf(deps, { signedIn, ownerId });
    let entered: Entered;
    if (purpose.kind === 'invitation') entered = await acceptInvitation(deps, purpose.link, entrant);
    else {
      // Whoever proves anew who it is stays at the school where that was asked for.
      const here = purpose.anew === true ? (await findStaff(deps, staffToken))?.schoolId : undefined;
      const wished = purpose.schoolId ?? here ?? null;
      const memberships = await membershipsOf(deps, signedInBy(entrant));
      if (wished === null && toChooseAmong(memberships).length > 0) {
        const choice = sealChoice(deps, { signedIn, ownerId, returnTo: attempt.returnTo });
        if (choice !== undefined) return { choice, returnTo: schoolChoicePlace };
      }
      entered = await enterSchool(deps, entrant, memberships, wished, purpose.anew);
    }
    if (signedIn.feide !== undefined) await confirmClasses(deps, entered, signedIn.feide);
    return { cookie: entered.cookie, returnTo: attempt.returnTo };
  }
  const actor = await findStaff(deps, staffToken);
  // Whoever began the trial must still be the one who is signed in here.
  if (actor?.schoolId !== purpose.schoolId || actor.staffId !== purpose.staffId) return failed();
  await finishTrial(deps, actor, purpose.client, subjectHash, signedIn.feide);
  return { returnTo: attempt.returnTo };
};

/**
 * The second leg: turns the provider's callback into what the first leg was for. A refusal leads to the page it concerns,
 * with its code; the pupils' page is not told why.
 */
export const completeSignIn = async (
  deps: Dependencies,
  query: string,
  sealedPending: string | undefined,
  staffToken: string | undefined,
): Promise<Arrival> => {
  let place = isPupilCallback(query) ? pupilPlace : '/';
  try {
    const pending = openPendingOr(deps, sealedPending);
    place = placeOf[pending.purpose.kind];
    const callback = new URL(deps.identityProviders.redirectUri);
    callback.search = query;
    return await arrive(deps, pending, await subjectOf(deps, callback, pending), staffToken);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { returnTo: place === pupilPlace ? place : `${place}?problem=${error.code}`, refused: error };
  }
};

const openPendingOr = (deps: Dependencies, sealed: string | undefined): PendingSignIn => {
  try {
    return openPending(deps.keyring, sealed ?? '');
  } catch {
    return failed();
  }
};
