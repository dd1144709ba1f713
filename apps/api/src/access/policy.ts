import type { RelationKind } from '@samhold/contract';
import type { StaffActor } from './actor.ts';

const holds = (actor: StaffActor, kinds: readonly RelationKind[], classId: string): boolean =>
  actor.relations.some((relation) => kinds.includes(relation.kind) && relation.classId === classId);

/** Start a sitting, see who has answered, unlock, close. */
export const mayRunSittings = (actor: StaffActor, classId: string): boolean =>
  holds(actor, ['contact_teacher', 'substitute'], classId);

/** Named answers, choices and signals of a class. */
export const mayReadNamedResults = (actor: StaffActor, classId: string): boolean =>
  holds(actor, ['contact_teacher'], classId);

export const holdsAny = (actor: StaffActor, kinds: readonly RelationKind[]): boolean =>
  actor.relations.some((relation) => kinds.includes(relation.kind));
