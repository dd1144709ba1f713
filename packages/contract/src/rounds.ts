import Type, { type Static } from 'typebox';
import { Grade } from './calendar.ts';
import { Count, Day, Id, Moment, RoundKind, RoundSettings, Shape } from './shared-shapes.ts';

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

export const RoundList = Shape({ rounds: Type.Array(RoundOverview) });

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

const Row = Type.Union([
  Shape({ groupId: Type.String(), shown: Type.Literal(false) }),
  Shape({
    groupId: Type.String(),
    shown: Type.Literal(true),
    size: Count,
    answered: Count,
    counts: Type.Array(Shape({ optionId: Type.String(), count: Count })),
    mean: Type.Union([Type.Number(), Type.Null()]),
  }),
]);

/** What leadership may see of a round: frozen when the round ended. Row group ids are grades «1»–«7»; the total is the questionnaire's grades together. */
export const ReleasedDocument = Shape({
  kind: RoundKind,
  roundName: Type.String(),
  tables: Type.Array(
    Shape({
      questionnaireId: Type.String(),
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
            }),
          ),
          rows: Type.Array(Row),
          total: Type.Union([Row, Type.Null()]),
        }),
      ),
    }),
  ),
});
export type ReleasedDocument = Static<typeof ReleasedDocument>;

export const ReleaseView = Shape({
  releaseId: Id,
  roundId: Id,
  audience: Type.String(),
  releasedAt: Moment,
  thresholds: Shape({ smallestGroup: Count, smallestCell: Count, smallestGroupSensitive: Count }),
  document: ReleasedDocument,
});
export type ReleaseView = Static<typeof ReleaseView>;
