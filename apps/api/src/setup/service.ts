import { randomUUID } from 'node:crypto';
import { isOrganisationNumber, type NewInstallation, type SetupState } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { insertSchool, insertStaffMember } from '../roster/people.ts';
import { startSession } from '../session/enter-school.ts';
import { hashOfLink, makeLink, withdrawLinks } from './link.ts';
import * as queries from './queries.ts';

/** Hours of the session a link gives: enough to bind a sign-in, and not a way of working. */
const SESSION = 4;

const hashOf = (deps: Dependencies, link: string): Buffer => hashOfLink(deps.keyring, link);

const invalid = (): AppError => new AppError('setup_link_invalid');

/** Whether an administrator of the school can sign in: from then on nobody is let in by a link. */
export const hasAdministratorWhoSignsIn = async (tx: Tx, schoolId: string, now: Date): Promise<boolean> =>
  (await queries.administrators(tx, schoolId, now)).some(({ signsIn }) => signsIn);

/**
 * A new one-time link for the first administrator of the only school, or of one still to be made, in place of those before
 * it; none when that school is set up. Where there are several, each got its link when it was made.
 */
export const offerSetupLink = async (deps: Dependencies): Promise<string | undefined> => {
  const [schoolId, another] = await deps.db.beforeScope(queries.someSchools);
  if (another !== undefined) {
    await deps.db.beforeScope((tx) => withdrawLinks(tx));
    return undefined;
  }
  const setUpAlready =
    schoolId !== undefined &&
    (await deps.db.inScope({ schoolId }, (tx) => hasAdministratorWhoSignsIn(tx, schoolId, deps.now())));
  const { publicUrl } = deps.identityProviders;
  return deps.db.beforeScope(async (tx) => {
    if (!setUpAlready) return makeLink(tx, { ...deps, publicUrl }, schoolId);
    await withdrawLinks(tx, schoolId);
    return undefined;
  });
};

/** The school an open link leads to and its name; nothing for one that makes the first school. Throws `setup_link_invalid` for every other link alike. */
const whereTo = async (
  deps: Dependencies,
  link: string,
): Promise<{ readonly schoolId: string; readonly name: string } | undefined> => {
  const [schoolId, schools] = await deps.db.beforeScope(async (tx) => [
    await queries.leadsTo(tx, hashOf(deps, link), deps.now()),
    await queries.someSchools(tx),
  ]);
  if (schoolId === undefined || (schoolId === null && schools.length > 0)) throw invalid();
  if (schoolId === null) return undefined;
  return deps.db.inScope({ schoolId }, async (tx) => {
    const name = await queries.schoolName(tx, schoolId);
    if (name === undefined || (await hasAdministratorWhoSignsIn(tx, schoolId, deps.now()))) throw invalid();
    return { schoolId, name };
  });
};

/** Where an open link leads, without using it. Throws `setup_link_invalid` for every other link alike. */
export const openSetup = async (deps: Dependencies, link: string): Promise<SetupState> => ({
  schoolName: (await whereTo(deps, link))?.name ?? null,
});

/** The administrator that an earlier link made, as long as no administrator can sign in. */
const sameAdministrator = async (tx: Tx, schoolId: string, now: Date): Promise<string> => {
  const found = await queries.administrators(tx, schoolId, now);
  const [first] = found;
  if (first === undefined || found.some(({ signsIn }) => signsIn)) throw invalid();
  return first.staffId;
};

const makeSchool = async (
  deps: Dependencies,
  tx: Tx,
  schoolId: string,
  wished: NewInstallation,
): Promise<string> => {
  const made = {
    ...{ name: wished.schoolName.trim(), organisationNumber: wished.organisationNumber },
    ...{ ownerName: wished.ownerName.trim(), demo: false },
  };
  if (!(await insertSchool(tx, deps.keyring, schoolId, made))) throw invalid();
  const sealer = await deps.db.sealerIn(tx, schoolId);
  return insertStaffMember(tx, sealer, deps.keyring, schoolId, {
    givenName: wished.givenName.trim(),
    familyName: wished.familyName.trim(),
    relations: [{ kind: 'administrator', fromAt: deps.now() }],
  });
};

/**
 * Uses a link up: makes the owner, the school and its first administrator, or finds the ones an earlier link made, and signs
 * that administrator in. Returns the cookie's value. Throws `setup_link_invalid` for every link that is not open.
 */
export const setUp = async (
  deps: Dependencies,
  link: string,
  wished: NewInstallation | undefined,
): Promise<string> => {
  if (wished !== undefined && !isOrganisationNumber(wished.organisationNumber))
    throw new AppError('invalid_request', ['organisationNumber']);
  const known = (await whereTo(deps, link))?.schoolId;
  if (known === undefined && wished === undefined) throw new AppError('invalid_request', ['school']);
  const schoolId = known ?? randomUUID();
  return deps.db.inScope({ schoolId }, async (tx) => {
    const now = deps.now();
    if (!(await queries.useUp(tx, hashOf(deps, link), now))) throw invalid();
    // Another link was just quicker, and its school is not the one in scope.
    if (known === undefined && (await queries.someSchools(tx)).length > 0) throw invalid();
    const staffId =
      known === undefined && wished !== undefined
        ? await makeSchool(deps, tx, schoolId, wished)
        : await sameAdministrator(tx, schoolId, now);
    return startSession(tx, now, schoolId, staffId, { hours: SESSION });
  });
};

/** Who is administrator of a school at a moment. */
export const administratorsAt = async (tx: Tx, schoolId: string, now: Date): Promise<readonly string[]> => [
  ...new Set((await queries.administrators(tx, schoolId, now)).map(({ staffId }) => staffId)),
];
