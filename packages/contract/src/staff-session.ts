import Type, { type Static } from 'typebox';
import { Day, Id, Shape } from './shared-shapes.ts';

export const RelationKind = Type.Union([
  Type.Literal('contact_teacher'),
  Type.Literal('substitute'),
  Type.Literal('employee'),
  Type.Literal('social_teacher'),
  Type.Literal('environment_team'),
  Type.Literal('leadership'),
  /** Held beside leadership. */
  Type.Literal('principal'),
  Type.Literal('administrator'),
  Type.Literal('council_reader'),
  /** At the kommune: takes what concerns a school's own leadership (§ 12-5). */
  Type.Literal('owner'),
]);
export type RelationKind = Static<typeof RelationKind>;

export const StaffSession = Shape({
  staffId: Id,
  name: Type.String(),
  school: Shape({
    name: Type.String(),
    demo: Type.Boolean(),
    /** While the school closes: the first day it may be deleted. */
    deletedFrom: Type.Optional(Day),
  }),
  /** Whether the same sign-in also leads to other schools. */
  hasOtherSchools: Type.Boolean(),
  relations: Type.Array(
    Shape({
      kind: RelationKind,
      classId: Type.Union([Id, Type.Null()]),
      className: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
});
export type StaffSession = Static<typeof StaffSession>;

/** The schools a person can be in, by name. */
export const OwnSchools = Shape({
  schools: Type.Array(Shape({ schoolId: Id, name: Type.String(), isHere: Type.Boolean() })),
});
export type OwnSchools = Static<typeof OwnSchools>;

/** The schools somebody who has just signed in chooses among, the one used last first; none when there is nothing to choose. */
export const SchoolsToChoose = Shape({
  schools: Type.Array(Shape({ schoolId: Id, name: Type.String(), isLast: Type.Boolean() })),
});
export type SchoolsToChoose = Static<typeof SchoolsToChoose>;

export const ChooseSchool = Shape({ schoolId: Id });
export const SchoolChosen = Shape({ returnTo: Type.String() });
export type SchoolChosen = Static<typeof SchoolChosen>;
