import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { codeOf } from '../testing/answering.ts';
import { sendRoster } from '../testing/roster-upload.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { everything, first, importedSchool, type ImportedSchool } from './imported-school.fixture.ts';

let house: TestHouse;
let at: ImportedSchool;
beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  at = await importedSchool(house);
});
afterAll(() => house.close());

describe('a file is refused whole', () => {
  test.each([
    ['a birth number', 422, 'roster_rejected', `${first}5A,5,Ida,01010112345,p8\n`],
    ['sixty-five megabytes', 413, 'body_too_large', first + '5A,5,Ask,Lie,p1\n'.repeat(4_300_000)],
  ])('with %s', async (_fault, status, code, file) => {
    const before = await everything(house, at.school);
    const response = await sendRoster(at.browser, file);
    expect([response.status, await codeOf(response)]).toEqual([status, code]);
    expect(await everything(house, at.school)).toEqual(before);
  });

  test.each([
    ['no file', {}, {}, 422, 'roster_rejected'],
    ['a mapping that is none', { 'a.csv': first }, { mapping: '{"className":1}' }, 400, 'invalid_request'],
    ['a year that is none', { 'a.csv': first }, { schoolYearId: 'neste' }, 400, 'invalid_request'],
    [
      'a year of nobody',
      { 'a.csv': first },
      { schoolYearId: '00000000-0000-4000-8000-000000000000' },
      404,
      'not_found',
    ],
  ])('with %s', async (_fault, files, fields, status, code) => {
    const response = await sendRoster(at.browser, files, fields);
    expect([response.status, await codeOf(response)]).toEqual([status, code]);
  });

  test('sent as something else than a form', async () => {
    const response = await at.browser('/api/v1/roster/imports', {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: first,
    });
    expect([response.status, await codeOf(response)]).toEqual([415, 'unsupported_media_type']);
  });

  test('when no school year holds today', async () => {
    try {
      house.setNow(new Date('2040-01-10T09:00:00Z'));
      const later = await house.staffBrowser('both');
      const response = await sendRoster(later, first);
      expect([response.status, await codeOf(response)]).toEqual([409, 'no_school_year']);
    } finally {
      house.setNow(undefined);
    }
  });
});
