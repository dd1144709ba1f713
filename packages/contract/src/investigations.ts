import Type, { type Static } from 'typebox';
import { Count, Day, Id, Moment, PupilLabel, Shape } from './shared-shapes.ts';

const Words = Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' });
const OrNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Person = Shape({ staffId: Id, name: Type.String() });

/** What a suspicion must be before a survey may name anybody in a negative question (forskrift til opplæringslova § 20-5). */
export const InvestigationCondition = Type.Union([
  Type.Literal('long_lasting'),
  Type.Literal('unclear'),
  Type.Literal('complicated'),
]);
export type InvestigationCondition = Static<typeof InvestigationCondition>;

/** The reasons that are recorded before anybody is asked. */
export const InvestigationReasons = Shape({
  suspicion: Words,
  /** Which other inquiry was tried, and why it did not suffice. */
  tried: Words,
  notEnough: Words,
  leastIntrusion: Words,
});
export type InvestigationReasons = Static<typeof InvestigationReasons>;

export const fewestAskedPupils = 6;

/** `openDays` are school days from the day it opens; on `deleteOn` every answer goes. */
export const AskInvestigation = Shape({
  investigationId: Id,
  classId: Id,
  conditions: Type.Array(InvestigationCondition, { minItems: 1, maxItems: 3, uniqueItems: true }),
  reasons: InvestigationReasons,
  criteria: Type.Array(Type.String({ maxLength: 40 }), { minItems: 1, maxItems: 4, uniqueItems: true }),
  pupilIds: Type.Array(Id, { minItems: 1, maxItems: 60, uniqueItems: true }),
  readerIds: Type.Array(Id, { minItems: 1, maxItems: 8, uniqueItems: true }),
  openDays: Type.Integer({ minimum: 1, maximum: 10 }),
  deleteOn: Day,
});
export type AskInvestigation = Static<typeof AskInvestigation>;

export const InvestigationState = Type.Union(
  (['asked', 'declined', 'withdrawn', 'approved', 'open', 'ended', 'deleted'] as const).map((state) =>
    Type.Literal(state),
  ),
);
export type InvestigationState = Static<typeof InvestigationState>;

const Criterion = Shape({
  criterionId: Type.String(),
  direction: Type.Union([Type.Literal('positive'), Type.Literal('negative')]),
  title: Type.String(),
  /** What the pupils are asked, in bokmål. */
  question: Type.String(),
});

export const Investigation = Shape({
  investigationId: Id,
  caseId: Id,
  caseReference: Type.String(),
  className: Type.String(),
  state: InvestigationState,
  conditions: Type.Array(InvestigationCondition),
  reasons: InvestigationReasons,
  criteria: Type.Array(Criterion),
  pupils: Type.Array(PupilLabel),
  readers: Type.Array(Person),
  /** Who could be a reader: those who take part in the case. */
  possibleReaders: Type.Array(Person),
  openDays: Count,
  deleteOn: Day,
  askedBy: Person,
  askedAt: Moment,
  decidedBy: OrNull(Person),
  decidedAt: OrNull(Moment),
  decision: OrNull(Type.String()),
  openedAt: OrNull(Moment),
  closesAt: OrNull(Moment),
  endedAt: OrNull(Moment),
  deletedAt: OrNull(Moment),
  listed: Count,
  answered: Count,
  /** While it is open, for those who hold it. */
  classCode: OrNull(Type.String()),
  missing: Type.Array(PupilLabel),
  /** Pupils who want to talk with whoever asks. */
  wishes: Type.Array(PupilLabel),
  may: Shape({
    decide: Type.Boolean(),
    open: Type.Boolean(),
    end: Type.Boolean(),
    read: Type.Boolean(),
    changeReaders: Type.Boolean(),
  }),
});
export type Investigation = Static<typeof Investigation>;

/** Those of a case, newest first, and whether another can be asked for now. */
export const CaseInvestigations = Shape({
  investigations: Type.Array(
    Shape({ investigationId: Id, state: InvestigationState, className: Type.String(), askedAt: Moment }),
  ),
  mayAsk: Type.Boolean(),
  /** Why none can be asked for now. */
  hindrance: OrNull(Type.Union([Type.Literal('stage'), Type.Literal('running')])),
});
export type CaseInvestigations = Static<typeof CaseInvestigations>;

/** What can be chosen when one is asked for: only classes of the case, and who takes part in it. */
export const InvestigationOffer = Shape({
  caseReference: Type.String(),
  classes: Type.Array(
    Shape({
      classId: Id,
      className: Type.String(),
      pupils: Type.Array(PupilLabel),
      criteria: Type.Array(Criterion),
    }),
  ),
  people: Type.Array(Person),
  earliestDeletion: Day,
  latestDeletion: Day,
});
export type InvestigationOffer = Static<typeof InvestigationOffer>;

export const DecideInvestigation = Shape({ approved: Type.Boolean(), reason: Words });
export const ChangeReaders = Shape({ readerIds: Type.Array(Id, { maxItems: 8, uniqueItems: true }) });
export const ReadInvestigation = Shape({
  purpose: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
});

export const NewReply = Shape({
  replyId: Id,
  pupilId: Id,
  whose: Type.Union([Type.Literal('pupil'), Type.Literal('guardian')]),
  text: Words,
});
export type NewReply = Static<typeof NewReply>;

const Reply = Shape({
  replyId: Id,
  whose: NewReply.properties.whose,
  text: Type.String(),
  recordedBy: Type.String(),
  recordedAt: Moment,
});

/** How many said it; of so few or so many that the number would tell who, only that. */
const Said = Type.Union([
  Shape({ kind: Type.Literal('few') }),
  Shape({ kind: Type.Literal('count'), count: Count }),
  Shape({ kind: Type.Literal('most') }),
]);

/** What is said about a pupil, and always beside it what the pupil and the guardians say to it. */
const Statement = Shape({ ...PupilLabel.properties, said: Said, replies: Type.Array(Reply) });

/** Coie & Dodge, told as what was counted: never as what a child is. */
const Pattern = Shape({
  ...PupilLabel.properties,
  pattern: Type.Union([
    Type.Literal('liked'),
    Type.Literal('disliked'),
    Type.Literal('both'),
    Type.Literal('neither'),
  ]),
  liked: Said,
  disliked: Said,
  replies: Type.Array(Reply),
});

/** Nothing of it says who answered what. */
export const InvestigationResult = Shape({
  investigationId: Id,
  listed: Count,
  answered: Count,
  criteria: Type.Array(
    Shape({
      ...Criterion.properties,
      answered: Count,
      /** Too few have answered: nothing is shown. */
      tooFew: Type.Boolean(),
      statements: Type.Array(Statement),
    }),
  ),
  patterns: Type.Array(Pattern),
  noPatterns: OrNull(
    Type.Union([
      Type.Literal('not_asked'),
      Type.Literal('small_group'),
      Type.Literal('participation'),
      Type.Literal('no_spread'),
    ]),
  ),
});
export type InvestigationResult = Static<typeof InvestigationResult>;
