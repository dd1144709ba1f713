import Type, { type Static } from 'typebox';
import { Id, Shape } from './shared-shapes.ts';

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
  school: Shape({ name: Type.String(), demo: Type.Boolean() }),
  /** Where the same sign-in also leads. */
  otherSchools: Type.Array(Shape({ schoolId: Id, name: Type.String() })),
  relations: Type.Array(
    Shape({
      kind: RelationKind,
      classId: Type.Union([Id, Type.Null()]),
      className: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
});
export type StaffSession = Static<typeof StaffSession>;
