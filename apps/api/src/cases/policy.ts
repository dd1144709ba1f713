import type { RelationKind } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import { holdsAny } from '../access/policy.ts';

export type CasePeople = {
  readonly kind: 'environment' | 'staff';
  /** Who takes part now, and whom a case under § 12-5 is about. */
  readonly staff: readonly {
    readonly staffId: string;
    readonly part: 'responsible' | 'participant' | 'accused';
  }[];
  /** Somebody of the leadership is the accused. */
  readonly leadershipAccused: boolean;
};

const has = ({ staff }: CasePeople, staffId: string, accused: boolean): boolean =>
  staff.some((one) => one.staffId === staffId && (one.part === 'accused') === accused);

/** Who looks after such cases of the whole school: about an employee (§ 12-5) those who need it, about leadership the owner alone. */
const carriers = ({ kind, leadershipAccused }: CasePeople): readonly RelationKind[] => {
  if (kind === 'environment') return ['social_teacher', 'leadership'];
  return leadershipAccused ? ['owner'] : ['leadership', 'owner'];
};

/** Who sees that a case is there: whoever looks after such cases, and whoever takes part. The accused never does, whatever else holds. */
export const mayOpenCase = (actor: StaffActor, people: CasePeople): boolean =>
  !has(people, actor.staffId, true) &&
  (has(people, actor.staffId, false) || holdsAny(actor, carriers(people)));

/** Who carries a case through its duties; whoever takes part otherwise reads it and adds what they know. */
export const mayCarryCase = (actor: StaffActor, people: CasePeople): boolean =>
  mayOpenCase(actor, people) &&
  (holdsAny(actor, carriers(people)) ||
    people.staff.some(({ staffId, part }) => staffId === actor.staffId && part === 'responsible'));
