import type { PublicationAudience, RelationKind } from '@samhold/contract';
import type { DeclaredAccess, StaffActor } from './actor.ts';

const holds = (actor: StaffActor, kinds: readonly RelationKind[], classId: string): boolean =>
  actor.relations.some((relation) => kinds.includes(relation.kind) && relation.classId === classId);

/** Start a sitting, see who has answered, unlock, close. */
export const mayRunSittings = (actor: StaffActor, classId: string): boolean =>
  holds(actor, ['contact_teacher', 'substitute'], classId);

/** Named answers, choices and signals of a class. */
export const mayReadNamedResults = (actor: StaffActor, classId: string): boolean =>
  holds(actor, ['contact_teacher'], classId);

export const holdsAny = (actor: Pick<StaffActor, 'relations'>, kinds: readonly RelationKind[]): boolean =>
  actor.relations.some((relation) => kinds.includes(relation.kind));

/** The sociogram of a grade while it is open: leadership, and the contact teachers of the classes that took part. */
export const mayReadGrade = (actor: StaffActor, classIds: readonly string[]): boolean =>
  holdsAny(actor, ['leadership']) || classIds.some((classId) => mayReadNamedResults(actor, classId));

const readers: Partial<Readonly<Record<PublicationAudience, readonly RelationKind[]>>> = {
  leadership: ['leadership'],
  gradeTeam: ['leadership'],
  staff: ['leadership', 'contact_teacher', 'employee', 'social_teacher', 'environment_team'],
  environmentTeam: ['leadership', 'environment_team'],
  owner: ['owner'],
  public: ['owner'],
};

/** What somebody at the kommune reads. */
export const audiencesOfOwner = Object.entries(readers)
  .filter(([, kinds]) => kinds.includes('owner'))
  // The keys of `readers` are audiences.
  .map(([audience]) => audience as PublicationAudience);

/** A report for readers who sign in; one for a grade's team also its contact teachers, whose classes are given. */
export const mayReadReport = (
  actor: StaffActor,
  audience: PublicationAudience,
  gradeClassIds: readonly string[],
): boolean =>
  holdsAny(actor, readers[audience] ?? []) ||
  (audience === 'gradeTeam' && gradeClassIds.some((classId) => mayReadNamedResults(actor, classId)));

/** What these open is named: pupils, their answers and choices, or that they have any. */
const opensNamedData: ReadonlySet<RelationKind> = new Set([
  'contact_teacher',
  'substitute',
  'employee',
  'social_teacher',
  'environment_team',
  'principal',
  'owner',
]);

/** Nobody comes to named data before training in privacy is confirmed; what else the person may open stays open. */
export const mustTrainFirst = (actor: StaffActor, declared: DeclaredAccess): boolean =>
  !actor.trained &&
  typeof declared !== 'string' &&
  !holdsAny(
    actor,
    declared.filter((kind) => !opensNamedData.has(kind)),
  );

/** Who has opened what is recorded of a pupil: leadership, and the contact teacher of the pupil's class now. */
export const mayReadReaders = (actor: StaffActor, classId: string): boolean =>
  holdsAny(actor, ['leadership']) || mayReadNamedResults(actor, classId);
