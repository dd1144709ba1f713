import { randomUUID } from 'node:crypto';
import type { AddYearEntry, FilledYear, FillYear, NewYearEntry, YearEntry } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { heldYear } from '../calendar/periods.ts';
import { isSchoolDay } from '../calendar/school-days.ts';
import { readCalendar, schoolYears } from '../calendar/service.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { entriesOfYear, sameRhythm } from './entries.ts';
import * as queries from './queries.ts';

const checkEntry = (entry: NewYearEntry): void => {
  if (entry.name.trim().length < 2) throw new AppError('invalid_request', ['name']);
  if ((entry.startsAt === null) !== (entry.minutes === null))
    throw new AppError('invalid_request', ['minutes']);
  if (entry.startsAt !== null && entry.weeksLong > 0) throw new AppError('invalid_request', ['startsAt']);
};

/** The year of the entry, held; throws not_found for an entry that the school never had. */
const heldYearOf = async (tx: Tx, schoolId: string, entryId: string): Promise<string> => {
  const yearId = await queries.yearOfEntry(tx, schoolId, entryId);
  if (yearId === undefined) throw new AppError('not_found');
  await heldYear(tx, schoolId, yearId);
  return yearId;
};

const readEntry = async (tx: Tx, schoolId: string, yearId: string, entryId: string): Promise<YearEntry> => {
  const calendar = await readCalendar(tx, schoolId, yearId);
  const entries = await entriesOfYear(tx, schoolId, yearId, calendar);
  const entry = entries.find((one) => one.entryId === entryId);
  if (entry === undefined) throw new AppError('not_found');
  return entry;
};

export const addEntry = (
  deps: Dependencies,
  actor: StaffActor,
  { schoolYearId, entry }: AddYearEntry,
): Promise<YearEntry> =>
  deps.db.inScope(actor, async (tx) => {
    checkEntry(entry);
    await heldYear(tx, actor.schoolId, schoolYearId);
    const entryId = randomUUID();
    await queries.insertEntries(tx, actor.schoolId, schoolYearId, [{ ...entry, entryId }]);
    return readEntry(tx, actor.schoolId, schoolYearId, entryId);
  });

/** A new rhythm puts every occurrence back where it says; anything else leaves what has been moved. */
export const changeEntry = (
  deps: Dependencies,
  actor: StaffActor,
  entryId: string,
  entry: NewYearEntry,
): Promise<YearEntry> =>
  deps.db.inScope(actor, async (tx) => {
    checkEntry(entry);
    const yearId = await heldYearOf(tx, actor.schoolId, entryId);
    const before = await readEntry(tx, actor.schoolId, yearId, entryId);
    if (!sameRhythm(before, entry)) await queries.deleteMoves(tx, actor.schoolId, entryId);
    await queries.updateEntry(tx, actor.schoolId, { ...entry, entryId });
    return readEntry(tx, actor.schoolId, yearId, entryId);
  });

/** Taken out it is in no wheel, list or calendar, and can be put back as it was. */
export const setEntryRemoved = (
  deps: Dependencies,
  actor: StaffActor,
  entryId: string,
  removed: boolean,
): Promise<void> =>
  deps.db.inScope(actor, async (tx) => {
    await heldYearOf(tx, actor.schoolId, entryId);
    await queries.setRemoved(tx, actor.schoolId, entryId, removed ? deps.now() : null);
  });

/** Moves one occurrence to another school day, takes it out (null), or puts it back (undefined). */
export const moveOccurrence = (
  deps: Dependencies,
  actor: StaffActor,
  entryId: string,
  number: number,
  startsOn: string | null | undefined,
): Promise<YearEntry> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId } = actor;
    const yearId = await heldYearOf(tx, schoolId, entryId);
    const entry = await readEntry(tx, schoolId, yearId, entryId);
    if (!entry.occurrences.some((one) => one.number === number)) throw new AppError('not_found');
    if (typeof startsOn === 'string') {
      const calendar = await readCalendar(tx, schoolId, yearId);
      if (startsOn < calendar.startsOn || startsOn > calendar.endsOn)
        throw new AppError('period_outside_year');
      if (!isSchoolDay(calendar, startsOn)) throw new AppError('not_a_school_day', [startsOn]);
    }
    if (startsOn === undefined) await queries.deleteMoves(tx, schoolId, entryId, number);
    else await queries.putMove(tx, schoolId, entryId, number, startsOn);
    return readEntry(tx, schoolId, yearId, entryId);
  });

/** The year before one, and its entries; none for the first. */
export const entriesBefore = async (
  tx: Tx,
  schoolId: string,
  startsOn: string,
): Promise<readonly NewYearEntry[]> => {
  const before = (await schoolYears(tx, schoolId)).find((year) => year.startsOn < startsOn);
  return before === undefined ? [] : queries.entriesOf(tx, schoolId, before.yearId);
};

/** Adds those whose name the year does not have yet, in the rhythm of school weeks; what was moved last year is not. */
export const addMissing = async (
  tx: Tx,
  schoolId: string,
  yearId: string,
  entries: readonly NewYearEntry[],
): Promise<number> => {
  const has = new Set((await queries.entriesOf(tx, schoolId, yearId)).map(({ name }) => name));
  const missing = entries.filter(({ name }) => !has.has(name));
  const added = missing.map((entry) => ({ ...entry, entryId: randomUUID() }));
  await queries.insertEntries(tx, schoolId, yearId, added);
  return added.length;
};

/** What a school is offered from the action plan. */
export const offeredEntries = queries.offeredEntries;

export const fillYear = (
  deps: Dependencies,
  actor: StaffActor,
  { schoolYearId, from }: FillYear,
): Promise<FilledYear> =>
  deps.db.inScope(actor, async (tx) => {
    const year = await heldYear(tx, actor.schoolId, schoolYearId);
    const entries =
      from === 'action_plan'
        ? await queries.offeredEntries(tx)
        : await entriesBefore(tx, actor.schoolId, year.startsOn);
    return { added: await addMissing(tx, actor.schoolId, schoolYearId, entries) };
  });
