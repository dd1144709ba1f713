import Type, { type Static } from 'typebox';
import { Count, Day, Id, PupilLabel, Share, Shape } from './shared-shapes.ts';

const OrNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const MeasureKind = Type.Union([
  Type.Literal('learning_partners'),
  Type.Literal('play_groups'),
  Type.Literal('adult_led_activity'),
  Type.Literal('seating'),
  Type.Literal('groups'),
  Type.Literal('class_rules'),
  Type.Literal('other'),
]);
export type MeasureKind = Static<typeof MeasureKind>;

/** What a class does for its environment. For the whole class when it is for no pupil in particular. */
export const ClassMeasure = Shape({
  measureId: Id,
  kind: MeasureKind,
  what: Type.String(),
  arrangementId: OrNull(Id),
  fromOn: Day,
  toOn: OrNull(Day),
  pupils: Type.Array(PupilLabel),
  revision: Count,
});
export type ClassMeasure = Static<typeof ClassMeasure>;

/** `arrangements` are groups and seats in use that no measure is about yet. */
export const ClassMeasures = Shape({
  classId: Id,
  className: Type.String(),
  measures: Type.Array(ClassMeasure),
  pupils: Type.Array(PupilLabel),
  arrangements: Type.Array(
    Shape({
      arrangementId: Id,
      kind: Type.Union([Type.Literal('groups'), Type.Literal('seating')]),
      usedFrom: Day,
    }),
  ),
});
export type ClassMeasures = Static<typeof ClassMeasures>;

/** The id is made where it is written, so that one sent twice is one. */
export const NewMeasure = Shape({
  measureId: Id,
  kind: MeasureKind,
  what: Type.String({ maxLength: 2000 }),
  arrangementId: OrNull(Id),
  fromOn: Day,
  toOn: OrNull(Day),
  pupilIds: Type.Array(Id, { maxItems: 60, uniqueItems: true }),
});
export type NewMeasure = Static<typeof NewMeasure>;

export const EndMeasure = Shape({ revision: Count, toOn: OrNull(Day) });
export type EndMeasure = Static<typeof EndMeasure>;

const Difference = Shape({
  n: Count,
  before: Share,
  after: Share,
  difference: Type.Number(),
  low: Type.Number(),
  high: Type.Number(),
});
const Ties = Shape({ kept: Count, lost: Count, begun: Count });
const Held = Shape({ name: Type.String(), day: Day, listed: Count, responded: Count });
/** The last sitting before a measure, and the first one after it had run for four weeks; null where there is none. */
const Around = Shape({ before: OrNull(Held), after: OrNull(Held) });

export const EffectOfPupil = Shape({
  pupil: PupilLabel,
  choices: Type.Array(
    Shape({
      criterionId: Type.String(),
      title: Type.String(),
      received: OrNull(Difference),
      mutual: OrNull(Ties),
      /** What the others of the class suggest, in sentences. */
      expected: Type.Array(Type.String()),
    }),
  ),
  themes: Type.Array(
    Shape({
      theme: Type.String(),
      before: OrNull(Type.Number()),
      after: OrNull(Type.Number()),
      expected: Type.Array(Type.String()),
    }),
  ),
});
export type EffectOfPupil = Static<typeof EffectOfPupil>;

export const EffectOfClass = Shape({
  choices: Type.Array(
    Shape({
      criterionId: Type.String(),
      title: Type.String(),
      chosen: OrNull(Difference),
      withMutual: OrNull(Difference),
      mutual: Ties,
    }),
  ),
  themes: Type.Array(
    Shape({
      theme: Type.String(),
      n: Count,
      before: Type.Number(),
      after: Type.Number(),
      difference: Type.Number(),
      low: OrNull(Type.Number()),
      high: OrNull(Type.Number()),
    }),
  ),
});
export type EffectOfClass = Static<typeof EffectOfClass>;

/** Before and after a measure: of the class when it is for the class, and of each pupil it is for. */
export const BeforeAndAfter = Shape({
  fromOn: Day,
  toOn: OrNull(Day),
  sociogram: Around,
  wellbeing: Around,
  ofClass: OrNull(EffectOfClass),
  pupils: Type.Array(EffectOfPupil),
});
export type BeforeAndAfter = Static<typeof BeforeAndAfter>;

export const MeasureEffect = Shape({
  classId: Id,
  className: Type.String(),
  measure: ClassMeasure,
  effect: BeforeAndAfter,
});
export type MeasureEffect = Static<typeof MeasureEffect>;

/** Why named answers are opened from a case; it stands in the access log. */
export const EffectReason = Type.Union([
  Type.Literal('evaluation'),
  Type.Literal('meeting'),
  Type.Literal('supervision'),
]);
export type EffectReason = Static<typeof EffectReason>;

export const OpenCaseEffect = Shape({ reason: EffectReason });

/** Before and after each measure of the newest plan of a case, for those the case is about. */
export const CaseEffect = Shape({
  caseId: Id,
  measures: Type.Array(
    Shape({
      measureId: Id,
      what: Type.String(),
      level: Type.Union([Type.Literal('pupil'), Type.Literal('class'), Type.Literal('school')]),
      effects: Type.Array(Shape({ className: Type.String(), effect: BeforeAndAfter })),
    }),
  ),
});
export type CaseEffect = Static<typeof CaseEffect>;
