import { dayOf } from '../calendar-days.ts';
import { addDays } from '../calendar/days.ts';
import { schoolDayUpTo } from './school-day.ts';
import type { TestHouse } from './test-house.ts';

/** Opens today, or on the Friday before when today is in a weekend. */
export const plannedRound = (house: TestHouse) => ({
  kind: 'sociogram',
  name: 'Runde',
  opensOn: schoolDayUpTo(dayOf(house.deps.now())),
});

/** A week of the fifth grade's sociogram, from today. */
export const gradeToOpen = (house: TestHouse, roundId: string) => {
  const fromOn = dayOf(house.deps.now());
  return { roundId, grade: 5, reason: 'Urolige friminutt.', fromOn, untilOn: addDays(fromOn, 6) };
};

export const planningDay = (house: TestHouse) => {
  const day = schoolDayUpTo(dayOf(house.deps.now()));
  return {
    kind: 'free',
    name: 'Planleggingsdag',
    startsOn: addDays(day, 28),
    endsOn: addDays(day, 28),
    fromGrade: 1,
    toGrade: 7,
  };
};
