import type { SchoolSealer, Tx } from '@samhold/db';
import { yearOf } from '../calendar/days.ts';
import { storeRecord } from '../survey-follow-up/record.ts';
import type { DemoYear } from './generate/demo-school.ts';
import { followUpsOf } from './generate/follow-up.ts';

type Loaded = {
  readonly year: DemoYear;
  readonly classIds: ReadonlyMap<string, string>;
  /** Who recorded what was done in each class, and on a grade. */
  readonly teachers: ReadonlyMap<string, string>;
  readonly headTeacher: string;
  readonly today: string;
};

/** What the demo school has done with this year's figures of Elevundersøkelsen. */
export const loadFollowUp = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  { year, classIds, teachers, headTeacher, today }: Loaded,
): Promise<void> => {
  for (const { className, ...said } of followUpsOf(year, today)) {
    const by = { schoolId, staffId: teachers.get(className) ?? headTeacher };
    const unit = { year: yearOf(year.startsOn), classId: classIds.get(className) ?? null };
    const record = { followUpId: crypto.randomUUID(), ...unit, ...said };
    await storeRecord(tx, sealer, by, record, new Date(`${said.heldOn}T13:50:00Z`));
  }
};
