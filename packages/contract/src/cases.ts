import Type, { type Static } from 'typebox';
import { CaseEntryContent, RecordableContent } from './case-entries.ts';
import {
  CaseDuty,
  CaseEntryKind,
  CaseKind,
  CaseNeed,
  CaseOrigin,
  CaseStage,
  PupilPart,
} from './case-words.ts';
import { WrittenText } from './notes.ts';
import { Count, Day, Id, Moment, PupilLabel, Shape } from './shared-shapes.ts';

const Maybe = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const CaseTitle = Type.String({ minLength: 3, maxLength: 120, pattern: '\\S' });

/** The id is made where it is written, so that one sent twice is one. */
export const OpenCase = Shape({
  caseId: Id,
  kind: CaseKind,
  title: CaseTitle,
  knownOn: Day,
  serious: Type.Boolean(),
  /** Of a case on a class as such. */
  classId: Maybe(Id),
  pupils: Type.Array(Shape({ pupilId: Id, part: PupilPart }), { maxItems: 40 }),
  responsibleId: Maybe(Id),
  participantIds: Type.Array(Id, { maxItems: 20 }),
  /** Whom a case under § 12-5 is about. */
  accusedIds: Type.Array(Id, { maxItems: 10 }),
  from: CaseOrigin,
  what: WrittenText,
  signalIds: Type.Array(Id, { maxItems: 20 }),
  talkWish: Maybe(Shape({ sittingId: Id, pupilId: Id })),
  /** Whose low themes of Elevundersøkelsen it comes from. */
  surveyClassId: Maybe(Id),
  /** Of incidents; from then on they belong to the case. */
  reportIds: Type.Array(Id, { maxItems: 20, uniqueItems: true }),
});
export type OpenCase = Static<typeof OpenCase>;

export const OpenedCase = Shape({ caseId: Id, reference: Type.String() });
export type OpenedCase = Static<typeof OpenedCase>;

/** Over an older `revision` than the last it is refused, save what only adds words. */
export const RecordCaseEntry = Shape({
  entryId: Id,
  revision: Count,
  occurredOn: Day,
  pupilId: Maybe(Id),
  corrects: Maybe(Count),
  content: RecordableContent,
});
export type RecordCaseEntry = Static<typeof RecordCaseEntry>;

export const RecordedCaseEntry = Shape({ number: Count, revision: Count });
export type RecordedCaseEntry = Static<typeof RecordedCaseEntry>;

/** School days since it was known, against a norm of the school's: no time limit of the law. */
export const CaseCounter = Shape({ days: Count, norm: Count, stoppedOn: Maybe(Day) });
export type CaseCounter = Static<typeof CaseCounter>;

export const CaseUrgency = Type.Union([
  Type.Literal('evaluation_overdue'),
  Type.Literal('past_norm'),
  Type.Literal('nobody_responsible'),
  Type.Literal('evaluation_soon'),
  Type.Literal('running'),
  Type.Literal('done'),
]);
export type CaseUrgency = Static<typeof CaseUrgency>;

const line = {
  caseId: Id,
  reference: Type.String(),
  kind: CaseKind,
  title: Type.String(),
  stage: CaseStage,
  serious: Type.Boolean(),
  className: Maybe(Type.String()),
  knownOn: Day,
  counter: CaseCounter,
  evaluateOn: Maybe(Day),
  urgency: CaseUrgency,
};

export const CaseRow = Shape({
  ...line,
  pupils: Type.Array(PupilLabel),
  responsible: Maybe(Type.String()),
  /** Whoever reads takes part in it. */
  takesPart: Type.Boolean(),
  /** The duty that comes next. */
  next: Maybe(CaseDuty),
});
export type CaseRow = Static<typeof CaseRow>;

/** The most urgent first. `opens`: what kinds of cases whoever reads may open. */
export const CaseList = Shape({ cases: Type.Array(CaseRow), opens: Type.Array(CaseKind) });
export type CaseList = Static<typeof CaseList>;

/** Whom a case can be about, and who can take part in it. */
export const CaseChoices = Shape({
  classes: Type.Array(Shape({ classId: Id, name: Type.String(), pupils: Type.Array(PupilLabel) })),
  staff: Type.Array(Shape({ staffId: Id, name: Type.String() })),
});
export type CaseChoices = Static<typeof CaseChoices>;

export const CaseEntry = Shape({
  number: Count,
  entryId: Id,
  kind: CaseEntryKind,
  pupilId: Maybe(Id),
  occurredOn: Day,
  recordedAt: Moment,
  by: Type.String(),
  /** Of whoever reads. */
  own: Type.Boolean(),
  corrects: Maybe(Count),
  /** Left out when it cannot be opened any more. */
  content: Maybe(CaseEntryContent),
});
export type CaseEntry = Static<typeof CaseEntry>;

export const DutyView = Shape({
  duty: CaseDuty,
  state: Type.Union([Type.Literal('done'), Type.Literal('now'), Type.Literal('later')]),
  /** What has been done for it, as numbers of entries. */
  entries: Type.Array(Count),
});
export type DutyView = Static<typeof DutyView>;

/** Whether something can be recorded now by whoever reads, and what is left before. */
export const CaseStep = Shape({
  kind: CaseEntryKind,
  allowed: Type.Boolean(),
  missing: Type.Array(CaseNeed),
});
export type CaseStep = Static<typeof CaseStep>;

const Other = Shape({ caseId: Id, reference: Type.String() });

export const CaseView = Shape({
  ...line,
  classId: Maybe(Id),
  openedAt: Moment,
  openedBy: Type.String(),
  revision: Count,
  carries: Type.Boolean(),
  pupils: Type.Array(
    Shape({
      pupilId: Id,
      label: Type.String(),
      className: Maybe(Type.String()),
      part: PupilPart,
      /** Taken out of the case. */
      removed: Type.Boolean(),
      /** Goes to no class of the school any more. */
      moved: Type.Boolean(),
    }),
  ),
  staff: Type.Array(
    Shape({
      staffId: Id,
      name: Type.String(),
      part: Type.Union([Type.Literal('responsible'), Type.Literal('participant'), Type.Literal('accused')]),
      active: Type.Boolean(),
    }),
  ),
  /** Everybody who is named in the plan, by id. */
  names: Type.Record(Type.String(), Type.String()),
  /** Responsible for a measure that runs, and no longer at the school. */
  left: Type.Array(Shape({ staffId: Id, name: Type.String() })),
  mergedInto: Maybe(Other),
  splitFrom: Maybe(Other),
  others: Type.Array(Other),
  duties: Type.Array(DutyView),
  steps: Type.Array(CaseStep),
  entries: Type.Array(CaseEntry),
  /** The first entry that is not as it was recorded, when there is one. */
  brokenAt: Maybe(Count),
});
export type CaseView = Static<typeof CaseView>;
