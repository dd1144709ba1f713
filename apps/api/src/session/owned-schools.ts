import type { Tx } from '@samhold/db';
import type { SignedInBy, StaffActor } from '../access/actor.ts';
import { holdsAny } from '../access/policy.ts';
import type { Dependencies } from '../dependencies.ts';
import { allowsRealm } from '../sign-in-method/realms.ts';
import * as queries from './queries.ts';

/** Schools asked at once; each has a connection while it is asked. */
const AT_ONCE = 4;

const isOwnerThere = async (
  tx: Tx,
  deps: Dependencies,
  { subjectHash, realm }: SignedInBy,
  schoolId: string,
): Promise<boolean> => {
  if (!(await queries.isOwnerBySubject(tx, schoolId, subjectHash, deps.now()))) return false;
  return allowsRealm(tx, schoolId, realm === null ? undefined : { realm });
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
 * Reads in each school where the person is the owner's at this moment: each in a transaction and a scope of its own, in which that
 * is asked first. No scope holds two schools. What is no longer the person's is left out.
 */
export const readInOwned = async <T>(
  deps: Dependencies,
  actor: StaffActor,
  schoolIds: readonly string[],
  read: (tx: Tx, schoolId: string) => Promise<T>,
): Promise<readonly T[]> => {
  const found = new Map<string, T>();
  const waiting = schoolIds.values();
  const readOne = (schoolId: string) =>
    deps.db.inScope({ schoolId }, async (tx) => {
      const isOwn =
        schoolId === actor.schoolId
          ? holdsAny(actor, ['owner'])
          : actor.signedInBy !== undefined && (await isOwnerThere(tx, deps, actor.signedInBy, schoolId));
      return isOwn ? { read: await read(tx, schoolId) } : undefined;
    });
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const schoolId of waiting) {
        const one = await readOne(schoolId);
        if (one !== undefined) found.set(schoolId, one.read);
      }
    }),
  );
  return schoolIds.flatMap((schoolId) => (found.has(schoolId) ? [found.get(schoolId) as T] : []));
};
