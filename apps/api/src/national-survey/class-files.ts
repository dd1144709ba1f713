import type { ClassFileColumns, ClassFileMapping, ColumnMeaning, SurveyImport } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { dayOf } from '../calendar-days.ts';
import { monthOf, yearOf } from '../calendar/days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { classTableOf, describeColumns, type ClassTable } from './files/class-columns.ts';
import { isFault } from './files/figure.ts';
import { readClassFile } from './files/read-class-file.ts';
import { sheetRows } from './files/sheet-rows.ts';
import { showImport } from './imports.ts';
import * as queries from './queries.ts';
import { storeImport } from './store-import.ts';

const tableIn = async (bytes: Uint8Array): Promise<ClassTable> => {
  const rows = await sheetRows(bytes);
  const table = isFault(rows) ? rows : classTableOf(rows);
  if (isFault(table)) throw new AppError('survey_file_rejected', [table.fault]);
  return table;
};

const yearsBack = 5;

/** The columns of a school's own table by class, with what was said of them the last time. Nothing is kept. */
export const readColumns = async (
  deps: Dependencies,
  actor: StaffActor,
  bytes: Uint8Array,
): Promise<ClassFileColumns> => {
  const table = await tableIn(bytes);
  const today = dayOf(deps.now());
  const thisYear = yearOf(today) - (monthOf(today) < 8 ? 1 : 0);
  return deps.db.inScope(actor, async (tx) => ({
    columns: describeColumns(table, await queries.rememberedColumns(tx, actor.schoolId)),
    rows: table.rows.length,
    years: Array.from({ length: yearsBack }, (_, back) => thisYear - back),
  }));
};

const knownClasses = async (tx: Tx, schoolId: string) => {
  const rows = await queries.classesOfYears(tx, schoolId);
  const byYear = Map.groupBy(rows, ({ year }) => year);
  const names = new Map(
    [...byYear].map(([year, of]) => [year, new Set(of.map(({ name }) => name.toUpperCase()))]),
  );
  return (year: number) => names.get(year);
};

/**
 * Reads a school's own table by class, by what its columns are said to mean, which is remembered. It is kept to be looked at as
 * a file of Udir's is, and taken in use or put back in the same way.
 */
export const readOwnClassFile = async (
  deps: Dependencies,
  actor: StaffActor,
  bytes: Uint8Array,
  mapping: ClassFileMapping | undefined,
): Promise<SurveyImport> => {
  if (mapping === undefined) throw new AppError('invalid_request', ['mapping']);
  const table = await tableIn(bytes);
  return deps.db.inScope(actor, async (tx) => {
    const read = readClassFile(table, mapping, await knownClasses(tx, actor.schoolId));
    if (isFault(read)) throw new AppError('survey_file_rejected', [read.fault]);
    const meanings = new Map<string, ColumnMeaning>(
      mapping.columns.map(({ name, meaning }) => [name, meaning]),
    );
    await queries.rememberColumns(tx, actor.schoolId, meanings);
    const importId = await storeImport(tx, actor, read, deps.now());
    return showImport(tx, actor.schoolId, importId);
  });
};
