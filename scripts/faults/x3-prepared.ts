import type { RoundOverview } from '../../packages/contract/src/index.ts';
import type { Seat } from '../../apps/api/src/access/access-table.ts';
import { dayOf } from '../../apps/api/src/calendar-days.ts';
import { addDays } from '../../apps/api/src/calendar/days.ts';
import { bodyOf } from '../../apps/api/src/testing/answering.ts';
import { json } from '../../apps/api/src/testing/browser.ts';
import { callOf, type Call } from '../../apps/api/src/testing/call-of.ts';
import { plannedRound, planningDay } from '../../apps/api/src/testing/planned-days.ts';
import { madeRow, surveyForm } from '../../apps/api/src/testing/survey-upload.ts';
import type { UseCase } from './x3-use-cases.ts';
import type { HarmedSchool } from './x3-school.ts';

const post = { method: 'POST' };
const teacher = 'contact teacher of the class';

/** Throws when what a use case begins with cannot be made. */
const make = async ({ seated }: HarmedSchool, seat: Seat, [path, options]: Call): Promise<Response> => {
  const answer = await seated.browserOf(seat)(path, options);
  if (!answer.ok) throw new Error(`${path} was answered ${answer.status} ${await answer.text()}`);
  return answer;
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
  await make(school, teacher, [`${voided}/void`, json('POST', { reason: 'Feil elev svarte.' })]);
  const hidden = { ...ids, pupilId: cards[5]?.pupil.pupilId ?? '' };
  await make(school, 'principal', callOf(house, seated, 'POST /api/v1/hidden-pupils', hidden));
  const later = { ...plannedRound(house), opensOn: addDays(planningDay(house).startsOn, -7) };
  const planned = await make(school, 'principal', ['/api/v1/rounds', json('POST', later)]);
  const { roundId } = await bodyOf<RoundOverview>(planned);
  const one = (name: string, seat: Seat, call: Call): UseCase => ({ name, seats: [seat], call });
  return [
    one('POST /api/v1/sittings/:sittingId/extend', teacher, [
      `/api/v1/sittings/${openSittingId}/extend`,
      json('POST', { closesOn: addDays(today, 3) }),
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
    one('DELETE /api/v1/hidden-pupils/:pupilId', 'principal', [
      `/api/v1/hidden-pupils/${hidden.pupilId}`,
      { method: 'DELETE' },
    ]),
    one('POST /api/v1/rounds/:roundId/move', 'principal', [
      `/api/v1/rounds/${roundId}/move`,
      json('POST', { opensOn: addDays(later.opensOn, 7) }),
    ]),
    one('POST /api/v1/rounds/:roundId/remove', 'principal', [`/api/v1/rounds/${roundId}/remove`, post]),
    one('POST /api/v1/national-survey/imports', 'principal', [
      '/api/v1/national-survey/imports',
      surveyForm([madeRow()]),
    ]),
  ];
};
