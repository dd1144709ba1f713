import type { RelationKind } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import { holdsAny } from '../access/policy.ts';
import { mayOpenCase, type CasePeople } from '../cases/policy.ts';

/** Whoever works at the school files what they see, hear or are told; a reader from a council and the kommune do not work here. */
export const filers = [
  'contact_teacher',
  'substitute',
  'employee',
  'social_teacher',
  'environment_team',
  'leadership',
  'administrator',
] as const satisfies readonly RelationKind[];

export const receivers = ['social_teacher', 'leadership', 'owner'] as const satisfies readonly RelationKind[];

export type ReportPeople = {
  readonly filedBy: string;
  readonly aboutStaff: boolean;
  /** Named in the report, or later, or in the case it is in. */
  readonly accused: readonly string[];
  readonly leadershipAccused: boolean;
  /** The principal has told the owner. */
  readonly ownerTold: boolean;
  /** The school has a principal now. */
  readonly hasPrincipal: boolean;
  readonly inCase: CasePeople | null;
};

/** To whom a report goes (10.3, § 12-5): about an employee straight to the principal and from there to the owner, about leadership to the owner alone. */
export const receiverKinds = (people: ReportPeople): readonly RelationKind[] => {
  if (!people.aboutStaff) return ['social_teacher', 'leadership'];
  if (people.leadershipAccused) return ['owner'];
  const atSchool = people.hasPrincipal ? 'principal' : 'leadership';
  return people.ownerTold ? [atSchool, 'owner'] : [atSchool];
};

/** Who of them is told that it has come. */
export const toldKinds = (people: ReportPeople): readonly RelationKind[] =>
  people.aboutStaff
    ? receiverKinds(people)
    : ['social_teacher', people.hasPrincipal ? 'principal' : 'leadership'];

/** Who reads a report and does something with it. Never the accused; and once it is in a case, nobody from whom the case is hidden. */
export const mayReceive = (actor: StaffActor, people: ReportPeople): boolean =>
  !people.accused.includes(actor.staffId) &&
  holdsAny(actor, receiverKinds(people)) &&
  (people.inCase === null || mayOpenCase(actor, people.inCase));

/** One's own words stay one's own, whoever they turned out to be about. */
export const isOwn = (actor: StaffActor, filedBy: string): boolean =>
  filedBy === actor.staffId && holdsAny(actor, filers);
