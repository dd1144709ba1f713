import Type, { type Static } from 'typebox';
import { Count, Id, Moment, Shape } from './shared-shapes.ts';

/** One group's answers to a theme, round by round as they were released. */
const Line = Shape({
  level: Type.Union([Type.Literal('grade'), Type.Literal('school')]),
  /** A grade, or the grades of a questionnaire as «1–4». */
  groupId: Type.String(),
  points: Type.Array(
    Shape({
      roundId: Id,
      /** Pupils on the list. */
      size: Count,
      /** Of the answers those above the middle of the scale, to the nearest twentieth; null when it is hidden. */
      shareAbove: Type.Union([Type.Number({ minimum: 0, maximum: 1 }), Type.Null()]),
    }),
  ),
});

/** How pupils have it, theme by theme, in the rounds of the school that have ended; of the frozen releases alone. */
export const ThemeOverview = Shape({
  /** The earliest first. */
  rounds: Type.Array(Shape({ roundId: Id, name: Type.String(), releasedAt: Moment })),
  themes: Type.Array(Shape({ themeId: Type.String(), lines: Type.Array(Line) })),
});
export type ThemeOverview = Static<typeof ThemeOverview>;
