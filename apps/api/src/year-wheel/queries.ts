import type { NewYearEntry, ResponsibleRole } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { Moves } from './occurrences.ts';

export type StoredEntry = NewYearEntry & { readonly entryId: string };

const columnsOf = (entry: NewYearEntry) => ({
  name: entry.name.trim(),
  responsible: [...entry.responsible],
  first_week: entry.firstWeek,
  every_weeks: entry.everyWeeks,
  times: entry.times,
  weekday: entry.weekday,
  weeks_long: entry.weeksLong,
  starts_at: entry.startsAt,
  minutes: entry.minutes,
});

/** By name; those taken out are left out. */
export const entriesOf = async (
  tx: Tx,
  schoolId: string,
  yearId: string,
): Promise<readonly StoredEntry[]> => {
  const rows = await tx
    .selectFrom('year_entry')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('school_year_id', '=', yearId)
    .where('removed_at', 'is', null)
    .orderBy('name')
    .orderBy('entry_id')
    .execute();
  return rows.map((row) => ({
    entryId: row.entry_id,
    name: row.name,
    // The check constraint allows exactly these.
    responsible: row.responsible as ResponsibleRole[],
    firstWeek: row.first_week,
    everyWeeks: row.every_weeks,
    times: row.times,
    weekday: row.weekday,
    weeksLong: row.weeks_long,
    startsAt: row.starts_at?.slice(0, 5) ?? null,
    minutes: row.minutes,
  }));
};

/** What has been moved or taken out, by entry and number. */
export const movesOf = async (
  tx: Tx,
  schoolId: string,
  yearId: string,
): Promise<ReadonlyMap<string, Moves>> => {
  const rows = await tx
    .selectFrom('year_entry_move as m')
    .innerJoin('year_entry as e', (join) =>
      join.onRef('e.school_id', '=', 'm.school_id').onRef('e.entry_id', '=', 'm.entry_id'),
    )
    .select(['m.entry_id', 'm.number', 'm.moved_to'])
    .where('m.school_id', '=', schoolId)
    .where('e.school_year_id', '=', yearId)
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.entry_id)].map(([entryId, moves]) => [
      entryId,
      new Map(moves.map((row) => [row.number, row.moved_to === null ? null : String(row.moved_to)])),
    ]),
  );
};

/** The year of an entry, also of one taken out. */
export const yearOfEntry = async (tx: Tx, schoolId: string, entryId: string): Promise<string | undefined> =>
  (
    await tx
      .selectFrom('year_entry')
      .select('school_year_id')
      .where('school_id', '=', schoolId)
      .where('entry_id', '=', entryId)
      .executeTakeFirst()
  )?.school_year_id;

export const insertEntries = async (
  tx: Tx,
  schoolId: string,
  yearId: string,
  entries: readonly StoredEntry[],
): Promise<void> => {
  if (entries.length === 0) return;
  await tx
    .insertInto('year_entry')
    .values(
      entries.map((entry) => ({
        ...columnsOf(entry),
        ...{ school_id: schoolId, school_year_id: yearId, entry_id: entry.entryId },
      })),
    )
    .execute();
};

export const updateEntry = (tx: Tx, schoolId: string, { entryId, ...entry }: StoredEntry) =>
  tx
    .updateTable('year_entry')
    .set(columnsOf(entry))
    .where('school_id', '=', schoolId)
    .where('entry_id', '=', entryId)
    .execute();

export const setRemoved = (tx: Tx, schoolId: string, entryId: string, at: Date | null) =>
  tx
    .updateTable('year_entry')
    .set({ removed_at: at })
    .where('school_id', '=', schoolId)
    .where('entry_id', '=', entryId)
    .execute();

export const putMove = (tx: Tx, schoolId: string, entryId: string, number: number, movedTo: string | null) =>
  tx
    .insertInto('year_entry_move')
    .values({ school_id: schoolId, entry_id: entryId, number, moved_to: movedTo })
    .onConflict((conflict) =>
      conflict.columns(['school_id', 'entry_id', 'number']).doUpdateSet({ moved_to: movedTo }),
    )
    .execute();

/** Puts one occurrence back where the rhythm has it, or all of an entry. */
export const deleteMoves = (tx: Tx, schoolId: string, entryId: string, number?: number) =>
  tx
    .deleteFrom('year_entry_move')
    .where('school_id', '=', schoolId)
    .where('entry_id', '=', entryId)
    .$if(number !== undefined, (query) => query.where('number', '=', number ?? 0))
    .execute();

export const offeredEntries = async (tx: Tx): Promise<readonly NewYearEntry[]> =>
  (await tx.selectFrom('year_entry_offered').selectAll().orderBy('number').execute()).map((row) => ({
    name: row.name,
    responsible: row.responsible as ResponsibleRole[],
    firstWeek: row.first_week,
    everyWeeks: row.every_weeks,
    times: row.times,
    weekday: row.weekday,
    weeksLong: row.weeks_long,
    startsAt: null,
    minutes: null,
  }));
