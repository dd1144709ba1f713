import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { hasAccounts } from '../local-accounts/service.ts';
import { clientOf, ownerOfSchool, ownersWithMethod } from '../sign-in-method/service.ts';
import type { BeginOptions, IdentityProvider } from './identity-provider.ts';
import { sealPending, type SignInPurpose } from './pending-sign-in.ts';
import { pupilMark, pupilPlace } from './pupil-place.ts';

export type Begun = { readonly redirectTo: string; readonly cookie: string };

type Way = { readonly provider: IdentityProvider; readonly ownerId: string | null };

/** The provider of an owner's stored method, or the only one there is. */
export const providerOf = async (deps: Dependencies, ownerId: string | null): Promise<IdentityProvider> => {
  const { only, of } = deps.identityProviders;
  if (only !== undefined) return only;
  const client =
    ownerId === null ? undefined : await deps.db.beforeScope((tx) => clientOf(tx, deps.keyring, ownerId));
  if (client === undefined) throw new AppError('no_sign_in_method');
  return of(client);
};

/** Where the choice of a kommune is left to the person, the way is `choose`; where nobody has a provider, `account`. */
const wayTo = async (
  deps: Dependencies,
  ownerId: string | undefined,
  schoolId: string | undefined,
): Promise<Way | 'choose' | 'account'> => {
  if (deps.identityProviders.only !== undefined)
    return { provider: deps.identityProviders.only, ownerId: null };
  const wanted =
    ownerId ?? (schoolId && (await deps.db.inScope({ schoolId }, (tx) => ownerOfSchool(tx, schoolId))));
  const owners = await ownersWithMethod(deps);
  const [first, second] = owners;
  if (first === undefined) {
    if (await hasAccounts(deps)) return 'account';
    throw new AppError('no_sign_in_method');
  }
  if (wanted === undefined && second !== undefined) return 'choose';
  const chosen = wanted ?? first.ownerId;
  return { provider: await providerOf(deps, chosen), ownerId: chosen };
};

const begin = async (
  deps: Dependencies,
  way: Way,
  returnTo: string,
  purpose: SignInPurpose,
): Promise<Begun> => {
  const how: BeginOptions =
    purpose.kind === 'pupil'
      ? { who: 'pupil', anew: true, mark: pupilMark }
      : { who: 'staff', anew: purpose.kind === 'sign-in' && purpose.anew === true };
  const { redirectTo, attempt } = await way.provider.begin(returnTo, how).catch((error: unknown) => {
    throw new AppError('provider_unreachable', undefined, error);
  });
  return { redirectTo, cookie: sealPending(deps.keyring, { attempt, ownerId: way.ownerId, purpose }) };
};

export type SignInWish = {
  readonly returnTo: string;
  readonly ownerId?: string | undefined;
  readonly schoolId?: string | undefined;
  /** Also whoever is signed in at the provider already has to prove who it is. */
  readonly anew?: boolean;
};

/** The first leg of signing in by a provider; else which page the person goes to first. */
export const beginSignIn = async (
  deps: Dependencies,
  wish: SignInWish,
): Promise<Begun | 'choose' | 'account'> => {
  const way = await wayTo(deps, wish.ownerId, wish.schoolId);
  if (typeof way === 'string') return way;
  return begin(deps, way, wish.returnTo, {
    ...{ kind: 'sign-in', schoolId: wish.schoolId ?? null },
    ...(wish.anew === true ? { anew: true } : {}),
  });
};

/** The first leg of a pupil's way in by the school account, or `choose` as for staff. */
export const beginPupil = async (
  deps: Dependencies,
  ownerId: string | undefined,
): Promise<Begun | 'choose'> => {
  const way = await wayTo(deps, ownerId, undefined);
  if (way === 'account') throw new AppError('no_sign_in_method');
  if (way === 'choose') return 'choose';
  return begin(deps, way, pupilPlace, { kind: 'pupil' });
};

/** The first leg of binding a sign-in to the record an invitation is for. */
export const beginInvited = async (deps: Dependencies, schoolId: string, link: string): Promise<Begun> => {
  const way = await wayTo(deps, undefined, schoolId);
  if (typeof way === 'string') throw new AppError('no_sign_in_method');
  return begin(deps, way, '/', { kind: 'invitation', link });
};

/** The first leg by a client that is not stored yet. */
export const beginTrial = (
  deps: Dependencies,
  provider: IdentityProvider,
  returnTo: string,
  purpose: Extract<SignInPurpose, { kind: 'trial' }>,
): Promise<Begun> => begin(deps, { provider, ownerId: null }, returnTo, purpose);
