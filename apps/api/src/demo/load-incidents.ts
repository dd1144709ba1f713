import { randomUUID } from 'node:crypto';
import type { SchoolSealer, Tx } from '@samhold/db';
import { storeReport } from '../incidents/file.ts';
import type { DemoYear } from './generate/demo-school.ts';
import { incidentsOf } from './generate/incidents.ts';

type Loaded = {
  readonly year: DemoYear;
  readonly classIds: ReadonlyMap<string, string>;
  readonly pupilIds: ReadonlyMap<string, string>;
  /** By the key of their post. */
  readonly staffIds: ReadonlyMap<string, string>;
  readonly today: string;
};

/** What the invented school's employees have told of, an afternoon each and all before today. */
export const loadIncidents = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  { year, classIds, pupilIds, staffIds, today }: Loaded,
): Promise<void> => {
  for (const { filedBy, pupilKeys, className, ...told } of incidentsOf(year, today)) {
    const staffId = staffIds.get(filedBy);
    if (staffId === undefined) throw new Error(`The demo school has no ${filedBy}.`);
    const report = {
      ...told,
      reportId: randomUUID(),
      pupilIds: pupilKeys.flatMap((key) => pupilIds.get(key) ?? []),
    };
    const filedAt = new Date(`${told.happenedOn}T13:50:00Z`);
    const classId = classIds.get(className);
    await storeReport(
      tx,
      sealer,
      { schoolId, staffId },
      report,
      classId === undefined ? [] : [classId],
      filedAt,
    );
  }
};
