import Type, { type Static } from 'typebox';
import { SignalState } from './results.ts';
import { Count, Id, Moment, Shape } from './shared-shapes.ts';

const orNull = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()]);

/** Why somebody beside the class's own teacher opens who a signal is about. */
export const SignalOpeningReason = Type.Union([
  Type.Literal('meeting'),
  Type.Literal('waited_long'),
  Type.Literal('teacher_asks'),
  Type.Literal('pupil_or_guardian'),
  Type.Literal('case'),
]);
export type SignalOpeningReason = Static<typeof SignalOpeningReason>;

export const OpenSignal = Shape({ reason: SignalOpeningReason });
export type OpenSignal = Static<typeof OpenSignal>;

/** A signal without whom it is about. */
export const SchoolSignal = Shape({
  signalId: Id,
  classId: Id,
  className: Type.String(),
  grade: Count,
  roundName: Type.String(),
  level: Type.Union([Type.Literal('look-closer'), Type.Literal('look-closer-soon')]),
  state: SignalState,
  createdAt: Moment,
  /** Whole school weeks since: weeks without school are not counted. */
  schoolWeeks: Count,
  /** When the contact teachers, and then the social teachers, were reminded of the class's signals of the round. */
  teachersRemindedAt: orNull(Moment),
  socialTeachersToldAt: orNull(Moment),
});
export type SchoolSignal = Static<typeof SchoolSignal>;

export const SchoolSignals = Shape({
  /** Newest first: signals that rest on choices, and what chance alone would give the same classes. */
  rounds: Type.Array(
    Shape({
      roundId: Id,
      roundName: Type.String(),
      classes: Count,
      found: Count,
      expectedByChance: Type.Number(),
    }),
  ),
  /** Newest first. */
  signals: Type.Array(SchoolSignal),
});
export type SchoolSignals = Static<typeof SchoolSignals>;
