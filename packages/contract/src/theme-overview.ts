import Type, { type Static } from 'typebox';
import { Count, Id, Moment, Shape } from './shared-shapes.ts';

const Share = Type.Number({ minimum: 0, maximum: 1 });
const Hideable = Type.Union([Count, Type.Null()]);

const Group = {
  level: Type.Union([Type.Literal('class'), Type.Literal('grade'), Type.Literal('school')]),
  /** A class, a grade, or the grades of a questionnaire as «1–4». */
  groupId: Type.String(),
};

/** One group's answers to a theme, round by round as they were released. */
const Line = Shape({
  ...Group,
  points: Type.Array(
    Shape({
      roundId: Id,
      /** Pupils on the list. */
      size: Count,
      /** Of the answers those above the middle of the scale, to the nearest twentieth; null when it is hidden. */
      shareAbove: Type.Union([Share, Type.Null()]),
    }),
  ),
});

/** What is otherwise than in the round before, more than chance gives when everything that can be compared is looked at together. */
const HeldChange = Shape({
  ...Group,
  themeId: Type.String(),
  /** Of one item: its text, and means from 1 to 5. Null for the theme, with shares above the middle. */
  text: Type.Union([Type.String(), Type.Null()]),
  before: Type.Number(),
  now: Type.Number(),
});

/** How many answered, as far as it is released: on the item that most answered. */
const Answered = Shape({
  ...Group,
  points: Type.Array(Shape({ roundId: Id, size: Count, answered: Hideable })),
});

/** An item about bullying in the newest round: how many answer the threshold option or oftener. */
const Bullying = Shape({
  itemId: Type.String(),
  text: Type.String(),
  /** The text of the threshold option. */
  from: Type.String(),
  groups: Type.Array(Shape({ ...Group, answered: Hideable, bullied: Hideable })),
});

/** How pupils have it, theme by theme, in the rounds of the school that have ended; of the frozen releases alone. */
export const ThemeOverview = Shape({
  /** The earliest first. */
  rounds: Type.Array(
    Shape({ roundId: Id, name: Type.String(), schoolYear: Type.String(), releasedAt: Moment }),
  ),
  themes: Type.Array(Shape({ themeId: Type.String(), lines: Type.Array(Line) })),
  /** Null when there is no round before in the same school year: then a grade is other pupils. */
  changes: Type.Union([
    Shape({ roundBefore: Id, compared: Count, held: Type.Array(HeldChange) }),
    Type.Null(),
  ]),
  answered: Type.Array(Answered),
  bullying: Type.Array(Bullying),
});
export type ThemeOverview = Static<typeof ThemeOverview>;
