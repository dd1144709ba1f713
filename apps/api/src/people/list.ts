import type { RelationView, StaffEntry, StaffList } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { groupsSeen } from '../class-groups/confirm-classes.ts';
import { accountStates } from '../local-accounts/service.ts';
import { openNames } from '../roster/names.ts';
import { holdersOf } from './last-of-kind.ts';
import * as queries from './queries.ts';
import { lastDay, relationState } from './relation-days.ts';

const view = (relation: queries.StoredRelation, seen: Date | undefined, now: Date): RelationView => ({
  relationId: relation.relationId,
  kind: relation.kind,
  classId: relation.classId,
  className: relation.className,
  fromOn: dayOf(relation.fromAt),
  toOn: relation.toAt === null ? null : lastDay(relation.toAt),
  state: relationState(relation, now),
  confirmed: relation.confirmedAt !== null,
  namedByFeideOn: relation.kind === 'contact_teacher' && seen !== undefined ? dayOf(seen) : null,
});

/** Everyone who works here, by family name, with what they may, might and once could. */
export const listStaff = (deps: Dependencies, actor: StaffActor): Promise<StaffList> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    const now = deps.now();
    const today = dayOf(now);
    const members = await queries.staffMembers(tx, schoolId);
    const ids = members.map((row) => row.staff_id);
    const names = new Map(
      (await openNames(tx, await sealer(), schoolId, ids)).map((name) => [name.personId, name]),
    );
    const signsIn = await queries.whoSignsIn(tx, schoolId);
    const relations = Map.groupBy(await queries.relations(tx, schoolId), (relation) => relation.staffId);
    const accounts = await accountStates(tx, schoolId);
    const seen = await groupsSeen(tx, schoolId);
    const staff = members.map((row): StaffEntry => ({
      staffId: row.staff_id,
      givenName: names.get(row.staff_id)?.given ?? '–',
      familyName: names.get(row.staff_id)?.family ?? '–',
      active: row.active,
      signsIn: signsIn.has(row.staff_id) || accounts.get(row.staff_id) === 'set_up',
      account: accounts.get(row.staff_id) ?? 'none',
      trainedOn: row.trained_on === null ? null : String(row.trained_on),
      relations: (relations.get(row.staff_id) ?? []).map((relation) =>
        view(relation, seen.get(`${relation.staffId} ${relation.classId ?? ''}`), now),
      ),
    }));
    return {
      today,
      ownStaffId: actor.staffId,
      hasLeadership: (await holdersOf(tx, schoolId, 'leadership', now)).length > 0,
      classes: await queries.classesAhead(tx, schoolId, today),
      staff: staff.sort(
        (a, b) =>
          a.familyName.localeCompare(b.familyName, 'nb') || a.givenName.localeCompare(b.givenName, 'nb'),
      ),
    };
  });
