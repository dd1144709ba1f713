import type { RoundOverview } from '@samhold/contract';
import { dayOf } from '../calendar-days.ts';
import { bodyOf, cardsOf, handIn, openSitting } from './answering.ts';
import { json, type Browser } from './browser.ts';
import { schoolDayUpTo } from './school-day.ts';
import type { TestHouse } from './test-house.ts';
import type { TestSchool } from './test-school.ts';

/** A round of wellbeing in 5A, whose teacher signs in as `subject`: everybody has answered, and it has ended. */
export const endedRound = async (
  house: TestHouse,
  school: TestSchool,
  leadership: Browser,
  subject = 'teacher of 5A',
): Promise<string> => {
  const plan = { kind: 'wellbeing', name: 'Trivsel', opensOn: schoolDayUpTo(dayOf(house.deps.now())) };
  const round = await bodyOf<RoundOverview>(await leadership('/api/v1/rounds', json('POST', plan)));
  const teacher = await house.staffBrowser(subject);
  const classId = school.classIds.get('5A') ?? '';
  const { classCode } = await openSitting(teacher, classId, { kind: 'wellbeing', roundId: round.roundId });
  for (const card of await cardsOf(teacher, classId)) await handIn(house, classCode, card);
  await leadership(`/api/v1/rounds/${round.roundId}/end`, { method: 'POST' });
  return round.roundId;
};
