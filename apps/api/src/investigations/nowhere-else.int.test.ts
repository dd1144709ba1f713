import { investigationCriteria } from '@samhold/survey';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { accessTable, seats } from '../access/access-table.ts';
import { callOf } from '../testing/call-of.ts';
import { caseToInvestigate, holdInvestigation } from '../testing/held-investigation.ts';
import { readResult } from '../testing/investigation.ts';
import { textOfPdf } from '../testing/pdf-text.ts';
import { openSeatedSchool, type SeatedSchool } from '../testing/seated-school.ts';
import { storedTexts } from '../testing/stored-texts.ts';
import { streamText } from '../testing/stream-text.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

let house: TestHouse;
let seated: SeatedSchool;
let made: { readonly investigatedCaseId: string; readonly investigationId: string };
let before: ReadonlyMap<string, string>;
let after: ReadonlyMap<string, string>;

const bodyText = async (response: Response): Promise<string> => {
  if (response.headers.get('content-type') === 'application/pdf')
    return textOfPdf(Buffer.from(await response.arrayBuffer()));
  return streamText(response);
};

/** What every seat is answered by every route that reads, whether it may or not; a page that draws new names each time is left out. */
const askEverything = async () => {
  const answers = new Map<string, string>();
  for (const route of Object.keys(accessTable)) {
    if (!route.startsWith('GET ') || /sign-in|:caseId|:investigationId|hidden-pupils\/class/.test(route))
      continue;
    for (const seat of seats) {
      const [path] = callOf(house, seated, route, seated.ids);
      const response = await seated.browserOf(seat)(path);
      answers.set(`${seat}: ${route}`, `${response.status} ${await bodyText(response)}`);
    }
  }
  return answers;
};

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  house.setNow(new Date('2026-11-24T09:00:00Z'));
  seated = await openSeatedSchool(house);
  const seats = { ...seated, classId: seated.ids.classId };
  const caseId = await caseToInvestigate(house, seated.school, seats);
  before = await askEverything();
  made = await holdInvestigation(house, caseId, seats);
  after = await askEverything();
}, 240_000);
afterAll(() => house.close());

const words = investigationCriteria.flatMap(({ id, title, young, older }) => [
  ...[...(id.includes('-') ? [id] : []), title.nb, young.nb ?? '', older.nb ?? ''],
]);

describe('what is asked and answered in an investigation', () => {
  test('is there to be found, by those who may', async () => {
    const result = await (
      await readResult(seated.browserOf('contact teacher of the class'), made.investigationId)
    ).text();
    expect(result).toContain('hard-company');
    expect(result).toContain('"kind":"most"');
    for (const seat of ['social teacher', 'leadership', 'principal', 'employee', 'owner'] as const)
      expect((await readResult(seated.browserOf(seat), made.investigationId)).status, seat).toBe(404);
  });

  test('changes no answer of any other route to anybody, letter for letter', () => {
    expect(after.size).toBe(before.size);
    expect(after.size).toBeGreaterThan(500);
    // Readers: who opened what is told to those who know of the case, and asking for everything is opening. Sessions: an
    // investigation wants a new sign-in of whoever carries it, and they see their own.
    const changed = [...after]
      .filter(([what, text]) => !/\/(readers|me\/sessions)$/.test(what) && before.get(what) !== text)
      .map(([what]) => what);
    expect(changed).toEqual([]);
  });

  test('is in no answer of any other route: no question, criterion or investigation', () => {
    for (const [what, text] of after)
      for (const word of [...words, made.investigationId])
        expect(text.includes(word), `${what}: ${word}`).toBe(false);
  });

  test('lies in no table of the routine rounds, and nowhere as a relation of who named whom', async () => {
    const criteria = await storedTexts(house, seated.school);
    const holding = [...criteria]
      .filter(([, text]) => text.includes('hard-company') || text.includes(made.investigationId))
      .map(([table]) => table);
    expect(holding.length).toBeGreaterThan(3);
    expect(holding.filter((table) => !/^(investigation|access_log$|case_entry$)/.test(table))).toEqual([]);
  });
});
