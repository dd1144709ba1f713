import type { Tx } from '@samhold/db';
import { yearOf } from '../calendar/days.ts';
import { isFault } from '../national-survey/files/figure.ts';
import { classTableOf } from '../national-survey/files/class-columns.ts';
import { readClassFile } from '../national-survey/files/read-class-file.ts';
import { readExport } from '../national-survey/files/read-export.ts';
import { sheetRows } from '../national-survey/files/sheet-rows.ts';
import { storeImport } from '../national-survey/store-import.ts';
import { useImport } from '../national-survey/use-import.ts';
import { classMapping, classTable } from './generate/class-survey.ts';
import type { DemoSchool } from './generate/demo-school.ts';
import { surveyTables } from './generate/national-survey.ts';

/** Reads the demo school's tables of Elevundersøkelsen by the same reader as any file, and takes them in use. */
export const loadSurvey = async (
  tx: Tx,
  schoolId: string,
  staffId: string,
  { school, thisYear }: DemoSchool,
  at: Date,
): Promise<void> => {
  const by = { schoolId, staffId };
  for (const rows of surveyTables(school.organisationNumber, yearOf(thisYear.startsOn))) {
    const read = await readExport(new TextEncoder().encode(JSON.stringify(rows)), school.organisationNumber);
    if (isFault(read)) throw new Error(`The demo school's table cannot be read: ${read.fault}`);
    await useImport(tx, by, await storeImport(tx, by, read, at), at);
  }
};

/** The same of the spreadsheets by class, of last year and this. */
export const loadClassSurvey = async (
  tx: Tx,
  schoolId: string,
  staffId: string,
  { lastYear, thisYear }: DemoSchool,
  { before, now }: { readonly before: Date; readonly now: Date },
): Promise<void> => {
  const by = { schoolId, staffId };
  const files = [
    { year: lastYear, text: classTable(lastYear.classes, 1), at: before },
    { year: thisYear, text: classTable(thisYear.classes), at: now },
  ];
  for (const { year, text, at } of files) {
    const rows = await sheetRows(new TextEncoder().encode(text));
    const table = isFault(rows) ? rows : classTableOf(rows);
    const mapping = classMapping(yearOf(year.startsOn));
    const read = isFault(table) ? table : readClassFile(table, mapping, () => undefined);
    if (isFault(read)) throw new Error(`The demo school's table by class cannot be read: ${read.fault}`);
    await useImport(tx, by, await storeImport(tx, by, read, at), at);
  }
};
