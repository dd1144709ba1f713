import { randomUUID } from 'node:crypto';
import { dayOf } from '../calendar-days.ts';
import type { TestHouse } from './test-house.ts';
import type { TestSchool } from './test-school.ts';

/** A case as it lies in the database, without the line of entries that lead there. */
export const makeCase = (
  house: TestHouse,
  { schoolId }: TestSchool,
  made: {
    readonly kind: 'environment' | 'staff';
    readonly reference: string;
    readonly openedBy: string;
    readonly stage?: string;
    readonly knownOn?: string;
    readonly classId?: string;
    readonly concerned?: readonly string[];
    readonly accused?: readonly string[];
  },
): Promise<string> =>
  house.deps.db.inScope({ schoolId }, async (tx, sealer) => {
    const caseId = randomUUID();
    const at = house.deps.now();
    const title = (await sealer()).seal('En sak', { table: 'school_case', column: 'title', row: caseId });
    await tx
      .insertInto('school_case')
      .values({
        ...{ school_id: schoolId, case_id: caseId, reference: made.reference, kind: made.kind, title },
        ...{
          stage: made.stage ?? 'told',
          known_on: made.knownOn ?? dayOf(at),
          class_id: made.classId ?? null,
        },
        ...{ opened_by: made.openedBy, opened_at: at },
      })
      .execute();
    for (const pupil_id of made.concerned ?? [])
      await tx
        .insertInto('case_pupil')
        .values({
          ...{ school_id: schoolId, case_id: caseId, pupil_id, part: 'concerned' },
          ...{ added_by: made.openedBy, added_at: at },
        })
        .execute();
    for (const staff_id of made.accused ?? [])
      await tx
        .insertInto('case_staff')
        .values({
          ...{ school_id: schoolId, case_id: caseId, staff_id, part: 'accused' },
          ...{ added_by: made.openedBy, from_at: at },
        })
        .execute();
    return caseId;
  });
