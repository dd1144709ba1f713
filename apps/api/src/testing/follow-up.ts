import { randomUUID } from 'node:crypto';
import type { RecordFollowUp } from '@samhold/contract';
import { dayOf } from '../calendar-days.ts';
import { monthOf, yearOf } from '../calendar/days.ts';
import type { TestHouse } from './test-house.ts';

/** A meeting in a class of the fifth grade today. */
export const followUpOf = (
  { deps }: TestHouse,
  classId: string | null,
  changes: Partial<RecordFollowUp> = {},
): RecordFollowUp => {
  const today = dayOf(deps.now());
  return {
    ...{ followUpId: randomUUID(), year: yearOf(today) - (monthOf(today) < 8 ? 1 : 0), grade: 5, classId },
    ...{ step: 'taken_up', heldOn: today, participants: ['teachers', 'pupils'], told: ['pupils'] },
    ...{
      seen: 'Mange savner voksne i friminuttet.',
      measures: 'To voksne til i skolegården.',
      finished: true,
    },
    ...changes,
  };
};
