import Type, { type Static } from 'typebox';
import {
  CaseOrigin,
  EndReason,
  EvaluationPart,
  ImmediateMeasure,
  JudgedEffect,
  MeasureLevel,
  MeasureNext,
  PupilPart,
  StaffPart,
} from './case-words.ts';
import { WhoseView, WrittenText } from './notes.ts';
import { Day, Id, Shape } from './shared-shapes.ts';

/** What may be left out. */
const Words = Type.String({ maxLength: 8000 });
const Short = Type.String({ minLength: 2, maxLength: 400, pattern: '\\S' });
/** Of a case on a class as such, whose words are of no one pupil. */
const PupilOrNone = Type.Union([Id, Type.Null()]);

/** A ground a case rests on, copied: where it was, it may be deleted. */
export const CaseEvidence = Shape({
  title: Type.String(),
  sentences: Type.Array(Type.String()),
});
export type CaseEvidence = Static<typeof CaseEvidence>;

export const PlanMeasure = Shape({
  measureId: Id,
  what: WrittenText,
  level: MeasureLevel,
  classId: Type.Union([Id, Type.Null()]),
  responsibleId: Id,
  fromOn: Day,
  toOn: Day,
});
export type PlanMeasure = Static<typeof PlanMeasure>;

/** § 12-4: which problem, which measures, when, by whom, when they are evaluated; with what the child and the guardians say, and why it is best for the child. */
export const CasePlan = Shape({
  kind: Type.Literal('plan'),
  problem: WrittenText,
  measures: Type.Array(PlanMeasure, { minItems: 1, maxItems: 30 }),
  evaluateOn: Type.Array(Day, { maxItems: 20 }),
  views: Type.Array(
    Shape({ pupilId: PupilOrNone, child: WrittenText, guardians: WrittenText, bestInterest: WrittenText }),
    { minItems: 1, maxItems: 40 },
  ),
});
export type CasePlan = Static<typeof CasePlan>;

export const CaseEvaluation = Shape({
  kind: Type.Literal('evaluation'),
  present: Type.Array(EvaluationPart, { minItems: 1, maxItems: 6 }),
  /** Why the pupil or the guardians were not there. */
  absent: Words,
  effects: Type.Array(Shape({ measureId: Id, effect: JudgedEffect, next: MeasureNext, comment: Words }), {
    maxItems: 30,
  }),
  pupilViews: Type.Array(Shape({ pupilId: PupilOrNone, words: WrittenText }), { maxItems: 40 }),
  guardians: WrittenText,
  conclusion: WrittenText,
  nextOn: Type.Union([Day, Type.Null()]),
});
export type CaseEvaluation = Static<typeof CaseEvaluation>;

const told = { who: Short, how: WrittenText };

/** What staff record. */
export const recordable = [
  Shape({ kind: Type.Literal('stepped_in'), who: Short, what: WrittenText }),
  Shape({ kind: Type.Literal('no_need_to_step_in'), why: WrittenText }),
  /** `serious`: the kommune is told as well. */
  Shape({ kind: Type.Literal('principal_told'), ...told, serious: Type.Boolean() }),
  Shape({ kind: Type.Literal('owner_told'), ...told }),
  Shape({
    kind: Type.Literal('immediate_measures'),
    chosen: Type.Array(ImmediateMeasure, { maxItems: 7 }),
    own: Words,
    /** When none is needed. */
    why: Words,
  }),
  Shape({
    kind: Type.Literal('investigation_started'),
    talks: Type.Array(Shape({ who: Short, withWhom: Short, untilOn: Day }), { minItems: 1, maxItems: 20 }),
    what: Words,
  }),
  Shape({ kind: Type.Literal('pupil_heard'), who: Short, words: WrittenText }),
  Shape({ kind: Type.Literal('information_checked'), what: WrittenText, how: WrittenText }),
  Shape({ kind: Type.Literal('investigation_concluded'), found: WrittenText, safe: Type.Boolean() }),
  CasePlan,
  Shape({ kind: Type.Literal('measure_followed'), measureId: Id, what: WrittenText }),
  CaseEvaluation,
  /** Whether it is safe and good, in each pupil's own words. */
  Shape({
    kind: Type.Literal('closed'),
    words: Type.Array(Shape({ pupilId: PupilOrNone, words: WrittenText }), { minItems: 1, maxItems: 40 }),
    why: WrittenText,
  }),
  Shape({ kind: Type.Literal('ended'), reason: EndReason, why: WrittenText }),
  Shape({ kind: Type.Literal('reopened'), why: WrittenText }),
  Shape({ kind: Type.Literal('merged'), into: Id, why: WrittenText }),
  Shape({
    kind: Type.Literal('split'),
    newCaseId: Id,
    title: Short,
    pupilIds: Type.Array(Id, { minItems: 1, maxItems: 40 }),
    why: WrittenText,
  }),
  Shape({ kind: Type.Literal('pupil_added'), part: PupilPart, why: WrittenText }),
  Shape({ kind: Type.Literal('pupil_removed'), why: WrittenText }),
  Shape({ kind: Type.Literal('staff_added'), staffId: Id, part: StaffPart, why: Words }),
  Shape({ kind: Type.Literal('staff_removed'), staffId: Id, why: Words }),
  Shape({ kind: Type.Literal('view'), whose: WhoseView, words: WrittenText }),
  Shape({ kind: Type.Literal('note'), text: WrittenText }),
  Shape({ kind: Type.Literal('correction'), text: WrittenText }),
] as const;

/** The reasons of whoever asked, one after the other. */
const RoundText = Type.String({ minLength: 1, maxLength: 10_000 });

/** What the server writes beside. */
const written = [
  Shape({
    kind: Type.Literal('opened'),
    from: CaseOrigin,
    what: WrittenText,
    evidence: Type.Array(CaseEvidence),
  }),
  Shape({ kind: Type.Literal('taken_in'), caseId: Id, why: WrittenText }),
  /** What becomes of a survey within the case. */
  Shape({ kind: Type.Literal('round_asked'), text: RoundText }),
  Shape({ kind: Type.Literal('round_approved'), text: RoundText }),
  Shape({ kind: Type.Literal('round_declined'), text: RoundText }),
  Shape({ kind: Type.Literal('round_withdrawn'), text: RoundText }),
  Shape({ kind: Type.Literal('round_ended'), text: RoundText }),
  Shape({ kind: Type.Literal('round_deleted'), text: RoundText }),
] as const;

export const RecordableContent = Type.Union([...recordable]);
export type RecordableContent = Static<typeof RecordableContent>;

export const CaseEntryContent = Type.Union([...recordable, ...written]);
export type CaseEntryContent = Static<typeof CaseEntryContent>;

/** What an entry of one kind says. */
export type ContentOf<K extends CaseEntryContent['kind']> = Extract<CaseEntryContent, { readonly kind: K }>;
