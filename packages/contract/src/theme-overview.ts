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

const Rounds = Type.Array(
  Shape({ roundId: Id, name: Type.String(), schoolYear: Type.String(), releasedAt: Moment }),
);
const Themes = Type.Array(Shape({ themeId: Type.String(), lines: Type.Array(Line) }));

/** How pupils have it, theme by theme, in the rounds of the school that have ended; of the frozen releases alone. */
export const ThemeOverview = Shape({
  /** The earliest first. */
  rounds: Rounds,
  themes: Themes,
  /** Null when there is no round before in the same school year: then a grade is other pupils. */
  changes: Type.Union([
    Shape({ roundBefore: Id, compared: Count, held: Type.Array(HeldChange) }),
    Type.Null(),
  ]),
  answered: Type.Array(Answered),
  bullying: Type.Array(Bullying),
});
export type ThemeOverview = Static<typeof ThemeOverview>;

/** What a school has published for its owner or for everybody, of the school under one: as it was published, and nothing below. */
const PublishedSchool = Shape({
  schoolId: Id,
  name: Type.String(),
  /** The school of the session: its reports are opened as they are, those of others after going there. */
  isHere: Type.Boolean(),
  newest: Shape({ publicationId: Id, title: Type.String(), publishedAt: Moment }),
  /** Reports that stand. */
  publications: Count,
  /** The earliest first; released when the report was that they are shown from. */
  rounds: Rounds,
  themes: Themes,
  /** In the newest of the rounds. */
  answered: Type.Array(Answered),
  /** Where a theme stands by one question, that question as it was put last. */
  questions: Type.Array(Shape({ themeId: Type.String(), groupId: Type.String(), text: Type.String() })),
});

/** The schools somebody is the owner's at, a page at a time, by name. */
export const OwnerOverview = Shape({
  schools: Type.Array(PublishedSchool),
  page: Count,
  pages: Count,
  /** How many have something to show, of those whose name was sought. */
  shown: Count,
  /** Names of those that have nothing to show. */
  silent: Type.Array(Type.String()),
});
export type OwnerOverview = Static<typeof OwnerOverview>;
