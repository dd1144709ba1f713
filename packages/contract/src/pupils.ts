import Type, { type Static } from 'typebox';
import { Note } from './notes.ts';
import { TalkState, TalkTerm } from './pupil-talks.ts';
import { SignalView } from './results.ts';
import { Count, Day, Id, Moment, PupilLabel, Shape } from './shared-shapes.ts';

const HeldRound = { sittingId: Id, name: Type.String(), closedAt: Moment, responded: Type.Boolean() };

/** What a pupil answered on an item in one round; null where it was not asked or not reached. */
const GivenAnswer = Type.Union([
  Shape({ text: Type.String(), score: Type.Union([Type.Number(), Type.Null()]), declined: Type.Boolean() }),
  Type.Null(),
]);

/** Whom a pupil chose and was chosen by on one criterion, by name. */
const ChoicesOnCriterion = Shape({
  criterionId: Type.String(),
  title: Type.String(),
  mutual: Type.Array(Type.String()),
  chose: Type.Array(Type.String()),
  chosenBy: Type.Array(Type.String()),
  /** How many of other classes the pupil chose. */
  choseOutside: Count,
});

/** All that a class's contact teacher has of one pupil this school year. */
export const PupilPage = Shape({
  classId: Id,
  className: Type.String(),
  pupil: PupilLabel,
  /** On the list of the class today. */
  onList: Type.Boolean(),
  wellbeing: Shape({
    rounds: Type.Array(Shape({ ...HeldRound, helper: Type.Union([Type.String(), Type.Null()]) })),
    /** Answers in the order of the rounds. */
    themes: Type.Array(
      Shape({
        name: Type.String(),
        items: Type.Array(
          Shape({ itemId: Type.String(), text: Type.String(), answers: Type.Array(GivenAnswer) }),
        ),
      }),
    ),
  }),
  sociograms: Type.Array(
    Shape({ ...HeldRound, respondents: Count, criteria: Type.Array(ChoicesOnCriterion) }),
  ),
  signals: Type.Array(SignalView),
  notes: Type.Array(Note),
  talks: Type.Array(
    Shape({
      term: TalkTerm,
      state: TalkState,
      heldOn: Type.Union([Day, Type.Null()]),
      nextOn: Type.Union([Day, Type.Null()]),
    }),
  ),
});
export type PupilPage = Static<typeof PupilPage>;

/** The pupils of a class, with what waits at each. */
export const ClassPupils = Shape({
  classId: Id,
  className: Type.String(),
  pupils: Type.Array(Shape({ pupil: PupilLabel, signalsToVerify: Count, notes: Count, talk: TalkState })),
});
export type ClassPupils = Static<typeof ClassPupils>;
