import type { AddedPerson, PersonName } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { insertStaffMember, renamePerson } from '../roster/people.ts';
import { endSessionsOf } from '../session/service.ts';
import { handOverTasksOf } from '../tasks/hand-over.ts';
import * as queries from './queries.ts';
import { endInScope } from './relations.ts';

const trimmed = (name: PersonName): PersonName => ({
  givenName: name.givenName.trim(),
  familyName: name.familyName.trim(),
});

/** Somebody with a name and nothing else: no relation, no sign-in, no training. */
export const addPerson = (deps: Dependencies, actor: StaffActor, name: PersonName): Promise<AddedPerson> =>
  deps.db.inScope(actor, async (tx, sealer) => ({
    staffId: await insertStaffMember(tx, await sealer(), deps.keyring, actor.schoolId, {
      ...trimmed(name),
      relations: [],
    }),
  }));

export const renameStaff = (
  deps: Dependencies,
  actor: StaffActor,
  staffId: string,
  name: PersonName,
): Promise<void> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    if ((await queries.staffMember(tx, actor.schoolId, staffId)) === undefined)
      throw new AppError('not_found');
    await renamePerson(tx, await sealer(), actor.schoolId, staffId, trimmed(name));
  });

/**
 * Whoever has left: relations and sessions end at once, and the sign-in leads nowhere. A person who comes back gets none of it back
 * but the sign-in. Throws `last_of_kind`.
 */
export const setStaffActive = (
  deps: Dependencies,
  actor: StaffActor,
  staffId: string,
  active: boolean,
): Promise<void> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId } = actor;
    await queries.lockAccess(tx, schoolId);
    const member = await queries.staffMember(tx, schoolId, staffId);
    if (member === undefined) throw new AppError('not_found');
    if (member.active === active) return;
    const now = deps.now();
    if (!active) {
      await endInScope(tx, actor, now, await queries.relations(tx, schoolId, staffId));
      await endSessionsOf(tx, schoolId, staffId);
    }
    await queries.setActive(tx, schoolId, staffId, active);
    if (!active) await handOverTasksOf(tx, schoolId, staffId, now);
    const action = active ? 'access.granted' : 'access.ended';
    await logOpening(tx, actor, now, {
      action,
      subjectKind: 'staff',
      subjectId: staffId,
      purpose: 'sign-in',
    });
  });
