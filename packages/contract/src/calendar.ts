import Type, { type Static } from 'typebox';
import { Count, Day, Id, RoundKind, Shape } from './shared-shapes.ts';
import { YearEntry } from './year-entries.ts';

export const Grade = Type.Integer({ minimum: 1, maximum: 7 });

export const PeriodKind = Type.Union([
  Type.Literal('free'),
  Type.Literal('national_survey'),
  Type.Literal('municipal_survey'),
]);
export type PeriodKind = Static<typeof PeriodKind>;

/** First and last day included. Free days are free for all grades. */
export const NewPeriod = Shape({
  kind: PeriodKind,
  name: Type.String({ minLength: 2, maxLength: 80 }),
  startsOn: Day,
  endsOn: Day,
  fromGrade: Grade,
  toGrade: Grade,
});
export type NewPeriod = Static<typeof NewPeriod>;

export const CalendarPeriod = Shape({
  ...NewPeriod.properties,
  periodId: Id,
  source: Type.Union([Type.Literal('template'), Type.Literal('calendar_file'), Type.Literal('staff')]),
});
export type CalendarPeriod = Static<typeof CalendarPeriod>;

export const Term = Shape({
  number: Type.Integer({ minimum: 1, maximum: 4 }),
  name: Type.String({ minLength: 1, maxLength: 40 }),
  startsOn: Day,
  endsOn: Day,
});
export type Term = Static<typeof Term>;

export const SchoolYearRef = Shape({ schoolYearId: Id, label: Type.String(), startsOn: Day, endsOn: Day });
export type SchoolYearRef = Static<typeof SchoolYearRef>;

/**
 * What in the plan breaks a rule, for which grades. `opensOn` and `kind` say which round; the rest is what a sentence about it
 * needs: the name and days of what stands in the way, or of the round before; a count and the limit it is held against.
 */
export const PlanConflict = Shape({
  code: Type.Union([
    Type.Literal('outside_year'),
    Type.Literal('opens_on_free_day'),
    Type.Literal('closes_on_free_day'),
    Type.Literal('first_weeks'),
    Type.Literal('during_survey'),
    Type.Literal('survey_in_mixed_class'),
    Type.Literal('over_break'),
    Type.Literal('too_close'),
    Type.Literal('too_far'),
    Type.Literal('together'),
    Type.Literal('no_room'),
    Type.Literal('fewer_rounds'),
  ]),
  kind: RoundKind,
  fromGrade: Grade,
  toGrade: Grade,
  opensOn: Type.Union([Day, Type.Null()]),
  name: Type.Union([Type.String(), Type.Null()]),
  startsOn: Type.Union([Day, Type.Null()]),
  endsOn: Type.Union([Day, Type.Null()]),
  count: Type.Union([Count, Type.Null()]),
  limit: Type.Union([Count, Type.Null()]),
  /** The class it is about, when it is about one. */
  className: Type.Union([Type.String(), Type.Null()]),
});
export type PlanConflict = Static<typeof PlanConflict>;

/** Minutes of survey for one pupil, other surveys included. */
export const GradeLoad = Shape({
  grade: Grade,
  terms: Type.Array(Shape({ number: Type.Integer(), minutes: Count })),
  minutes: Count,
});
export type GradeLoad = Static<typeof GradeLoad>;

/** A round of the plan; without `roundId` it is not saved yet. Only planned ones can be changed. */
export const PlanRoundView = Shape({
  roundId: Type.Union([Id, Type.Null()]),
  kind: RoundKind,
  name: Type.String(),
  fromGrade: Grade,
  toGrade: Grade,
  opensOn: Day,
  closesOn: Day,
  state: Type.Union([Type.Literal('planned'), Type.Literal('open'), Type.Literal('ended')]),
});
export type PlanRoundView = Static<typeof PlanRoundView>;

/** `version` changes whenever a round of the year does. */
export const RoundPlan = Shape({
  schoolYearId: Id,
  version: Type.String(),
  rounds: Type.Array(PlanRoundView),
  conflicts: Type.Array(PlanConflict),
  load: Type.Array(GradeLoad),
});
export type RoundPlan = Static<typeof RoundPlan>;

