import Type, { type Static } from 'typebox';
import { Grade } from './calendar.ts';
import { SurveyTable } from './national-survey.ts';
import { SignalView } from './results.ts';
import { Count, Day, Id, Moment, Shape } from './shared-shapes.ts';

/** The five steps of the plan (9.4, 8.1) after Elevundersøkelsen. */
export const FollowUpStep = Type.Union([
  Type.Literal('reports'),
  Type.Literal('presented'),
  Type.Literal('class'),
  Type.Literal('taken_up'),
  Type.Literal('measures'),
]);
export type FollowUpStep = Static<typeof FollowUpStep>;

const audiences = [
  Type.Literal('pupils'),
  Type.Literal('pupil_council'),
  Type.Literal('parent_council'),
  Type.Literal('staff'),
] as const;
/** Whom the results are taken up with. */
export const FollowUpAudience = Type.Union([...audiences]);
export type FollowUpAudience = Static<typeof FollowUpAudience>;

/** Who took part, by role and never by name. */
export const FollowUpRole = Type.Union([
  Type.Literal('leadership'),
  Type.Literal('teachers'),
  Type.Literal('social_teacher'),
  Type.Literal('environment_team'),
  ...audiences,
]);
export type FollowUpRole = Static<typeof FollowUpRole>;

const Text = Type.String({ maxLength: 8000 });
const said = {
  step: FollowUpStep,
  heldOn: Day,
  participants: Type.Array(FollowUpRole, { minItems: 1, maxItems: 8, uniqueItems: true }),
  told: Type.Array(FollowUpAudience, { maxItems: 4, uniqueItems: true }),
  seen: Text,
  measures: Text,
  /** The step is done with this. */
  finished: Type.Boolean(),
};

export const RecordFollowUp = Shape({
  followUpId: Id,
  year: Count,
  grade: Grade,
  classId: Type.Union([Id, Type.Null()]),
  ...said,
});
export type RecordFollowUp = Static<typeof RecordFollowUp>;

export const FollowUpRecord = Shape({
  followUpId: Id,
  ...said,
  by: Type.String(),
  recordedAt: Moment,
  /** Taken back; it stands in the history all the same. */
  withdrawn: Type.Boolean(),
});
export type FollowUpRecord = Static<typeof FollowUpRecord>;

export const WithdrawFollowUp = Shape({ withdrawn: Type.Boolean() });

export const StepState = Shape({
  step: FollowUpStep,
  state: Type.Union([Type.Literal('none'), Type.Literal('begun'), Type.Literal('done')]),
  /** Of the latest record that stands. */
  latestOn: Type.Union([Day, Type.Null()]),
});
export type StepState = Static<typeof StepState>;

const steps = Type.Array(StepState);
const told = Type.Array(FollowUpAudience);

export const FollowUpOverview = Shape({
  year: Count,
  years: Type.Array(Count),
  grades: Type.Array(
    Shape({
      grade: Count,
      steps,
      /** With whom the results of the grade have been taken up. */
      told,
      classes: Type.Array(Shape({ classId: Id, className: Type.String(), steps })),
    }),
  ),
});
export type FollowUpOverview = Static<typeof FollowUpOverview>;

/** A figure of a class or grade that is lower than the country's, or a share of bullying that is higher. */
export const LowTheme = Shape({
  table: SurveyTable,
  topic: Type.String(),
  question: Type.String(),
  /** Of the class, or of the grade where the class has none. */
  ofClass: Type.Boolean(),
  value: Type.Number(),
  answers: Type.Union([Count, Type.Null()]),
  nation: Type.Number(),
  nationYear: Count,
});
export type LowTheme = Static<typeof LowTheme>;

export const FollowUpUnit = Shape({
  year: Count,
  grade: Count,
  classId: Type.Union([Id, Type.Null()]),
  className: Type.String(),
  steps,
  told,
  records: Type.Array(FollowUpRecord),
  lowThemes: Type.Array(LowTheme),
  /** Of a class, since the survey; null for a grade. Without names for leadership. */
  signals: Type.Union([
    Type.Array(
      Shape({
        signalId: Id,
        roundName: Type.String(),
        createdAt: Moment,
        level: SignalView.properties.level,
        state: SignalView.properties.state,
        pupil: Type.Union([Type.String(), Type.Null()]),
      }),
    ),
    Type.Null(),
  ]),
  signalsSince: Type.Union([Day, Type.Null()]),
});
export type FollowUpUnit = Static<typeof FollowUpUnit>;
