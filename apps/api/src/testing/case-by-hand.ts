import { randomUUID } from 'node:crypto';
import type { CaseEntryContent, CaseStage } from '@samhold/contract';
import { dayOf } from '../calendar-days.ts';
import { sealEntry } from '../cases/chain.ts';
import type { TestHouse } from './test-house.ts';

export type CaseByHand = {
  readonly kind?: 'environment' | 'staff';
  readonly stage?: CaseStage;
  readonly classId: string;
  readonly pupilIds: readonly string[];
  readonly responsible: string;
  readonly participants?: readonly string[];
  readonly accused?: readonly string[];
};

const line: readonly CaseEntryContent[] = [
  { kind: 'opened', from: 'staff', what: 'Utenfor.', evidence: [] },
  { kind: 'stepped_in', who: 'Kontaktlærer', what: 'Snakket med dem.' },
  { kind: 'principal_told', who: 'Rektor', how: 'Muntlig', serious: false },
  { kind: 'investigation_started', talks: [], what: 'Samtaler.' },
];

/** A case as it lies in the database while it is investigated, put there by hand. Returns its id. */
export const putCase = (
  house: TestHouse,
  { schoolId }: { readonly schoolId: string },
  { kind = 'environment', stage = 'investigating', ...of }: CaseByHand,
): Promise<string> =>
  house.deps.db.inScope({ schoolId }, async (tx, sealer) => {
    const caseId = randomUUID();
    const school = await sealer();
    const now = house.deps.now();
    const own = { school_id: schoolId, case_id: caseId };
    const seal = (table: string, column: string, row: string) => school.seal('…', { table, column, row });
    await tx
      .insertInto('school_case')
      .values({
        ...{ ...own, reference: `S-${caseId.slice(0, 6)}`, kind, stage, class_id: of.classId },
        ...{ title: seal('school_case', 'title', caseId), known_on: dayOf(now) },
        ...{ opened_by: of.responsible, opened_at: now, closed_at: stage === 'closed' ? now : null },
      })
      .execute();
    const added = { added_by: of.responsible };
    if (of.pupilIds.length > 0)
      await tx
        .insertInto('case_pupil')
        .values(
          of.pupilIds.map((pupilId) => ({
            ...{ ...own, ...added, pupil_id: pupilId, part: 'concerned', added_at: now },
          })),
        )
        .execute();
    const part = (staffIds: readonly string[], name: string) =>
      staffIds.map((staffId) => ({ ...own, ...added, staff_id: staffId, part: name, from_at: now }));
    await tx
      .insertInto('case_staff')
      .values([
        ...part([of.responsible], 'responsible'),
        ...part(of.participants ?? [], 'participant'),
        ...part(of.accused ?? [], 'accused'),
      ])
      .execute();
    let last: Buffer | undefined;
    for (const [at, said] of line.entries()) {
      const entry = {
        ...{ case_id: caseId, number: at + 1, entry_id: randomUUID(), kind: said.kind, pupil_id: null },
        ...{ occurred_on: dayOf(now), corrects: null, recorded_by: of.responsible, recorded_at: now },
      };
      const { content, hash } = sealEntry(school, last, entry, said);
      last = hash;
      await tx
        .insertInto('case_entry')
        .values({ school_id: schoolId, ...entry, content, hash })
        .execute();
    }
    return caseId;
  });