/** `year` is null for a school without a school year. */
export const SchoolCalendarView = Shape({
  years: Type.Array(SchoolYearRef),
  today: Day,
  year: Type.Union([
    Type.Null(),
    Shape({
      ...SchoolYearRef.properties,
      terms: Type.Array(Term),
      periods: Type.Array(CalendarPeriod),
      pupilDays: Shape({ count: Count, goal: Count }),
      plan: RoundPlan,
      /** The weeks that have a school day, by their Mondays: the first is school week 1. */
      schoolWeeks: Type.Array(Day),
      entries: Type.Array(YearEntry),
      /** There is an earlier year with entries to take over. */
      yearBeforeHasEntries: Type.Boolean(),
    }),
  ]),
});
export type SchoolCalendarView = Static<typeof SchoolCalendarView>;

export const CalendarQuery = Shape({ schoolYearId: Type.Optional(Id) });

/** `from` is the first day a round may open; today when it is left out or has passed. */
export const ProposalQuery = Shape({ schoolYearId: Type.Optional(Id), from: Type.Optional(Day) });

export const PlanDraftRound = Shape({
  roundId: Type.Union([Id, Type.Null()]),
  kind: RoundKind,
  name: Type.Optional(Type.String({ minLength: 3, maxLength: 80 })),
  fromGrade: Grade,
  toGrade: Grade,
  opensOn: Day,
});
export type PlanDraftRound = Static<typeof PlanDraftRound>;

/** All rounds not opened yet, as they shall be. */
export const PlanDraft = Shape({
  schoolYearId: Id,
  rounds: Type.Array(PlanDraftRound, { maxItems: 100 }),
});
export type PlanDraft = Static<typeof PlanDraft>;

export const SavePlan = Shape({ ...PlanDraft.properties, version: Type.String({ maxLength: 64 }) });
export type SavePlan = Static<typeof SavePlan>;

export const MoveRound = Shape({ opensOn: Day });
export type MoveRound = Static<typeof MoveRound>;

export const SaveTerms = Shape({
  schoolYearId: Id,
  terms: Type.Array(Type.Omit(Term, ['number'], { additionalProperties: false }), {
    minItems: 1,
    maxItems: 4,
  }),
});
export type SaveTerms = Static<typeof SaveTerms>;

export const AddPeriod = Shape({ schoolYearId: Id, period: NewPeriod });
export type AddPeriod = Static<typeof AddPeriod>;

/** An event of a calendar file that lasts whole days, cut to the school year. */
export const CalendarFileEvent = Shape({
  name: Type.String(),
  startsOn: Day,
  endsOn: Day,
  /** Its name reads like a day without school. */
  looksFree: Type.Boolean(),
  /** The year has these days with this name already. */
  known: Type.Boolean(),
});
export type CalendarFileEvent = Static<typeof CalendarFileEvent>;

export const CalendarFilePreview = Shape({
  events: Type.Array(CalendarFileEvent),
  ignored: Shape({ outsideYear: Count, partOfDay: Count, cancelled: Count, tooMany: Count }),
  faults: Type.Array(Shape({ line: Count, reason: Type.String() })),
  /** Faults beyond those listed. */
  moreFaults: Count,
});
export type CalendarFilePreview = Static<typeof CalendarFilePreview>;

export const FilePeriod = Shape({
  name: Type.String({ minLength: 1, maxLength: 80 }),
  startsOn: Day,
  endsOn: Day,
});
/** `replaceTemplate` takes out the free days that came with the template first. */
export const ApplyCalendarFile = Shape({
  schoolYearId: Id,
  replaceTemplate: Type.Boolean(),
  periods: Type.Array(FilePeriod, { minItems: 1, maxItems: 400 }),
});
export type ApplyCalendarFile = Static<typeof ApplyCalendarFile>;

export const CalendarFileReceipt = Shape({ added: Count, unchanged: Count, removed: Count });
export type CalendarFileReceipt = Static<typeof CalendarFileReceipt>;
