import { randomBytes, randomUUID } from 'node:crypto';
import { isOrganisationNumber, type NewInstallation, type SetupState } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { insertSchool, insertStaffMember } from '../roster/people.ts';
import { startSession } from '../session/enter-school.ts';
import * as queries from './queries.ts';

const OPEN_FOR = 24 * 3_600_000;
/** Hours of the session a link gives: enough to bind a sign-in, and not a way of working. */
const SESSION = 4;

const hashOf = (deps: Dependencies, link: string): Buffer => deps.keyring.lookupHash('setup link', link);

const invalid = (): AppError => new AppError('setup_link_invalid');

/** Whether an administrator of some school can sign in: from then on nobody is let in by a link. */
const isSetUp = async (deps: Dependencies): Promise<boolean> => {
  for (const schoolId of await deps.db.beforeScope(queries.schoolsSomebodyEnters)) {
    const found = await deps.db.inScope({ schoolId }, (tx) =>
      queries.administrators(tx, schoolId, deps.now()),
    );
    if (found.some(({ signsIn }) => signsIn)) return true;
  }
  return false;
};

/**
 * A new one-time link for the first administrator, in place of all before it; none when the installation is set up, or
 * when it has several schools, where no link could say which.
 */
export const offerSetupLink = async (deps: Dependencies): Promise<string | undefined> => {
  const schools = await deps.db.beforeScope(queries.someSchools);
  if (schools.length > 1 || (await isSetUp(deps))) {
    await deps.db.beforeScope(queries.withdrawLinks);
    return undefined;
  }
  const link = randomBytes(32).toString('base64url');
  const expiresAt = new Date(deps.now().getTime() + OPEN_FOR);
  await deps.db.beforeScope((tx) => queries.replaceLink(tx, hashOf(deps, link), expiresAt));
  // After the «#», so that no server or proxy on the way writes it down.
  return `${deps.identityProviders.publicUrl}/setup#${link}`;
};

/** Where an open link leads, without using it. Throws `setup_link_invalid` for every other link alike. */
export const openSetup = async (deps: Dependencies, link: string): Promise<SetupState> => {
  const [isOpen, [schoolId]] = await deps.db.beforeScope(async (tx) => [
    await queries.isOpen(tx, hashOf(deps, link), deps.now()),
    await queries.someSchools(tx),
  ]);
  if (!isOpen || (await isSetUp(deps))) throw invalid();
  if (schoolId === undefined) return { schoolName: null };
  return { schoolName: await deps.db.inScope({ schoolId }, (tx) => queries.schoolName(tx, schoolId)) };
};

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
  await insertSchool(tx, deps.keyring, schoolId, {
    name: wished.schoolName.trim(),
    organisationNumber: wished.organisationNumber,
    ownerName: wished.ownerName.trim(),
    demo: false,
  });
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
  await openSetup(deps, link);
  const [known] = await deps.db.beforeScope(queries.someSchools);
  if (known === undefined && wished === undefined) throw new AppError('invalid_request', ['school']);
  const schoolId = known ?? randomUUID();
  return deps.db.inScope({ schoolId }, async (tx) => {
    const now = deps.now();
    if (!(await queries.useUp(tx, hashOf(deps, link), now))) throw invalid();
    const schools = await queries.someSchools(tx);
    // Another link was just quicker, and its school is not the one in scope.
    if (schools.some((other) => other !== schoolId)) throw invalid();
    const staffId =
      schools.length === 0 && wished !== undefined
        ? await makeSchool(deps, tx, schoolId, wished)
        : await sameAdministrator(tx, schoolId, now);
    return startSession(tx, now, schoolId, staffId, { hours: SESSION });
  });
};

/** Who is administrator of a school at a moment. */
export const administratorsAt = async (tx: Tx, schoolId: string, now: Date): Promise<readonly string[]> => [
  ...new Set((await queries.administrators(tx, schoolId, now)).map(({ staffId }) => staffId)),
];
