import Type, { type Static } from 'typebox';
import { GradeOpening } from './grade-sociograms.ts';
import { FormFault } from './pupil.ts';
import {
  Count,
  CriterionChoice,
  Day,
  Id,
  Moment,
  PupilLabel,
  RoundKind,
  RoundSettings,
  Shape,
} from './shared-shapes.ts';

const SittingState = Type.Union([Type.Literal('open'), Type.Literal('closed')]);

export const SittingSummary = Shape({
  sittingId: Id,
  roundId: Id,
  kind: RoundKind,
  name: Type.String(),
  state: SittingState,
  /** Pupils can come in by the class code; else by badge only. */
  withClassCode: Type.Boolean(),
  openedAt: Moment,
  closesAt: Moment,
  closedAt: Type.Union([Moment, Type.Null()]),
  listed: Count,
  responded: Count,
});
export type SittingSummary = Static<typeof SittingSummary>;

/** What the class can start now: a round the school has planned, or one of the class's own. */
export const StartableRound = Shape({
  kind: RoundKind,
  roundId: Type.Union([Id, Type.Null()]),
  name: Type.String(),
  closesOn: Type.Union([Day, Type.Null()]),
});
export type StartableRound = Static<typeof StartableRound>;

/** Class home: what now? */
export const ClassHome = Shape({
  classId: Id,
  name: Type.String(),
  pupils: Count,
  sittings: Type.Array(SittingSummary),
  /** What a round rests on is recorded; until it is, nothing can be started. */
  prepared: Type.Boolean(),
  startable: Type.Array(StartableRound),
  /** What a sociogram of the class can ask for. */
  criteria: Type.Array(CriterionChoice),
  /** The next round the school has planned for the class, not open yet. */
  nextRound: Type.Union([Shape({ kind: RoundKind, name: Type.String(), opensOn: Day }), Type.Null()]),
  /** Who has not handed in, of each open sitting. */
  missing: Type.Array(Shape({ sittingId: Id, pupils: Type.Array(PupilLabel) })),
  signalsToVerify: Count,
  /** Pupil talks of this term that are not held yet, and those of them that are prepared. None for those who only run rounds. */
  talksLeft: Shape({ all: Count, prepared: Count }),
  /** Sociograms of the whole grade that leadership has opened to the class's contact teachers, as of today. */
  gradeOpenings: Type.Array(GradeOpening),
  talkWishes: Type.Array(
    Shape({
      sittingId: Id,
      pupil: PupilLabel,
      adult: Type.String(),
      wishedAt: Moment,
      handledAt: Type.Union([Moment, Type.Null()]),
    }),
  ),
});
export type ClassHome = Static<typeof ClassHome>;

export const StartSitting = Shape({
  kind: RoundKind,
  roundId: Type.Optional(Id),
  settings: Type.Optional(RoundSettings),
});
export type StartSitting = Static<typeof StartSitting>;

/** Who has answered, never what. */
export const SittingStatus = Shape({
  sitting: SittingSummary,
  classId: Id,
  className: Type.String(),
  classCode: Type.Union([Type.String(), Type.Null()]),
  settings: RoundSettings,
  /** The school days it can be kept open until instead; none when it is closed or cannot be longer. */
  laterDays: Type.Array(Day),
  pupils: Type.Array(
    Shape({
      pupil: PupilLabel,
      state: Type.Union([
        Type.Literal('not_started'),
        Type.Literal('answering'),
        Type.Literal('responded'),
        Type.Literal('locked'),
        Type.Literal('answers_later'),
      ]),
      /** The tablet has answers it has not been able to hand over, or has not been heard of for a while. */
      waiting: Type.Boolean(),
      /** Parts that came after the class was done: the teacher decides. */
      late: Count,
      /** Codes of parts that could not be stored. */
      refused: Type.Array(Type.String()),
      /** Parts that lie on a tablet and cannot be read there. */
      setAside: Count,
      /** Why the tablet could not show the pupil the questions. */
      formFaults: Type.Array(FormFault),
      /** The adult who helped the pupil to answer. */
      helper: Type.Union([Type.String(), Type.Null()]),
      /** A response that was set aside because it was given in the wrong name, and can be put back. */
      voided: Type.Union([Shape({ reason: Type.String(), by: Type.String(), at: Moment }), Type.Null()]),
    }),
  ),
});
export type SittingStatus = Static<typeof SittingStatus>;

/** Who can have helped a pupil to answer. */
export const Helpers = Shape({
  ownStaffId: Id,
  staff: Type.Array(Shape({ staffId: Id, name: Type.String() })),
});
export type Helpers = Static<typeof Helpers>;

/** Nobody, when null. */
export const RecordHelp = Shape({ staffId: Type.Union([Id, Type.Null()]) });

/** One picture code a pupil: three of the twelve pictures, in order. */
export const PictureCards = Shape({
  className: Type.String(),
  cards: Type.Array(Shape({ pupil: PupilLabel, pictures: Type.Array(Type.String()) })),
});
export type PictureCards = Static<typeof PictureCards>;

/** Whether the answers that came too late are to count. */
export const DecideLate = Shape({ include: Type.Boolean() });

/** Keeps a sitting open until the evening of this day. */
export const ExtendSitting = Shape({ closesOn: Day });

export const VoidResponse = Shape({ reason: Type.String({ minLength: 3, maxLength: 500, pattern: '\\S' }) });
