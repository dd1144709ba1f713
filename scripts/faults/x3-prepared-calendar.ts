import { addDays } from '../../apps/api/src/calendar/days.ts';
import { json } from '../../apps/api/src/testing/browser.ts';
import { planningDay } from '../../apps/api/src/testing/planned-days.ts';
import { schoolDayUpTo } from '../../apps/api/src/testing/school-day.ts';
import { weeklyMeeting } from '../../apps/api/src/testing/weekly-meeting.ts';
import { done, useCase, type Prepare } from './x3-prepare.ts';

/** Days and meetings of the year that are changed, not written as they are; and a meeting that has been moved. */
export const prepareCalendar: Prepare = async ({ house, seated }) => {
  const { entryId, periodId, schoolYearId } = seated.ids;
  const principal = seated.browserOf('principal');
  const entry = `/api/v1/calendar/entries/${entryId}`;
  const moved = `${entry}/occurrences/2`;
  await done(principal, moved, json('PUT', { startsOn: null }));
  const free = planningDay(house);
  // No weekend: such a day is free already.
  const day = schoolDayUpTo(addDays(free.startsOn, 4));
  const another = { name: 'Fri', startsOn: day, endsOn: day };
  return [
    useCase('DELETE /api/v1/calendar/entries/:entryId/occurrences/:number', principal, moved),
    useCase(
      'PUT /api/v1/calendar/entries/:entryId/removed',
      principal,
      `${entry}/removed`,
      json('PUT', { removed: true }),
    ),
    useCase(
      'PUT /api/v1/calendar/entries/:entryId',
      principal,
      entry,
      json('PUT', { ...weeklyMeeting, name: 'Møte om elever' }),
    ),
    useCase(
      'PUT /api/v1/calendar/periods/:periodId',
      principal,
      `/api/v1/calendar/periods/${periodId}`,
      json('PUT', { ...free, name: 'Kursdag' }),
    ),
    useCase(
      'POST /api/v1/calendar/file/apply',
      principal,
      '/api/v1/calendar/file/apply',
      json('POST', { schoolYearId, replaceTemplate: false, periods: [another] }),
    ),
  ];
};
