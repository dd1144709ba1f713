import type { RelationKind } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import { AppError } from '../errors.ts';
import * as queries from './queries.ts';
import { relationState } from './relation-days.ts';

/** Without somebody in these, nobody could put right what was ended, or take what is about leadership. */
const neverEmpty: ReadonlySet<RelationKind> = new Set(['administrator', 'leadership', 'owner']);

/** The confirmed relations of a kind that active people hold now or from a day to come. */
export const holdersOf = async (
  tx: Tx,
  schoolId: string,
  kind: RelationKind,
  now: Date,
): Promise<readonly queries.StoredRelation[]> => {
  const active = new Set(
    (await queries.staffMembers(tx, schoolId)).filter((row) => row.active).map((row) => row.staff_id),
  );
  return (await queries.relations(tx, schoolId)).filter(
    (one) =>
      one.kind === kind && active.has(one.staffId) && ['active', 'coming'].includes(relationState(one, now)),
  );
};

/**
 * Throws `last_of_kind` when without these relations the school had no administrator, no leadership or no owner any more from now on. A leadership
 * that has no sign-in yet may end: somebody took the wrong person, and nobody has been in charge.
 */
export const keepSomebody = async (
  tx: Tx,
  schoolId: string,
  ending: readonly queries.StoredRelation[],
  now: Date,
): Promise<void> => {
  const signsIn = await queries.whoSignsIn(tx, schoolId);
  const gone = new Set(ending.map((one) => one.relationId));
  for (const { kind, staffId, ...period } of ending) {
    if (!neverEmpty.has(kind) || relationState(period, now) !== 'active') continue;
    if (kind === 'leadership' && !signsIn.has(staffId)) continue;
    const left = (await holdersOf(tx, schoolId, kind, now)).filter(
      (one) => !gone.has(one.relationId) && one.fromAt <= now,
    );
    if (left.length === 0) throw new AppError('last_of_kind', [kind]);
  }
};
