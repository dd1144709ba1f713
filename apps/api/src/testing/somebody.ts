import { RelationKind } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';

export const everyKind: readonly RelationKind[] = RelationKind.anyOf.map(({ const: kind }) => kind);

const ofClass: readonly RelationKind[] = ['contact_teacher', 'substitute'];

/** Somebody with these relations now, those of a class to 5A; one whose relations have ended has none. */
export const somebody = (staffId: string, ...held: readonly RelationKind[]): StaffActor => ({
  schoolId: 's',
  staffId,
  trained: true,
  relations: held.map((kind) => ({ kind, classId: ofClass.includes(kind) ? '5A' : null })),
});

/** A contact teacher whose class is not said: it opens nothing of pupils without a class. */
export const ofNoClass: StaffActor = {
  ...somebody('x'),
  relations: [{ kind: 'contact_teacher', classId: null }],
};

/** By which relation alone somebody may. */
export const who = (may: (actor: StaffActor) => boolean, staffId = 'x'): readonly RelationKind[] =>
  everyKind.filter((kind) => may(somebody(staffId, kind)));
