import type { StaffActor } from '../access/actor.ts';
import { holdsAny, mayReadNamedResults } from '../access/policy.ts';
import { mayOpenCase, type CasePeople } from '../cases/policy.ts';

/**
 * Named answers of those a case is about, before and after its measures: whoever may open the case, and reads named answers beside. The
 * social teacher and leadership do with a reason that is logged, the environment team of the cases they take part in, and a contact
 * teacher of the own class. A case one only knows, as the kommune does, opens no answers.
 */
export const maySeeEffect = (actor: StaffActor, people: CasePeople, classId: string): boolean => {
  if (!mayOpenCase(actor, people)) return false;
  if (holdsAny(actor, ['social_teacher', 'leadership']) || mayReadNamedResults(actor, classId)) return true;
  return (
    holdsAny(actor, ['environment_team']) && people.staff.some(({ staffId }) => staffId === actor.staffId)
  );
};
