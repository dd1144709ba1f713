export type RosterFormat = 'oneroster-1.1' | 'oneroster-1.2' | 'sds-2.1' | 'csv';

export type RosterPupil = {
  readonly externalId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly className: string;
  readonly grade: number;
};

/** Somebody the file connects to classes. Who is contact teacher, the school itself confirms. */
export type RosterTeacher = {
  readonly externalId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly classNames: readonly string[];
};

/** A row that was left out: never with a value from it, since a value may be a name. `row` 1 is the header. */
export type RejectedRow = { readonly file: string; readonly row: number; readonly reason: string };

/** What is left of a roster once it has passed the parser: nothing outside the allow-list. */
export type RosterFile = {
  readonly format: RosterFormat;
  readonly pupils: readonly RosterPupil[];
  readonly teachers: readonly RosterTeacher[];
  readonly rejected: readonly RejectedRow[];
  /** How many rows were left out in all; `rejected` holds the first thousand. */
  readonly rejectedCount: number;
  /** Pupils of other schools in the same file, left alone. */
  readonly otherSchools: number;
};

/** Which column holds what, for files whose header is not one we know. Column names as in the file. */
export type ColumnMapping = {
  readonly className: string;
  readonly grade: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly externalId: string;
};
