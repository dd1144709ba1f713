import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { runDueWork } from '../../apps/api/src/clock/due-work.ts';
import type { Browser } from '../../apps/api/src/testing/browser.ts';
import { openSeatedSchool } from '../../apps/api/src/testing/seated-school.ts';
import type { Call } from '../../apps/api/src/testing/call-of.ts';
import { openTestHouse, type TestHouse } from '../../apps/api/src/testing/test-house.ts';
import { tablesInOrder } from '../../packages/db/src/index.ts';
import { placeTables, type Placement } from './placement.ts';
import { cookiesOf, useCasesOfRoutes } from '../faults/x3-use-cases.ts';

let house: TestHouse;
let placement: Placement;
const sent = new Set<string>();
let routes = 0;
let through = 0;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'), {
    interference: (statement, pass) => {
      sent.add(statement.replaceAll(/\s+/g, ' '));
      return pass();
    },
  });
  placement = placeTables(await tablesInOrder(house.database.superuser));
  const seated = await openSeatedSchool(house);
  const ask = async (browser: Browser, [path, options]: Call): Promise<boolean> => {
    const headers = new Headers(options?.headers);
    headers.set('origin', house.origin);
    headers.set('cookie', await cookiesOf(browser));
    const answer = await fetch(new URL(path, house.origin), { ...options, redirect: 'manual', headers });
    await answer.arrayBuffer();
    return answer.ok;
  };
  for (const { browsers, call } of useCasesOfRoutes({ house, seated })) {
    routes += 1;
    for (const browser of browsers)
      if (await ask(browser, call)) {
        through += 1;
        break;
      }
  }
  await runDueWork(house.deps);
}, 240_000);
afterAll(() => house.close());

const naming = (names: readonly string[]): RegExp =>
  new RegExp(`\\b(from|join|into|update|using|,) "?(${names.join('|')})"?(?![\\w.])`, 'i');
const ofSchools = (): readonly string[] =>
  [...sent].filter((text) => naming(placement.distributed).test(text));

/** An insert says the school of each row by its columns, or takes whole rows of one school; all else names it by a value. */
const ONE_SCHOOL = /school_id"? = (\$\d|')/;
const INSERT_WITH_SCHOOL = /\binsert into "?\w+"? (\([^)]*school_id|select \* from json_populate_record)/;

test('what the api and its clock send of tables by school is of one school each time, locks among it', () => {
  expect(through / routes).toBeGreaterThan(0.6);
  expect(sent.size).toBeGreaterThan(500);
  const statements = ofSchools();
  expect(statements.filter((text) => / for (no key )?update\b/.test(text)).length).toBeGreaterThan(20);
  expect(statements.filter((text) => !ONE_SCHOOL.test(text) && !INSERT_WITH_SCHOOL.test(text))).toEqual([]);
});

test('nothing recurs, and no row is moved to another school', () => {
  expect([...sent].filter((text) => /\brecursive\b/i.test(text))).toEqual([]);
  const moved = /\bset (?:(?! where )[^(])*"?school_id"? = /i;
  expect(ofSchools().filter((text) => !/^set /i.test(text) && moved.test(text))).toEqual([]);
  expect('update "pupil" set "grade" = $1, "school_id" = $2 where "school_id" = $3').toMatch(moved);
});

const tablesIn = (pattern: RegExp): readonly string[] =>
  [
    ...new Set(ofSchools().flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''))),
  ].sort();

/** What docs/operate/citus.md says must be looked at first: Citus does these in steps of its own. */
test('few tables are written within a statement that goes on, or from rows that are made of values', () => {
  expect(tablesIn(/\bas \( insert into "?(\w+)/g)).toEqual([
    ...['answer', 'nomination', 'response', 'response_part'],
  ]);
  const made =
    /insert into "?(\w+)"? (?:\([^)]*\) )?select (?!.* where )[^;]*?from (?:json|unnest|\w+, unnest)/g;
  expect(tablesIn(made)).toEqual([
    ...['answer', 'nomination', 'outside_nomination', 'response', 'roster_import_change', 'survey_figure'],
  ]);
});

test('one statement alone brings a table by school together with one that lies on the coordinator', () => {
  const both = ofSchools().filter((text) => naming(placement.local).test(text));
  expect(both).toEqual([expect.stringContaining('delete from pupil_identity_lookup lookup using gone')]);
});
