import Type, { type Static } from 'typebox';
import { Grade } from './calendar.ts';
import { ReleasedDocument } from './rounds.ts';

import { Count, Day, Id, Moment, RoundKind, Shape } from './shared-shapes.ts';

const words = <T extends readonly string[]>(all: T) =>
  Type.Unsafe<T[number]>(Type.Union(all.map((word) => Type.Literal(word))));

/** Whom a report can be made for. Those inside the school sign in; the others read by a link. */
export const publicationAudiences = [
  'leadership',
  'gradeTeam',
  'staff',
  'environmentTeam',
  'classCouncil',
  'pupilCouncil',
  'parentCouncil',
  'board',
  'owner',
  'public',
] as const;
export const PublicationAudience = words(publicationAudiences);
export type PublicationAudience = Static<typeof PublicationAudience>;

/** How finely a report tells: the fixed catalogue. */
export const PublicationSpec = words(['school', 'grades', 'classes'] as const);
export type PublicationSpec = Static<typeof PublicationSpec>;

export const MakePublication = Shape({
  /** Made by the page, so that the same report is not made twice. */
  publicationId: Id,
  audience: PublicationAudience,
  /** For a grade's team. */
  grade: Type.Optional(Grade),
  /** For the council of a class. */
  classId: Type.Optional(Id),
  title: Type.String({ minLength: 3, maxLength: 120 }),
  spec: PublicationSpec,
  roundIds: Type.Array(Id, { minItems: 1, maxItems: 6, uniqueItems: true }),
});
export type MakePublication = Static<typeof MakePublication>;

/** What the reader gets. Its bytes never change once it is published. */
export const Report = Shape({
  schoolName: Type.String(),
  title: Type.String(),
  audience: PublicationAudience,
  grade: Type.Union([Grade, Type.Null()]),
  /** Null before it is published. */
  publishedOn: Type.Union([Day, Type.Null()]),
  thresholds: Shape({ smallestGroup: Count, smallestCell: Count, smallestGroupSensitive: Count }),
  rounds: Type.Array(ReleasedDocument),
});
export type Report = Static<typeof Report>;

export const Publication = Shape({
  publicationId: Id,
  audience: PublicationAudience,
  grade: Type.Union([Grade, Type.Null()]),
  className: Type.Union([Type.String(), Type.Null()]),
  title: Type.String(),
  spec: PublicationSpec,
  rounds: Type.Array(Shape({ roundId: Id, name: Type.String() })),
  state: words(['auditing', 'audited', 'failed', 'published', 'revoked'] as const),
  failure: Type.Union([words(['timed_out', 'stopped'] as const), Type.Null()]),
  /** Above one when something else was released meanwhile, so that it was audited again. */
  attempt: Count,
  /** Per cent of the audit. */
  progress: Count,
  madeAt: Moment,
  publishedAt: Type.Union([Moment, Type.Null()]),
  revokedAt: Type.Union([Moment, Type.Null()]),
});
export type Publication = Static<typeof Publication>;

export const PublicationView = Shape({
  publication: Publication,
  /** There when it is audited: what the reader gets, or will get. */
  report: Type.Union([Report, Type.Null()]),
  /** There while it is published, for readers who do not sign in. */
  link: Type.Union([Type.String(), Type.Null()]),
});
export type PublicationView = Static<typeof PublicationView>;

export const PublicationList = Shape({
  publications: Type.Array(Publication),
  /** The rounds that have ended, the last one first. */
  rounds: Type.Array(Shape({ roundId: Id, kind: RoundKind, name: Type.String(), endedAt: Moment })),
  /** The classes of the year, for reports to one of them. */
  classes: Type.Array(Shape({ classId: Id, className: Type.String() })),
});
export type PublicationList = Static<typeof PublicationList>;

/** The published reports a member of staff may read. */
export const ReportList = Shape({
  reports: Type.Array(Shape({ publicationId: Id, title: Type.String(), publishedAt: Moment })),
});
export type ReportList = Static<typeof ReportList>;

const Link = Type.String({ minLength: 1, maxLength: 100 });
export const OpenReport = Shape({ link: Link });
export const ReportFormat = words(['pdf', 'xlsx', 'csv'] as const);
export type ReportFormat = Static<typeof ReportFormat>;
export const SaveReport = Shape({ link: Link, format: ReportFormat });

/** All that was given out of a round. A class among the audiences is told by its name. */
export const ReleaseLedger = Shape({
  roundName: Type.String(),
  releases: Type.Array(
    Shape({
      releaseId: Id,
      audience: Type.Union([PublicationAudience, Type.Literal('class')]),
      className: Type.Union([Type.String(), Type.Null()]),
      releasedAt: Moment,
      /** Whether nobody has been given it yet: it is held back for a report that is not published. */
      isHeld: Type.Boolean(),
    }),
  ),
});
export type ReleaseLedger = Static<typeof ReleaseLedger>;

/** The school's own copy of a release has the proof with it; what readers may be given has not. */
export const ReleaseCopy = words(['own', 'readers'] as const);
