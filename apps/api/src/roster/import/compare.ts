import type { RosterCounts } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { RosterFile } from '../files/roster-file.ts';
import { classesOf } from '../queries.ts';
import { CHANGES_AT_ONCE, insertChanges, type RosterChange } from './change-rows.ts';
import { comparePupils } from './compare-pupils.ts';
import { compareStaff } from './compare-staff.ts';
import { listedPupils } from './listed-pupils.ts';
import type { ImportYear } from './year.ts';

type Rows = Pick<RosterFile, 'pupils' | 'teachers' | 'rejected' | 'rejectedCount' | 'otherSchools'>;

/** Stores changes some at a time, and counts them by kind. The database writes while the next ones are being sealed. */
const changeStore = (tx: Tx, schoolId: string, importId: string) => {
  const counted = new Map<RosterChange['kind'], number>();
  const waiting: RosterChange[] = [];
  let stored = 0;
  let writing: Promise<void> = Promise.resolve();
  const settled = (): Promise<void> => writing.catch(() => undefined);
  const write = async (): Promise<void> => {
    const changes = waiting.splice(0, CHANGES_AT_ONCE);
    await writing;
    writing = insertChanges(tx, schoolId, importId, stored, changes);
    void settled();
    stored += changes.length;
  };
  return {
    add: async (changes: readonly RosterChange[]): Promise<void> => {
      for (const change of changes) {
        counted.set(change.kind, (counted.get(change.kind) ?? 0) + 1);
        waiting.push(change);
      }
      while (waiting.length >= CHANGES_AT_ONCE) await write();
    },
    finish: async (): Promise<void> => {
      await write();
      await writing;
    },
    settled,
    of: (kind: RosterChange['kind']): number => counted.get(kind) ?? 0,
  };
};

const rejectedRows = (
  sealer: SchoolSealer,
  importId: string,
  rejected: Rows['rejected'],
): readonly RosterChange[] =>
  rejected.map((row) => ({
    kind: 'rejected',
    content: sealer.seal(JSON.stringify(row), {
      table: 'roster_import_change',
      column: 'content',
      row: importId,
    }),
  }));

/**
 * Compares a file with the lists of a year and stores what it would change under `importId`. Pupils already right are
 * counted and not stored; nothing else is touched.
 */
export const compareRoster = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  year: ImportYear,
  importId: string,
  rows: Rows,
): Promise<RosterCounts> => {
  const existing = await classesOf(tx, schoolId, year.schoolYearId);
  const listed = await listedPupils(tx, schoolId, year.schoolYearId, year.day);
  const before = { pupils: listed.size, classes: new Set([...listed.values()].map((one) => one.className)) };
  const inFile = new Set(rows.pupils.map((pupil) => pupil.className));
  const store = changeStore(tx, schoolId, importId);
  // A pupil stands once in a file, so that nobody is counted in two portions.
  let touched = 0;
  try {
    for await (const changes of comparePupils(tx, sealer, schoolId, listed, rows.pupils)) {
      const inThese = changes.filter(({ kind }) => kind !== 'leaving').map(({ personId }) => personId);
      touched += new Set(inThese).size;
      await store.add(changes);
    }
    await store.add(await compareStaff(tx, sealer, schoolId, year.schoolYearId, rows.teachers, inFile));
    await store.add(rejectedRows(sealer, importId, rows.rejected));
    await store.finish();
  } finally {
    // Nothing may still wait for the connection when the transaction is given up.
    await store.settled();
  }
  const sorted = (names: Iterable<string>): string[] => [...names].sort((a, b) => a.localeCompare(b, 'nb'));
  return {
    listed: before.pupils,
    unchanged: rows.pupils.length - touched,
    new: store.of('new'),
    renamed: store.of('renamed'),
    moved: store.of('moved'),
    leaving: store.of('leaving'),
    rejected: rows.rejectedCount,
    otherSchools: rows.otherSchools,
    newStaff: store.of('new_staff'),
    newRelations: store.of('new_relation'),
    newClasses: sorted(inFile).filter((name) => !existing.has(name)),
    endingClasses: sorted(before.classes).filter((name) => !inFile.has(name)),
  };
};
