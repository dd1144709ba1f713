import Type, { type Static } from 'typebox';
import { Count, Day, Id, Moment, PupilLabel, Shape } from './shared-shapes.ts';

export const TalkTerm = Type.Union([Type.Literal('autumn'), Type.Literal('spring')]);
export type TalkTerm = Static<typeof TalkTerm>;

const Text = Type.String({ maxLength: 8000 });
const DayOrNone = Type.Union([Day, Type.Null()]);

const Content = {
  /** What to talk about, prepared before. */
  topics: Text,
  /** What the two agreed on. */
  agreed: Text,
  heldOn: DayOrNone,
  nextOn: DayOrNone,
};

/** `version` is the one it was written over, 0 for none: refused when there is a later one. */
export const SaveTalk = Shape({ version: Count, ...Content });
export type SaveTalk = Static<typeof SaveTalk>;

/** A talk as it was last saved. */
export const PupilTalk = Shape({
  term: TalkTerm,
  version: Count,
  ...Content,
  savedBy: Type.Union([Type.String(), Type.Null()]),
  savedAt: Type.Union([Moment, Type.Null()]),
});
export type PupilTalk = Static<typeof PupilTalk>;

/** What a pupil's own answers give to talk about, in sentences. */
export const TalkMaterial = Shape({
  /** The round they come from; null when the pupil has answered none. */
  round: Type.Union([Shape({ name: Type.String(), closedAt: Moment }), Type.Null()]),
  themes: Type.Array(Shape({ name: Type.String(), sentences: Type.Array(Type.String()) })),
  choices: Type.Array(Type.String()),
  wishes: Type.Array(Type.String()),
});
export type TalkMaterial = Static<typeof TalkMaterial>;

export const PupilTalkPage = Shape({
  classId: Id,
  className: Type.String(),
  pupil: PupilLabel,
  talk: PupilTalk,
  earlier: Type.Array(PupilTalk),
  material: TalkMaterial,
});
export type PupilTalkPage = Static<typeof PupilTalkPage>;

export const TalkState = Type.Union([
  Type.Literal('not_prepared'),
  Type.Literal('prepared'),
  Type.Literal('held'),
]);
export type TalkState = Static<typeof TalkState>;

/** The talks of a class in the term that is now. */
export const ClassPupilTalks = Shape({
  classId: Id,
  className: Type.String(),
  term: TalkTerm,
  pupils: Type.Array(Shape({ pupil: PupilLabel, state: TalkState, heldOn: DayOrNone, nextOn: DayOrNone })),
});
export type ClassPupilTalks = Static<typeof ClassPupilTalks>;
