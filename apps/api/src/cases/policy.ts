import type { CaseEntryKind, CaseKind, RelationKind } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import { holdsAny, mayReadNamedResults } from '../access/policy.ts';

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

/** What whoever takes part adds of what they have seen, heard and done. */
const addedByParticipants: ReadonlySet<CaseEntryKind> = new Set([
  'stepped_in',
  'principal_told',
  'pupil_heard',
  'measure_followed',
  'view',
  'note',
  'correction',
]);

export const mayRecord = (actor: StaffActor, people: CasePeople, kind: CaseEntryKind): boolean =>
  mayCarryCase(actor, people) || (mayOpenCase(actor, people) && addedByParticipants.has(kind));

export type NewCase = {
  readonly kind: CaseKind;
  readonly accusedIds: readonly string[];
  readonly leadershipAccused: boolean;
  /** The classes that it is about: its own, and those of its pupils; null for a pupil of no class. */
  readonly classIds: readonly (string | null)[];
};

/** Whoever looks after such cases opens them; a contact teacher, one about the own class. Nobody opens one about themselves. */
export const mayStartCase = (actor: StaffActor, about: NewCase): boolean => {
  const { kind, accusedIds, leadershipAccused, classIds } = about;
  const people: CasePeople = {
    kind,
    leadershipAccused,
    staff: accusedIds.map((staffId) => ({ staffId, part: 'accused' })),
  };
  if (mayOpenCase(actor, people)) return true;
  return (
    kind === 'environment' &&
    classIds.length > 0 &&
    classIds.every((classId) => classId !== null && mayReadNamedResults(actor, classId))
  );
};

/** What kinds of cases this actor may open at all. */
export const kindsToStart = (actor: StaffActor): CaseKind[] => [
  ...(holdsAny(actor, ['social_teacher', 'leadership', 'contact_teacher']) ? (['environment'] as const) : []),
  ...(holdsAny(actor, ['leadership', 'owner']) ? (['staff'] as const) : []),
];
