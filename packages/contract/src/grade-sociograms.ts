import Type, { type Static } from 'typebox';
import { Day, Id, Moment, Shape } from './shared-shapes.ts';

const Grade = Type.Integer({ minimum: 1, maximum: 7 });

/** Days are whole days in Norway, both ends included. */
export const OpenGrade = Shape({
  roundId: Id,
  grade: Grade,
  reason: Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' }),
  fromOn: Day,
  untilOn: Day,
});
export type OpenGrade = Static<typeof OpenGrade>;

/** A grade's sociogram of one round, opened to the contact teachers of the classes that took part. */
export const GradeOpening = Shape({
  openingId: Id,
  roundId: Id,
  roundName: Type.String(),
  grade: Grade,
  reason: Type.String(),
  fromOn: Day,
  untilOn: Day,
  openedBy: Type.String(),
  openedAt: Moment,
  endedAt: Type.Union([Moment, Type.Null()]),
  state: Type.Union([Type.Literal('coming'), Type.Literal('open'), Type.Literal('over')]),
});
export type GradeOpening = Static<typeof GradeOpening>;

/** What leadership can open, and what it has opened, newest first. */
export const GradeOpenings = Shape({
  rounds: Type.Array(
    Shape({
      roundId: Id,
      name: Type.String(),
      /** Whether pupils could choose in other classes of the grade. */
      acrossGrade: Type.Boolean(),
      grades: Type.Array(Shape({ grade: Grade, classes: Type.Array(Type.String()) })),
    }),
  ),
  openings: Type.Array(GradeOpening),
});
export type GradeOpenings = Static<typeof GradeOpenings>;

/** The whole grade in one network: pupils of all classes that took part, and their choices in and between the classes. */
export const GradeSociogram = Shape({
  opening: GradeOpening,
  acrossGrade: Type.Boolean(),
  /** When the last of the classes was done. */
  closedAt: Moment,
  pupils: Type.Array(
    Shape({ pupilId: Id, label: Type.String(), className: Type.String(), responded: Type.Boolean() }),
  ),
  criteria: Type.Array(
    Shape({
      criterionId: Type.String(),
      title: Type.String(),
      choices: Type.Array(Shape({ from: Id, to: Id })),
    }),
  ),
});
export type GradeSociogram = Static<typeof GradeSociogram>;
