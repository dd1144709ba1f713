import type { CalendarFilePreview } from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { bodyOf } from '../testing/answering.ts';
import { json } from '../testing/browser.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { codeAndDetails, ownSchool, readYear, type Own } from './year-of-school.fixture.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
});
afterAll(() => house.close());

describe('a calendar file', () => {
  const file = [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'DTSTART;VALUE=DATE:20271119',
    'SUMMARY:Planleggingsdag',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'DTSTART;VALUE=DATE:20271115',
    'DTEND;VALUE=DATE:20271117',
    'SUMMARY:Prosjektdager',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');
  const preview = (own: Own, body: string | Uint8Array<ArrayBuffer>) =>
    own.leads(`/api/v1/calendar/file?schoolYearId=${own.yearId}`, {
      method: 'POST',
      headers: { 'content-type': 'text/calendar' },
      body,
    });
  const apply = async (own: Own, replaceTemplate = false) =>
    (
      await own.leads(
        '/api/v1/calendar/file/apply',
        json('POST', {
          schoolYearId: own.yearId,
          replaceTemplate,
          periods: [{ name: 'Planleggingsdag', startsOn: '2027-11-19', endsOn: '2027-11-19' }],
        }),
      )
    ).json();

  test('is shown first, stored when ticked, and adds nothing the second time', async () => {
    const own = await ownSchool(house);
    const shown = await bodyOf<CalendarFilePreview>(await preview(own, file));
    expect(shown.events.map(({ name, looksFree, known }) => [name, looksFree, known])).toEqual([
      ['Prosjektdager', false, false],
      ['Planleggingsdag', true, false],
    ]);
    expect((await readYear(own)).periods.map(({ name }) => name)).not.toContain('Planleggingsdag');
    expect(await apply(own)).toEqual({ added: 1, unchanged: 0, removed: 0 });
    const stored = await readYear(own);
    expect(stored.periods).toContainEqual(
      expect.objectContaining({ name: 'Planleggingsdag', source: 'calendar_file', kind: 'free' }),
    );
    expect(await apply(own)).toEqual({ added: 0, unchanged: 1, removed: 0 });
    expect(await readYear(own)).toEqual(stored);
    expect((await bodyOf<CalendarFilePreview>(await preview(own, file))).events[1]?.known).toBe(true);
  });

  test('can take the place of the free days of the template', async () => {
    const own = await ownSchool(house);
    expect(await apply(own, true)).toEqual({ added: 1, unchanged: 0, removed: 8 });
    expect((await readYear(own)).periods.map(({ name }) => name)).toEqual([
      'Elevundersøkelsen',
      'Planleggingsdag',
    ]);
  });

  test('with ten thousand events is shown within bounds, and with broken lines by their numbers; nothing is stored', async () => {
    const own = await ownSchool(house);
    const before = await readYear(own);
    const broken = [
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20279999',
      'SUMMARY:Fri',
      'END:VEVENT',
      'BEGIN:VEVENT',
    ];
    const many = Array.from({ length: 10_000 }, (_, at) => [
      'BEGIN:VEVENT',
      `DTSTART;VALUE=DATE:202711${String(1 + (at % 30)).padStart(2, '0')}`,
      `SUMMARY:Møte ${at}`,
      'END:VEVENT',
    ]).flat();
    const answer = await preview(own, ['BEGIN:VCALENDAR', ...broken, ...many, 'END:VCALENDAR'].join('\n'));
    const shown = await bodyOf<CalendarFilePreview>(answer);
    expect(answer.status).toBe(200);
    expect(shown.events).toHaveLength(400);
    expect(shown.ignored.tooMany).toBe(9_600);
    expect(shown.faults.map(({ line }) => line)).toEqual([3, 6]);
    expect(await readYear(own)).toEqual(before);
  });

  test('that is none, or is larger than 5 MB, is refused; one in Windows-1252 is read', async () => {
    const own = await ownSchool(house);
    expect(await codeAndDetails(await preview(own, 'trinn;klasse'))).toEqual([
      422,
      'calendar_file_unreadable',
      undefined,
    ]);
    expect((await preview(own, 'x'.repeat(5 * 1024 * 1024 + 1))).status).toBe(413);
    const old = new Uint8Array(Buffer.from(file.replace('Prosjektdager', 'Påskefri'), 'latin1'));
    const shown = await bodyOf<CalendarFilePreview>(await preview(own, old));
    expect(shown.events.map(({ name }) => name)).toContain('Påskefri');
  });
});
