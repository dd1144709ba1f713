import { deliverCode } from '../../apps/api/src/mail/deliver.ts';
import { json } from '../../apps/api/src/testing/browser.ts';
import { done, useCase, type Prepare } from './x3-prepare.ts';

/** An address whose code has been sent, and not come back. */
export const prepareMail: Prepare = async ({ house, seated }) => {
  const seat = 'contact teacher of the class';
  const teacher = seated.browserOf(seat);
  await done(teacher, '/api/v1/me/mail', json('PUT', { email: 'ansatt@skole.test' }));
  const of = { schoolId: seated.school.schoolId, staffId: seated.staffIds.get(seat) ?? '' };
  let sent = '';
  await deliverCode(
    house.deps,
    ({ text }) => {
      sent = text;
      return Promise.resolve();
    },
    of,
  );
  const code = /\d{6}/.exec(sent)?.[0];
  return [
    useCase('POST /api/v1/me/mail/confirm', teacher, '/api/v1/me/mail/confirm', json('POST', { code })),
  ];
};
