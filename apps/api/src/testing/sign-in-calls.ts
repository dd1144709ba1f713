import { randomUUID } from 'node:crypto';
import { json } from './browser.ts';
import type { TestHouse } from './test-house.ts';

/** What is sent to the routes by which somebody gets in, by route. */
export const signInCalls = (house: TestHouse): Readonly<Record<string, RequestInit>> => ({
  'PUT /api/v1/sign-in-method/realms': json('PUT', { realms: ['kommunen.no'] }),
  'POST /api/v1/sign-in-method/check': json('POST', house.client),
  'POST /api/v1/sign-in-method/trial': json('POST', house.client),
  'POST /api/v1/sign-in/school': json('POST', { schoolId: randomUUID() }),
  'POST /api/v1/setup/open': json('POST', { link: 'none' }),
  'POST /api/v1/setup': json('POST', { link: 'none' }),
  'POST /api/v1/invitations/sign-in': json('POST', { link: 'none' }),
  'POST /api/v1/account/sign-in': json('POST', { name: 'nobody', password: 'none', code: '000000' }),
  'POST /api/v1/account/set-up': json('POST', { password: 'none', code: '000000' }),
  'POST /api/v1/account/password': json('POST', {
    ...{ password: 'none', code: '000000' },
    newPassword: 'blåbær på søndag',
  }),
  'POST /api/v1/account/recovery-codes': json('POST', { password: 'none', code: '000000' }),
  'POST /api/v1/staff/:staffId/account': json('POST', { name: 'prøve.konto' }),
});
