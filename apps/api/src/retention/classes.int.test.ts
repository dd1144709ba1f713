import type { TableName } from '@samhold/db';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { keptTables } from './classes.ts';
import type { Clock } from './clock.ts';
import { readReferences, type Reference } from './references.ts';

let house: TestHouse;
let stored: ReadonlyMap<string, string>;
let references: readonly Reference[];
let columns: ReadonlySet<string>;
let deletable: ReadonlySet<string>;

const tables = Object.keys(keptTables) as TableName[];

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  type Row = { readonly name: string; readonly class: string | null; readonly deletable: boolean };
  const rows = (await house.database.ask(
    `select c.relname as name, substring(obj_description(c.oid, 'pg_class') from '^retention: ([a-z ]+);') as class,
            has_table_privilege('samhold_runtime', c.oid, 'DELETE') as deletable
       from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace`,
  )) as readonly Row[];
  stored = new Map(rows.map((row) => [row.name, row.class ?? '']));
  deletable = new Set(rows.filter((row) => row.deletable).map((row) => row.name));
  const found = (await house.database.ask(
    `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`,
  )) as readonly { readonly name: string }[];
  columns = new Set(found.map((row) => row.name));
  references = await house.deps.db.beforeScope(readReferences);
});
afterAll(() => house.close());

/** Deleted by the purge itself, in the order of the file. */
const isPurged = ({ until }: Clock): boolean =>
  !['the school leaves', 'its hash is gone', 'a day of its own'].includes(until);

test('P6: every table of the migrated schema has the class that its comment says, and no table is kept that is not there', () => {
  expect(Object.fromEntries(tables.map((table) => [table, keptTables[table].class]).toSorted())).toEqual(
    Object.fromEntries([...stored].toSorted()),
  );
});

const namesOf = (table: TableName, clock: Clock): readonly string[] => {
  const own = (column: string): string => `${table}.${column}`;
  const about =
    'pupilsIn' in clock && clock.pupilsIn !== undefined
      ? [
          own(clock.pupilsIn.key),
          `${clock.pupilsIn.table}.${clock.pupilsIn.key}`,
          `${clock.pupilsIn.table}.pupil_id`,
        ]
      : [];
  const pupils = 'pupils' in clock ? (clock.pupils ?? []).map(own) : [];
  const only = 'only' in clock && clock.only !== undefined ? [own('case_id')] : [];
  switch (clock.until) {
    case 'the school year is over':
      return [own(clock.by), ...pupils, ...about];
    case 'its row is gone':
      return [own(clock.key), `${clock.of}.${clock.key}`, ...pupils, ...about, ...only];
    case 'days have gone':
      return [own(clock.since), ...pupils, ...about, ...only];
    case 'the pupil has left':
      return [own(clock.by)];
    case 'the staff member has left':
      return [own('staff_id')];
    case 'five whole years have gone':
      return [own(clock.since)];
    default:
      return [];
  }
};

describe.each(tables.filter((table) => isPurged(keptTables[table].clock)))('%s', (table) => {
  test('has the columns its clock reads, and the job may delete its rows', () => {
    expect(namesOf(table, keptTables[table].clock).filter((name) => !columns.has(name))).toEqual([]);
    expect(deletable.has(table)).toBe(true);
  });

  test('comes after every purged table that refers to it', () => {
    const later = references
      .filter(({ parent, child }) => parent === table && child !== table)
      .map(({ child }) => child as TableName)
      .filter((child) => isPurged(keptTables[child].clock) && tables.indexOf(child) > tables.indexOf(table));
    expect(later).toEqual([]);
  });
});

test('a table whose pupils are listed has a hold look at them', () => {
  const ofYear = tables.filter((table) => keptTables[table].clock.until === 'the school year is over');
  const listed = new Set(
    ofYear.filter((table) => {
      const { clock } = keptTables[table];
      return ('pupils' in clock && (clock.pupils ?? []).length > 0) || 'pupilsIn' in clock;
    }),
  );
  // Made of others' rows, or of where the teacher put somebody: nothing that is said or done.
  const derived = ['sociogram_place', 'network_pupils', 'arrangement', 'talk_choice'];
  expect(ofYear.filter((table) => !listed.has(table) && !derived.includes(table))).toEqual([]);
});
