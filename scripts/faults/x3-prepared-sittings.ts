import { LOCKED_AFTER } from '../../apps/api/src/rounds/sittings.ts';
import { dayOf } from '../../apps/api/src/calendar-days.ts';
import { cardsOf, readSitting } from '../../apps/api/src/testing/answering.ts';
import { json } from '../../apps/api/src/testing/browser.ts';
import { holdWellbeing } from '../../apps/api/src/testing/seat-rounds.ts';
import { done, useCase, type Prepare } from './x3-prepare.ts';
import type { HarmedSchool } from './x3-school.ts';
import { openSittingId } from './x3-use-cases.ts';

const post = { method: 'POST' };

/** A closed sitting of the other class: with the summary its class may see, and a talk that has been held. */
const heldSitting = async ({ house, seated }: HarmedSchool, classId: string) => {
  const teacher = seated.browserOf('contact teacher of another class');
  const [card] = await cardsOf(teacher, classId);
  if (card === undefined) throw new Error('The other class has no pupils.');
  const sitting = `/api/v1/sittings/${await holdWellbeing(house, teacher, classId, card)}`;
  const summary = `${sitting}/wellbeing/summary`;
  const handled = `${sitting}/talk-wishes/${card.pupil.pupilId}/handled`;
  await done(teacher, summary, post);
  await done(teacher, handled, post);
  return { summary, handled };
};

/** A pupil who has shown wrong pictures until nobody lets the pupil in. */
const lockedPupil = async ({ house, seated }: HarmedSchool): Promise<string> => {
  const { pupil, pictures } = seated.cards[7] ?? { pupil: { pupilId: '' }, pictures: [] };
  const wrong = { classCode: seated.classCode, pupilId: pupil.pupilId, pictures: pictures.toReversed() };
  for (let tries = 0; tries < LOCKED_AFTER; tries += 1)
    await house.tablet()('/api/v1/pupil-session', json('POST', wrong));
  return pupil.pupilId;
};

/** Sittings that are open, one with an answer set aside, and a class that can begin one. */
export const prepareSittings: Prepare = async (school) => {
  const { house, seated } = school;
  const { ids, cards } = seated;
  const teacher = seated.browserOf('contact teacher of the class');
  const another = seated.browserOf('contact teacher of another class');
  const otherClassId = seated.school.classIds.get('5B') ?? '';
  const voided = `/api/v1/sittings/${ids.sociogramId}/pupils/${cards[4]?.pupil.pupilId}`;
  await done(teacher, `${voided}/void`, json('POST', { reason: 'Feil elev svarte.' }));
  const sittingId = await openSittingId(school);
  const { laterDays } = await readSitting(teacher, sittingId);
  const { summary, handled } = await heldSitting(school, otherClassId);
  return [
    useCase(
      'POST /api/v1/sittings/:sittingId/extend',
      teacher,
      `/api/v1/sittings/${sittingId}/extend`,
      json('POST', { closesOn: laterDays.at(0) ?? dayOf(house.deps.now()) }),
    ),
    useCase(
      'POST /api/v1/classes/:classId/sittings',
      another,
      `/api/v1/classes/${otherClassId}/sittings`,
      json('POST', { kind: 'sociogram' }),
    ),
    useCase('POST /api/v1/sittings/:sittingId/pupils/:pupilId/restore', teacher, `${voided}/restore`),
    useCase(
      'PUT /api/v1/sittings/:sittingId/wellbeing/summary',
      another,
      summary,
      json('PUT', { itemIds: [] }),
    ),
    useCase('DELETE /api/v1/sittings/:sittingId/talk-wishes/:pupilId/handled', another, handled),
    useCase(
      'POST /api/v1/sittings/:sittingId/pupils/:pupilId/unlock',
      teacher,
      `/api/v1/sittings/${sittingId}/pupils/${await lockedPupil(school)}/unlock`,
    ),
  ];
};
