import type { RoundKind } from '@samhold/contract';
import { dayOf } from '../calendar-days.ts';
import { recordGrounds } from '../grounds/service.ts';
import { insertRound } from '../rounds/plan.ts';
import { schoolYearOn } from '../roster/service.ts';
import type { TestHouse } from './test-house.ts';
import type { TestSchool } from './test-school.ts';

/** Records what rounds of the school's present year rest on, for a school that was made without. */
export const prepareRounds = (house: TestHouse, { schoolId }: TestSchool): Promise<unknown> =>
  house.deps.db.inScope({ schoolId }, async (tx) => {
    const today = dayOf(house.deps.now());
    return recordGrounds(tx, schoolId, {
      schoolYearId: (await schoolYearOn(tx, schoolId, today)) ?? '',
      purpose: 'Følge med på skolemiljøet',
      legalReference: 'opplæringslova § 12-3',
      letterVersion: '1',
      letterApprovedOn: today,
      letterSentOn: today,
      dpiaVersion: '1',
      dpiaApprovedOn: today,
      recordedAt: house.deps.now(),
    });
  });

export type PlannedDays = {
  readonly opensOn: string;
  readonly closesOn: string;
  readonly kind?: RoundKind;
  readonly grades?: { readonly from: number; readonly to: number };
};

/** A round of the whole school. Returns its id. */
export const planRoundOf = (
  house: TestHouse,
  { schoolId }: TestSchool,
  { opensOn, closesOn, kind = 'wellbeing', grades = { from: 1, to: 7 } }: PlannedDays,
): Promise<string> =>
  house.deps.db.inScope({ schoolId }, async (tx) => {
    const yearId = (await schoolYearOn(tx, schoolId, opensOn)) ?? '';
    const roundId = await insertRound(tx, schoolId, { kind, name: 'Runde', opensOn, closesOn, yearId });
    await tx
      .updateTable('round')
      .set({ from_grade: grades.from, to_grade: grades.to })
      .where('school_id', '=', schoolId)
      .where('round_id', '=', roundId)
      .execute();
    return roundId;
  });

/** What is stored of the rounds: the same whoever made it so. */
export const storedRounds = (house: TestHouse, { schoolId }: TestSchool) =>
  house.deps.db.inScope({ schoolId }, async (tx) => ({
    rounds: await tx
      .selectFrom('round')
      .select(['round_id', 'opened_at', 'ended_at'])
      .where('school_id', '=', schoolId)
      .orderBy('opens_on')
      .execute(),
    sittings: await tx
      .selectFrom('sitting')
      .select(['round_id', 'class_id', 'state', 'opened_at', 'closes_at', 'closed_at', 'code_hash'])
      .where('school_id', '=', schoolId)
      .orderBy('class_id')
      .orderBy('opened_at')
      .execute(),
    releases: await tx
      .selectFrom('release')
      .select(['round_id', 'audience', 'released_at'])
      // To leadership, and held back for everybody else; each class has one of its own.
      .where('class_id', 'is', null)
      .where('school_id', '=', schoolId)
      .execute(),
    notices: await tx
      .selectFrom('notice')
      .select(['staff_id', 'kind', 'round_id', 'class_id', 'made_at'])
      .where('school_id', '=', schoolId)
      .orderBy('made_at')
      .orderBy('kind')
      .execute(),
  }));
