import { expect, test } from 'vitest';
import { refusalLine } from './refusal-line.ts';

const staff = { schoolId: 'school', staffId: 'staff', trained: true, name: 'Kari' };
const asked = {
  method: 'GET',
  is404: false,
  url: '/api/v1/calendar/feed/a-secret.ics',
  routeOptions: { url: '/api/v1/calendar/feed/:link' },
};

test('a refusal is told by its route and who, without the address and without a name', () => {
  expect(refusalLine({ code: 'not_found' }, { ...asked, staff })).toEqual({
    refused: 'not_found',
    method: 'GET',
    route: '/api/v1/calendar/feed/:link',
    schoolId: 'school',
    staffId: 'staff',
  });
});

test('guessing and other sites’ pages are told without knowing who', () => {
  for (const code of ['too_many_requests', 'forbidden_origin', 'training_missing'] as const)
    expect(refusalLine({ code }, asked)).toMatchObject({ refused: code });
});

test('a sign-in that failed is told with whom it was tried for, where that is known', () => {
  for (const code of ['account_refused', 'second_factor_missing', 'realm_refused'] as const)
    expect(refusalLine({ code }, asked)).toEqual({
      refused: code,
      method: 'GET',
      route: asked.routeOptions.url,
    });
  const whose = { schoolId: 'school', staffId: 'staff' };
  expect(refusalLine({ code: 'account_refused', whose }, asked)).toMatchObject(whose);
});

test('an address nobody serves, and what happens every day, are no refusals', () => {
  expect(refusalLine({ code: 'not_found' }, { ...asked, is404: true })).toBeUndefined();
  for (const code of [
    'not_signed_in',
    'pupil_session_ended',
    'invalid_request',
    'wrong_picture_code',
  ] as const)
    expect(refusalLine({ code }, { ...asked, staff })).toBeUndefined();
});
