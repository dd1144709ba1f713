import Type, { type Static } from 'typebox';
import { ClockTime } from './notices.ts';
import { Count, Day, Id, Shape } from './shared-shapes.ts';

export const ResponsibleRole = Type.Union([
  Type.Literal('leadership'),
  Type.Literal('social_teacher'),
  Type.Literal('environment_team'),
  Type.Literal('contact_teacher'),
  Type.Literal('employee'),
]);
export type ResponsibleRole = Static<typeof ResponsibleRole>;

/**
 * Something that recurs, counted in school weeks of its year. `times` is null until the year ends. With `weeksLong` 0 it lasts
 * one day, `weekday` or the school day nearest to it; else so many school weeks. `startsAt` and `minutes` go together.
 */
export const NewYearEntry = Shape({
  name: Type.String({ minLength: 2, maxLength: 80, pattern: '^[^\\u0000-\\u001f]*$' }),
  /** Who sees to it first. */
  responsible: Type.Array(ResponsibleRole, { minItems: 1, maxItems: 5, uniqueItems: true }),
  firstWeek: Type.Integer({ minimum: 1, maximum: 60 }),
  everyWeeks: Type.Integer({ minimum: 1, maximum: 60 }),
  times: Type.Union([Type.Integer({ minimum: 1, maximum: 60 }), Type.Null()]),
  weekday: Type.Integer({ minimum: 1, maximum: 5 }),
  weeksLong: Type.Integer({ minimum: 0, maximum: 8 }),
  startsAt: Type.Union([ClockTime, Type.Null()]),
  minutes: Type.Union([Type.Integer({ minimum: 5, maximum: 480 }), Type.Null()]),
});
export type NewYearEntry = Static<typeof NewYearEntry>;

/** One time it comes, by its number from 1. First and last day included. */
export const Occurrence = Shape({
  number: Type.Integer({ minimum: 1 }),
  startsOn: Day,
  endsOn: Day,
  /** Where the rhythm puts it. */
  plannedOn: Day,
  state: Type.Union([Type.Literal('planned'), Type.Literal('moved'), Type.Literal('taken_out')]),
});
export type Occurrence = Static<typeof Occurrence>;

export const YearEntry = Shape({
  ...NewYearEntry.properties,
  entryId: Id,
  occurrences: Type.Array(Occurrence),
});
export type YearEntry = Static<typeof YearEntry>;

export const AddYearEntry = Shape({ schoolYearId: Id, entry: NewYearEntry });
export type AddYearEntry = Static<typeof AddYearEntry>;

/** Where entries are taken from: the action plan, or the school's year before. */
export const FillYear = Shape({
  schoolYearId: Id,
  from: Type.Union([Type.Literal('action_plan'), Type.Literal('year_before')]),
});
export type FillYear = Static<typeof FillYear>;
export const FilledYear = Shape({ added: Count });
export type FilledYear = Static<typeof FilledYear>;

export const RemoveYearEntry = Shape({ removed: Type.Boolean() });

/** The day it is moved to; null takes it out. */
export const MoveOccurrence = Shape({ startsOn: Type.Union([Day, Type.Null()]) });
export type MoveOccurrence = Static<typeof MoveOccurrence>;

export const OccurrenceParams = Shape({ entryId: Id, number: Type.String({ pattern: '^[1-9][0-9]?$' }) });

/** Where a calendar fetches the year of whoever asks; null without a subscription. */
export const CalendarSubscription = Shape({
  subscription: Type.Union([
    Shape({ path: Type.String(), madeOn: Day, readOn: Type.Union([Day, Type.Null()]) }),
    Type.Null(),
  ]),
});
export type CalendarSubscription = Static<typeof CalendarSubscription>;
