import { openRoundInScope } from '../../apps/api/src/rounds/open-round.ts';
import type { ClassHome, RoundOverview } from '../../packages/contract/src/index.ts';
import {
  bodyOf,
  cardsOf,
  handOver,
  openHander,
  openSitting,
  openTablet,
  readForm,
  wholeResponse,
} from '../../apps/api/src/testing/answering.ts';
import { json } from '../../apps/api/src/testing/browser.ts';
import { plannedRound } from '../../apps/api/src/testing/planned-days.ts';
import { done, useCase, type Prepare } from './x3-prepare.ts';
import type { HarmedSchool } from './x3-school.ts';

const DAY = 86_400_000;
const seat = 'contact teacher of another class';

/** Answers that came a week after the class was done, on which the teacher has yet to say a word. */
const lateAnswers = async ({ house, seated }: HarmedSchool, classId: string): Promise<string> => {
  const teacher = seated.browserOf(seat);
  const [, card] = await cardsOf(teacher, classId);
  if (card === undefined) throw new Error('The other class has too few pupils.');
  const { sittingId, classCode } = await openSitting(teacher, classId, { kind: 'wellbeing' });
  const tablet = await openTablet(house, classCode, card);
  const response = wholeResponse(await readForm(tablet));
  const hander = await openHander(tablet);
  await done(teacher, `/api/v1/sittings/${sittingId}/close`, { method: 'POST' });
  const now = house.deps.now();
  house.setNow(new Date(now.getTime() + 7 * DAY));
  await handOver(hander, response);
  house.setNow(now);
  return `/api/v1/sittings/${sittingId}/pupils/${card.pupil.pupilId}/late-answers`;
};

/** A sitting as the clock opens it: nobody has asked for its class code. */
const openedByClock = async ({ house, seated }: HarmedSchool, classId: string): Promise<string> => {
  const wish = json('POST', { ...plannedRound(house), kind: 'wellbeing' });
  const planned = await done(seated.browserOf('principal'), '/api/v1/rounds', wish);
  const { roundId } = await bodyOf<RoundOverview>(planned);
  const { schoolId } = seated.school;
  await house.deps.db.inScope({ schoolId }, (tx) =>
    openRoundInScope(tx, schoolId, roundId, house.deps.now()),
  );
  const home = await done(seated.browserOf(seat), `/api/v1/classes/${classId}/home`);
  const { sittings } = await bodyOf<ClassHome>(home);
  return sittings.find((sitting) => sitting.roundId === roundId)?.sittingId ?? '';
};

/** A class with answers that came too late, and with a sitting that has no class code. */
export const prepareLate: Prepare = async (school) => {
  const { seated } = school;
  const teacher = seated.browserOf(seat);
  const classId = seated.school.classIds.get('5B') ?? '';
  const late = await lateAnswers(school, classId);
  return [
    useCase(
      'POST /api/v1/sittings/:sittingId/pupils/:pupilId/late-answers',
      teacher,
      late,
      json('POST', { include: true }),
    ),
    useCase(
      'POST /api/v1/sittings/:sittingId/class-code',
      teacher,
      `/api/v1/sittings/${await openedByClock(school, classId)}/class-code`,
    ),
  ];
};
