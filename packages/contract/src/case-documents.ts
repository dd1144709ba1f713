import Type, { type Static } from 'typebox';
import { Count, Day, Id, Moment, Shape } from './shared-shapes.ts';

/** The plan of § 12-4, or the whole of what was done in the case, for one pupil and guardians. */
export const CaseDocumentKind = Type.Union([Type.Literal('plan'), Type.Literal('report')]);
export type CaseDocumentKind = Static<typeof CaseDocumentKind>;

export const NewCaseDocument = Shape({ documentId: Id, kind: CaseDocumentKind, pupilId: Id });
export type NewCaseDocument = Static<typeof NewCaseDocument>;

export const CaseDocumentRow = Shape({
  documentId: Id,
  kind: CaseDocumentKind,
  pupil: Type.String(),
  madeAt: Moment,
  madeBy: Type.String(),
  finishedAt: Type.Union([Moment, Type.Null()]),
  /** The case has entries the document does not know of. */
  behind: Type.Boolean(),
});
export type CaseDocumentRow = Static<typeof CaseDocumentRow>;

export const CaseRecipient = Type.Union([Type.Literal('archive'), Type.Literal('county_governor')]);
export type CaseRecipient = Static<typeof CaseRecipient>;

export const NewCaseExport = Shape({ exportId: Id, recipient: CaseRecipient });
export type NewCaseExport = Static<typeof NewCaseExport>;

export const CaseExportReceipt = Shape({
  receivedOn: Day,
  receivedAs: Type.String({ minLength: 2, maxLength: 80, pattern: '\\S' }),
});
export type CaseExportReceipt = Static<typeof CaseExportReceipt>;

export const CaseExportRow = Shape({
  exportId: Id,
  recipient: CaseRecipient,
  madeAt: Moment,
  madeBy: Type.String(),
  manifestHash: Type.String(),
  receivedOn: Type.Union([Day, Type.Null()]),
  receivedAs: Type.Union([Type.String(), Type.Null()]),
  behind: Type.Boolean(),
});
export type CaseExportRow = Static<typeof CaseExportRow>;

export const CaseDocuments = Shape({
  reference: Type.String(),
  title: Type.String(),
  /** Whom a document can be for, and whether there is a plan to print. */
  parties: Type.Array(Shape({ pupilId: Id, label: Type.String() })),
  hasPlan: Type.Boolean(),
  over: Type.Boolean(),
  documents: Type.Array(CaseDocumentRow),
  exports: Type.Array(CaseExportRow),
  keptDays: Count,
  /** When the case is deleted by itself, as it stands. */
  deletedOn: Type.Union([Day, Type.Null()]),
});
export type CaseDocuments = Static<typeof CaseDocuments>;

const span = { from: Count, to: Count };

/** Why a place must be looked at: the name of another child, like one, a word with a capital, initials. */
const MentionKind = Type.Union([
  Type.Literal('name'),
  Type.Literal('like_a_name'),
  Type.Literal('capital'),
  Type.Literal('initials'),
]);

const Decision = Shape({ ...span, show: Type.Boolean() });

export const DocumentField = Shape({
  key: Type.String(),
  label: Type.String(),
  text: Type.String(),
  mentions: Type.Array(Shape({ ...span, kind: MentionKind })),
  read: Type.Boolean(),
  decisions: Type.Array(Decision),
});
export type DocumentField = Static<typeof DocumentField>;

/** What the party reads, in order. Lines beside the fields hold nothing anybody wrote freely. */
export const DocumentSection = Shape({
  heading: Type.String(),
  aside: Type.String(),
  fields: Type.Array(DocumentField),
  measures: Type.Array(
    Shape({ what: DocumentField, level: Type.String(), responsible: Type.String(), period: Type.String() }),
  ),
});
export type DocumentSection = Static<typeof DocumentSection>;

export const CaseDocument = Shape({
  ...CaseDocumentRow.properties,
  caseId: Id,
  reference: Type.String(),
  revision: Count,
  sections: Type.Array(DocumentSection),
});
export type CaseDocument = Static<typeof CaseDocument>;

/** Over an older `revision` than the last it is refused. */
export const ReviewField = Shape({
  revision: Count,
  key: Type.String({ maxLength: 200 }),
  read: Type.Boolean(),
  decisions: Type.Array(Decision, { maxItems: 400 }),
});
export type ReviewField = Static<typeof ReviewField>;

export const FinishDocument = Shape({ revision: Count });

export const CaseRetention = Shape({ keptDays: Type.Integer({ minimum: 0, maximum: 3650 }) });
export type CaseRetention = Static<typeof CaseRetention>;
