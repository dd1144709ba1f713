import type { Tx } from '@samhold/db';
import { yearOf } from '../calendar/days.ts';
import { isFault } from '../national-survey/files/figure.ts';
import { readExport } from '../national-survey/files/read-export.ts';
import { storeImport } from '../national-survey/store-import.ts';
import { useImport } from '../national-survey/use-import.ts';
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
