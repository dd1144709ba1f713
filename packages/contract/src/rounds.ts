import Type, { type Static } from 'typebox';
import { Grade } from './calendar.ts';
import { Count, CriterionChoice, Day, Id, Moment, RoundKind, RoundSettings, Shape } from './shared-shapes.ts';

export const RoundOverview = Shape({
  roundId: Id,
  kind: RoundKind,
  name: Type.String(),
  schoolYear: Type.String(),
  opensOn: Day,
  closesOn: Day,
  /** When the clock opened it. */
  openedAt: Type.Union([Moment, Type.Null()]),
  endedAt: Type.Union([Moment, Type.Null()]),
  /** What a round rests on is recorded for its year; without it the round does not open. */
  prepared: Type.Boolean(),
  classes: Shape({ started: Count, closed: Count, all: Count }),
  released: Type.Boolean(),
});
export type RoundOverview = Static<typeof RoundOverview>;

export const RoundList = Shape({
  rounds: Type.Array(RoundOverview),
  /** What a sociogram of the school can ask for. */
  criteria: Type.Array(CriterionChoice),
});
export type RoundList = Static<typeof RoundList>;

export const PlanRound = Shape({
  kind: RoundKind,
  name: Type.String({ minLength: 3, maxLength: 80 }),
  opensOn: Day,
  /** Five school days after it opens when left out. */
  closesOn: Type.Optional(Day),
  /** All grades when left out. */
  fromGrade: Type.Optional(Grade),
  toGrade: Type.Optional(Grade),
  settings: Type.Optional(RoundSettings),
});
export type PlanRound = Static<typeof PlanRound>;

const Hideable = Type.Union([Count, Type.Null()]);

const Level = Type.Union([Type.Literal('class'), Type.Literal('grade'), Type.Literal('school')]);

/** One group's figures. What is hidden is null, and the mean with it. */
const Row = Shape({
  groupId: Type.String(),
  level: Level,
  /** The classes in it; a class of several grades by each of them, as «4A:3». */
  of: Type.Array(Type.String()),
  size: Count,
  answered: Hideable,
  counts: Type.Array(Shape({ optionId: Type.String(), count: Hideable })),
  mean: Type.Union([Type.Number(), Type.Null()]),
});

const ThemeRow = Shape({
  groupId: Type.String(),
  level: Level,
  of: Type.Array(Type.String()),
  size: Count,
  /** Of the answers those above the middle of the scale, to the nearest twentieth; null when it is hidden. */
  shareAbove: Type.Union([Type.Number({ minimum: 0, maximum: 1 }), Type.Null()]),
});

/**
 * What an audience may see of a round: frozen when it was made. Rows are classes, grades «1»–«7» and «school», the
 * questionnaire's grades together. A group that is too small is not listed.
 */
export const ReleasedDocument = Shape({
  kind: RoundKind,
  roundId: Id,
  roundName: Type.String(),
  tables: Type.Array(
    Shape({
      questionnaireId: Type.String(),
      questionnaireVersion: Count,
      fromGrade: Count,
      toGrade: Count,
      items: Type.Array(
        Shape({
          itemId: Type.String(),
          theme: Type.String(),
          text: Type.String(),
          options: Type.Array(
            Shape({
              optionId: Type.String(),
              text: Type.String(),
              score: Type.Union([Type.Number(), Type.Null()]),
              /** The options of the questionnaire that are counted together in it. */
              of: Type.Array(Type.String()),
            }),
          ),
          rows: Type.Array(Row),
        }),
      ),
      /** The answers to the items of a theme together, those that are not sensitive. */
      themes: Type.Array(
        Shape({
          themeId: Type.String(),
          items: Type.Array(Type.String()),
          rows: Type.Array(ThemeRow),
        }),
      ),
    }),
  ),
});
export type ReleasedDocument = Static<typeof ReleasedDocument>;
export type ReleasedRow = Static<typeof Row>;

/** Whether nothing of the row is hidden. */
export const isWholeRow = (row: ReleasedRow): boolean =>
  row.answered !== null && row.counts.every(({ count }) => count !== null);

export const ReleaseView = Shape({
  releaseId: Id,
  roundId: Id,
  audience: Type.String(),
  releasedAt: Moment,
  thresholds: Shape({ smallestGroup: Count, smallestCell: Count, smallestGroupSensitive: Count }),
  document: ReleasedDocument,
});
export type ReleaseView = Static<typeof ReleaseView>;
