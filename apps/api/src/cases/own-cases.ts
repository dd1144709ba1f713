import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { peopleOf } from './facts.ts';
import { mayOpenCase, type CasePeople } from './policy.ts';
import * as queries from './queries.ts';

export type OwnCase = { readonly row: queries.CaseRow; readonly people: CasePeople };

/** The cases this actor may open, of all there are. */
export const ownCases = async (
  tx: Tx,
  actor: StaffActor,
  now: Date,
): Promise<{ readonly own: readonly OwnCase[]; readonly all: readonly queries.CaseRow[] }> => {
  const { schoolId } = actor;
  const all = await queries.allCases(tx, schoolId);
  const staff = Map.groupBy(await queries.staffOfCases(tx, schoolId), (one) => one.case_id);
  const leadership = await queries.leadershipTimes(tx, schoolId);
  const own = all
    .map((row) => {
      const taking = [...(staff.get(row.case_id) ?? []), ...(staff.get(row.merged_into ?? '') ?? [])];
      return { row, people: peopleOf(row, taking, leadership, now) };
    })
    .filter(({ people }) => mayOpenCase(actor, people));
  return { own, all };
};
