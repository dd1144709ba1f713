import { cardsOf, type Card } from '../../apps/api/src/testing/answering.ts';
import { json, type Browser } from '../../apps/api/src/testing/browser.ts';
import { paperBadgeOf } from '../../apps/api/src/testing/paper-badge.ts';
import { readRoster } from '../../apps/api/src/testing/roster-upload.ts';
import { seatedRoster } from '../../apps/api/src/testing/seated-school.ts';
import { bindAccount, signInByAccount } from '../../apps/api/src/testing/school-account.ts';
import { done, useCase, type Prepare } from './x3-prepare.ts';
import type { HarmedSchool } from './x3-school.ts';

/** A tablet on which the pupil has signed in by the school account that is bound to the pupil. */
const signedIn = async ({ house, seated }: HarmedSchool, card: Card): Promise<Browser> => {
  const subject = 'elevens konto';
  await bindAccount(house, subject, seated.classCode, card);
  const tablet = house.tablet();
  await signInByAccount(house, tablet, subject);
  return tablet;
};

/** A pupil of the other class whose name is hidden. */
const hiddenPupil = async ({ seated }: HarmedSchool): Promise<string> => {
  const teacher = seated.browserOf('contact teacher of another class');
  const cards = await cardsOf(teacher, seated.school.classIds.get('5B') ?? '');
  const pupilId = cards.at(-1)?.pupil.pupilId ?? '';
  const alias = { pupilId, givenName: 'Robin', familyName: 'Berg' };
  await done(seated.browserOf('principal'), '/api/v1/hidden-pupils', json('POST', alias));
  return pupilId;
};

/** A roster that has been read, with a new pupil. Hiding a name forgets those that were read before. */
const readRosterOf = async ({ seated }: HarmedSchool): Promise<string> => {
  const roster = `${seatedRoster}5A,5,Ny,Prøve,5A-ny\n`;
  const { importId } = await readRoster(seated.browserOf('administrator'), roster);
  return `/api/v1/roster/imports/${importId}`;
};

/** A pupil who comes in by a badge and by a school account, one who is hidden, a roster, and a form that cannot be shown. */
export const preparePupils: Prepare = async (school) => {
  const { house, seated } = school;
  const [card] = seated.cards;
  if (card === undefined) throw new Error('The class has no pupils.');
  const { token } = await paperBadgeOf(house, seated.school, card.pupil.pupilId);
  const faults = [{ number: 2, code: 'unknown_item_type' }];
  const form = '/api/v1/pupil-session/form-faults';
  const hidden = `/api/v1/hidden-pupils/${await hiddenPupil(school)}`;
  const read = await readRosterOf(school);
  const administrator = seated.browserOf('administrator');
  return [
    useCase('POST /api/v1/roster/imports/:importId/apply', administrator, `${read}/apply`, json('POST', {})),
    useCase('POST /api/v1/roster/imports/:importId/discard', administrator, `${read}/discard`),
    useCase('POST /api/v1/badge', house.tablet(), '/api/v1/badge', json('POST', { token })),
    useCase(
      'POST /api/v1/pupil-session/identity',
      await signedIn(school, card),
      '/api/v1/pupil-session/identity',
    ),
    useCase('DELETE /api/v1/hidden-pupils/:pupilId', seated.browserOf('principal'), hidden),
    useCase(
      'POST /api/v1/pupil-session/form-faults',
      seated.browserOf('pupil'),
      form,
      json('POST', { faults }),
    ),
  ];
};
