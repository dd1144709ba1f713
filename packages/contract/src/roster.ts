import Type, { type Static } from 'typebox';
import { Count, Id, Moment, Shape } from './shared-shapes.ts';

export const RosterFormat = Type.Union([
  Type.Literal('oneroster-1.1'),
  Type.Literal('oneroster-1.2'),
  Type.Literal('sds-2.1'),
  Type.Literal('csv'),
]);

const ColumnName = Type.String({ minLength: 1, maxLength: 200 });

/** Which column of a file holds what, by the names in its header. */
export const RosterMapping = Shape({
  className: ColumnName,
  grade: ColumnName,
  givenName: ColumnName,
  familyName: ColumnName,
  externalId: ColumnName,
});
export type RosterMapping = Static<typeof RosterMapping>;

/** What a file would change, or changed. A pupil can be both renamed and moved. */
export const RosterCounts = Shape({
  /** Pupils on the class lists before. */
  listed: Count,
  unchanged: Count,
  new: Count,
  renamed: Count,
  moved: Count,
  leaving: Count,
  rejected: Count,
  /** Pupils of other schools in the same file, left alone. */
  otherSchools: Count,
  newStaff: Count,
  newRelations: Count,
  newClasses: Type.Array(Type.String()),
  /** Classes that have pupils and would have none. */
  endingClasses: Type.Array(Type.String()),
});
export type RosterCounts = Static<typeof RosterCounts>;

const summary = {
  importId: Id,
  format: RosterFormat,
  schoolYear: Type.String(),
  state: Type.Union([Type.Literal('read'), Type.Literal('applied'), Type.Literal('discarded')]),
  readAt: Moment,
  appliedAt: Type.Union([Moment, Type.Null()]),
  counts: RosterCounts,
};

/** A file that was read; once applied, also the receipt. */
export const RosterImport = Shape(summary);
export type RosterImport = Static<typeof RosterImport>;

/** A file that was read, with what the administrator checks before it is applied: at most a thousand of each kind. */
export const RosterImportDetails = Shape({
  ...summary,
  /** The lists have changed since: the file must be read again. */
  outdated: Type.Boolean(),
  /** So many would leave, or some while rows could not be read, that applying must be confirmed. */
  asksTwice: Type.Boolean(),
  /** Sittings open now; each keeps the list it opened with. */
  openSittings: Count,
  new: Type.Array(
    Shape({ name: Type.String(), className: Type.String(), grade: Count, known: Type.Boolean() }),
  ),
  renamed: Type.Array(Shape({ name: Type.String(), newName: Type.String(), className: Type.String() })),
  moved: Type.Array(
    Shape({
      name: Type.String(),
      from: Type.String(),
      fromGrade: Count,
      className: Type.String(),
      grade: Count,
    }),
  ),
  leaving: Type.Array(Shape({ name: Type.String(), className: Type.String() })),
  staff: Type.Array(
    Shape({ name: Type.String(), isNew: Type.Boolean(), classNames: Type.Array(Type.String()) }),
  ),
  rejectedRows: Type.Array(Shape({ file: Type.String(), row: Count, reason: Type.String() })),
});
export type RosterImportDetails = Static<typeof RosterImportDetails>;

/** A file was read; or it holds columns the importer does not know, and is to be sent again with a mapping. */
export const RosterReading = Type.Union([
  Shape({ outcome: Type.Literal('read'), import: RosterImportDetails }),
  Shape({
    outcome: Type.Literal('needs_mapping'),
    file: Type.String(),
    columns: Type.Array(Type.String()),
    /** What the columns seem to hold, by their names and by the mapping this school used last. */
    suggestion: Type.Partial(RosterMapping),
  }),
]);
export type RosterReading = Static<typeof RosterReading>;

export const ApplyRoster = Shape({ confirmLeaving: Type.Optional(Type.Boolean()) });
export type ApplyRoster = Static<typeof ApplyRoster>;

export const RosterImportList = Shape({
  imports: Type.Array(RosterImport),
  /** The year that holds today, and later ones a roster can be read for. */
  schoolYears: Type.Array(Shape({ schoolYearId: Id, label: Type.String(), isCurrent: Type.Boolean() })),
});
export type RosterImportList = Static<typeof RosterImportList>;
