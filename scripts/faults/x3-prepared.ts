import type { RoundOverview } from '../../packages/contract/src/index.ts';
import type { Seat } from '../../apps/api/src/access/access-table.ts';
import { dayOf } from '../../apps/api/src/calendar-days.ts';
import { addDays } from '../../apps/api/src/calendar/days.ts';
import { bodyOf, readSitting } from '../../apps/api/src/testing/answering.ts';
import { json } from '../../apps/api/src/testing/browser.ts';
import type { Call } from '../../apps/api/src/testing/call-of.ts';
import { plannedRound } from '../../apps/api/src/testing/planned-days.ts';
import { schoolDayUpTo } from '../../apps/api/src/testing/school-day.ts';
import { madeRow, surveyForm } from '../../apps/api/src/testing/survey-upload.ts';
import type { UseCase } from './x3-use-cases.ts';
import type { HarmedSchool } from './x3-school.ts';

const post = { method: 'POST' };
const teacher = 'contact teacher of the class';

/** A round planned for the first of these days that is a school day. */
const planRound = async ({ house, seated }: HarmedSchool, days: readonly string[]): Promise<string> => {
  for (const opensOn of days) {
    const planned = await seated.browserOf('principal')(
      '/api/v1/rounds',
      json('POST', { ...plannedRound(house), opensOn }),
    );
    if (planned.ok) return (await bodyOf<RoundOverview>(planned)).roundId;
  }
  throw new Error('None of the days is a school day.');
};

/** Routes whose request is refused in the school as it is seated, each with what it must begin with. */
export const preparedUseCases = async (
  school: HarmedSchool,
  openSittingId: string,
): Promise<readonly UseCase[]> => {
  const { house, seated } = school;
  const { ids, cards } = seated;
  const today = dayOf(house.deps.now());
  const voided = `/api/v1/sittings/${ids.sociogramId}/pupils/${cards[4]?.pupil.pupilId}`;
  await seated.browserOf(teacher)(`${voided}/void`, json('POST', { reason: 'Feil elev svarte.' }));
  const { laterDays } = await readSitting(seated.browserOf(teacher), openSittingId);
  const weeks = [1, 2, 3, 4, 5, 6, 7].map((week) => addDays(schoolDayUpTo(today), 7 * week));
  const roundId = await planRound(school, weeks);
  const one = (name: string, seat: Seat, call: Call): UseCase => ({ name, seats: [seat], call });
  return [
    one('POST /api/v1/sittings/:sittingId/extend', teacher, [
      `/api/v1/sittings/${openSittingId}/extend`,
      json('POST', { closesOn: laterDays.at(0) ?? today }),
    ]),
    one('POST /api/v1/sittings/:sittingId/class-code', teacher, [
      `/api/v1/sittings/${openSittingId}/class-code`,
      post,
    ]),
    one('POST /api/v1/classes/:classId/sittings', 'contact teacher of another class', [
      `/api/v1/classes/${seated.school.classIds.get('5B')}/sittings`,
      json('POST', { kind: 'sociogram' }),
    ]),
    one('POST /api/v1/sittings/:sittingId/pupils/:pupilId/restore', teacher, [`${voided}/restore`, post]),
    one('POST /api/v1/rounds/:roundId/move', 'principal', [
      `/api/v1/rounds/${roundId}/move`,
      json('POST', { opensOn: addDays(schoolDayUpTo(today), 8) }),
    ]),
    one('POST /api/v1/rounds/:roundId/remove', 'principal', [`/api/v1/rounds/${roundId}/remove`, post]),
    one('POST /api/v1/national-survey/imports', 'principal', [
      '/api/v1/national-survey/imports',
      surveyForm([madeRow()]),
    ]),
  ];
};
