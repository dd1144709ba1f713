import type { CalendarPeriod, CalendarSubscription, YearEntry } from '@samhold/contract';
import { bodyOf } from './answering.ts';
import { json, type Browser } from './browser.ts';
import { planningDay } from './planned-days.ts';
import type { TestHouse } from './test-house.ts';
import { weeklyMeeting } from './weekly-meeting.ts';

/** A free day, something that recurs, and somebody who has the year in a calendar. */
export const seatYear = async (
  house: TestHouse,
  leadership: Browser,
  employee: Browser,
  schoolYearId: string,
) => {
  const { periodId } = await bodyOf<CalendarPeriod>(
    await leadership('/api/v1/calendar/periods', json('POST', { schoolYearId, period: planningDay(house) })),
  );
  const { entryId } = await bodyOf<YearEntry>(
    await leadership('/api/v1/calendar/entries', json('POST', { schoolYearId, entry: weeklyMeeting })),
  );
  const { subscription } = await bodyOf<CalendarSubscription>(
    await employee('/api/v1/me/calendar', { method: 'POST' }),
  );
  return { periodId, entryId, calendarLink: subscription?.path.split('/').at(-1) ?? '' };
};
