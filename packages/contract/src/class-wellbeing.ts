import Type, { type Static } from 'typebox';
import { Count, Id, Shape } from './shared-shapes.ts';
import { SittingSummary } from './sittings.ts';

const Nullable = Type.Union([Type.Number(), Type.Null()]);

/** Change since the round before, of those who answered both times, or of all when that is no longer known; `seen` when it holds among all rows of the page. */
const Change = Shape({
  pairs: Type.Union([Count, Type.Null()]),
  before: Type.Number(),
  now: Type.Number(),
  effect: Type.Number(),
  seen: Type.Boolean(),
});

const ItemDistribution = Shape({
  itemId: Type.String(),
  theme: Type.String(),
  text: Type.String(),
  sensitive: Type.Boolean(),
  options: Type.Array(Shape({ optionId: Type.String(), text: Type.String(), score: Nullable, count: Count })),
  declined: Count,
  notReached: Count,
  answered: Count,
  mean: Nullable,
  sd: Nullable,
  median: Nullable,
  /** Share of the answers with a score of 1 or 2. */
  shareLow: Nullable,
  /** Of an item about bullying: how many answered the threshold option or oftener, and the text of that option. */
  bullied: Type.Union([Shape({ count: Count, from: Type.String() }), Type.Null()]),
  change: Type.Union([Change, Type.Null()]),
});

/** A theme over the rounds of the class, oldest first: the mean of pupils' own means from 1 to 5, with its 95 % interval. */
const ThemeOverRounds = Shape({
  theme: Type.String(),
  rounds: Type.Array(
    Shape({ roundId: Id, label: Type.String(), n: Count, mean: Nullable, low: Nullable, high: Nullable }),
  ),
  change: Type.Union([Change, Type.Null()]),
});

export const ClassWellbeing = Shape({
  sitting: SittingSummary,
  classId: Id,
  className: Type.String(),
  /** Every closed wellbeing round of the class, newest first. */
  rounds: Type.Array(SittingSummary),
  items: Type.Array(ItemDistribution),
  themes: Type.Array(ThemeOverRounds),
  /**
   * The round before, how many items it did not ask, or asked otherwise, so that they are not compared, and whether its answers
   * are still there: else all who answered are compared, and themes are not.
   */
  before: Type.Union([
    Shape({ name: Type.String(), notCompared: Count, paired: Type.Boolean() }),
    Type.Null(),
  ]),
});
export type ClassWellbeing = Static<typeof ClassWellbeing>;

/** The newest round of a class; null before the first has closed. */
export const LatestWellbeing = Shape({
  classId: Id,
  className: Type.String(),
  latest: Type.Union([ClassWellbeing, Type.Null()]),
});
export type LatestWellbeing = Static<typeof LatestWellbeing>;

/** Why somebody beside the class's own teacher opens how a class answered, with nothing hidden. */
export const WellbeingOpeningReason = Type.Union([
  Type.Literal('survey_follow_up'),
  Type.Literal('low_wellbeing'),
  Type.Literal('teacher_asks'),
  Type.Literal('case'),
]);
export type WellbeingOpeningReason = Static<typeof WellbeingOpeningReason>;

export const OpenWellbeing = Shape({ reason: WellbeingOpeningReason });
