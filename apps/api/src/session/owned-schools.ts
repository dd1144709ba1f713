import { sql, type Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { holdsAny } from '../access/policy.ts';
import type { Dependencies } from '../dependencies.ts';
import { takesRealm } from '../sign-in-method/realms.ts';
import * as queries from './queries.ts';

/** Schools asked at once; each has a connection while it is asked. */
const AT_ONCE = 4;

type Condition = ReturnType<typeof sql<boolean>>;

/** A statement about the school in scope that a condition can still be put to. */
type Reading<Row> = {
  readonly where: (condition: Condition) => { readonly execute: () => Promise<Row[]> };
};

/** What must hold in the school's scope for it to be the person's; undefined where it is known not to be. */
const isOwn = (deps: Dependencies, actor: StaffActor, tx: Tx, schoolId: string): Condition | undefined => {
  if (schoolId === actor.schoolId) return holdsAny(actor, ['owner']) ? sql<boolean>`true` : undefined;
  if (actor.signedInBy === undefined) return undefined;
  const { subjectHash, realm } = actor.signedInBy;
  const isOwner = queries.isOwnerBySubject(tx, schoolId, subjectHash, deps.now());
  return realm === null ? isOwner : sql<boolean>`${isOwner} and ${takesRealm(tx, schoolId, realm)}`;
};

/** The schools that may be the person's own; whether they are, each says itself. */
export const perhapsOwned = async (
  deps: Dependencies,
  { schoolId, signedInBy }: StaffActor,
): Promise<readonly string[]> => {
  if (signedInBy === undefined) return [schoolId];
  const bound = await deps.db.beforeScope((tx) => queries.schoolsOfSubject(tx, signedInBy.subjectHash));
  return [...new Set([schoolId, ...bound])];
};

/**
 * The rows that `read` finds in each school where the person is the owner's at this moment, by school: each in a transaction and a
 * scope of its own, where that is a condition of the statement itself. No scope holds two schools. What is no longer the person's
 * gives no row.
 */
export const readInOwned = async <Row>(
  deps: Dependencies,
  actor: StaffActor,
  schoolIds: readonly string[],
  read: (tx: Tx, schoolId: string) => Reading<Row>,
): Promise<ReadonlyMap<string, readonly Row[]>> => {
  const found = new Map<string, readonly Row[]>();
  const waiting = schoolIds.values();
  const readOne = (schoolId: string): Promise<readonly Row[]> =>
    deps.db.inScope({ schoolId }, async (tx) => {
      const condition = isOwn(deps, actor, tx, schoolId);
      return condition === undefined ? [] : read(tx, schoolId).where(condition).execute();
    });
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const schoolId of waiting) found.set(schoolId, await readOne(schoolId));
    }),
  );
  return found;
};
