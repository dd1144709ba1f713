import Type, { type Static } from 'typebox';
import { NoteView } from './notes.ts';
import { Count, Id, Moment, PupilLabel, Share, Shape } from './shared-shapes.ts';

/** How many of other classes a pupil chose, of those who chose any; on all criteria together when null. Never whom. */
export const OutsideCounts = Type.Array(
  Shape({ criterionId: Type.Union([Type.String(), Type.Null()]), pupilId: Id, count: Count }),
);

export const SignalState = Type.Union([
  Type.Literal('new'),
  Type.Literal('being_verified'),
  Type.Literal('confirmed'),
  Type.Literal('not_confirmed'),
  Type.Literal('already_followed_up'),
]);
export type SignalState = Static<typeof SignalState>;

export const SignalView = Shape({
  signalId: Id,
  sittingId: Id,
  roundName: Type.String(),
  pupil: PupilLabel,
  /** The adult who helped the pupil to answer. */
  helper: Type.Union([Type.String(), Type.Null()]),
  level: Type.Union([Type.Literal('look-closer'), Type.Literal('look-closer-soon')]),
  state: SignalState,
  createdAt: Moment,
  noLongerAt: Type.Union([Moment, Type.Null()]),
  ruleId: Type.String(),
  ruleSetVersion: Type.String(),
  headline: Type.String(),
  evidence: Type.Array(Type.String()),
  against: Type.Array(Type.String()),
  howSure: Type.Array(Type.String()),
  couldExplain: Type.Array(Type.String()),
  verifications: Type.Array(
    Shape({ state: SignalState, observed: Type.String(), by: Type.String(), at: Moment }),
  ),
  /** What the pupil or a guardian says of it. */
  views: Type.Array(NoteView),
});
export type SignalView = Static<typeof SignalView>;

export const ClassSignalList = Shape({
  classId: Id,
  className: Type.String(),
  rounds: Type.Array(
    Shape({
      sittingId: Id,
      roundName: Type.String(),
      closedAt: Moment,
      participation: Share,
      found: Count,
      expectedByChance: Type.Union([Type.Number(), Type.Null()]),
      notComputed: Type.Union([
        Type.Literal('low-participation'),
        Type.Literal('small-class'),
        Type.Literal('no-criteria'),
        Type.Null(),
      ]),
    }),
  ),
  signals: Type.Array(SignalView),
});
export type ClassSignalList = Static<typeof ClassSignalList>;

export const VerifySignal = Shape({
  /** Made where it is written: the same id again is the same record. */
  verificationId: Id,
  state: Type.Union([
    Type.Literal('being_verified'),
    Type.Literal('confirmed'),
    Type.Literal('not_confirmed'),
    Type.Literal('already_followed_up'),
  ]),
  observed: Type.String({ minLength: 3, maxLength: 4000, pattern: '\\S' }),
});
export type VerifySignal = Static<typeof VerifySignal>;
