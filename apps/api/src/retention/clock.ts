import type { RETENTION_CLASSES, TableName } from '@samhold/db';

export type RetentionClass = (typeof RETENTION_CLASSES)[number];

/** What a pupil's hold keeps a row by: columns of the row, or a table that lists the row's pupils under the same key. */
type About = {
  readonly pupils?: readonly string[];
  readonly pupilsIn?: { readonly table: TableName; readonly key: string };
};

export type Clock =
  /** As long as the school uses Samhold. */
  | { readonly until: 'the school leaves' }
  /** With the row whose hash it holds. */
  | { readonly until: 'its hash is gone' }
  /** The school's day after the school year of the sitting or class. */
  | ({ readonly until: 'the school year is over'; readonly by: 'sitting_id' | 'class_id' } & About)
  /** With the row it belongs to, in a table that has the same key. */
  | ({
      readonly until: 'its row is gone';
      readonly of: TableName;
      readonly key: string;
      readonly only?: 'case_id is null';
    } & About)
  | ({
      readonly until: 'days have gone';
      readonly since: string;
      readonly days: number;
      readonly only?: 'case_id is null';
      /** Where the hash of the row is looked up before the school is known. */
      readonly lookup?: TableName;
    } & About)
  /** The pupil is in no class of the new school year, and nothing else speaks of the pupil. */
  | {
      readonly until: 'the pupil has left';
      readonly by: 'pupil_id' | 'person_id';
      readonly lookup?: TableName;
    }
  | { readonly until: 'the staff member has left'; readonly lookup?: TableName }
  | { readonly until: 'five whole years have gone'; readonly since: string }
  /** Another job deletes it, by a day of its own. */
  | { readonly until: 'a day of its own'; readonly by: OwnDay };

export type OwnDay =
  | 'access/limit-attempts.ts'
  | 'case-documents/delete-cases.ts'
  | 'investigations/clock.ts'
  | 'local-accounts/attempts.ts'
  | 'roster/import/stored-imports.ts';

export type Kept = { readonly class: RetentionClass; readonly clock: Clock };
