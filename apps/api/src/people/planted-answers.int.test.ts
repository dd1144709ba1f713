import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { callOf } from '../testing/call-of.ts';
import { routesAndSeats } from '../testing/planted/bad-calls.ts';
import { fileRoutes } from '../testing/planted/file-answers.ts';
import { mayBeCalled } from '../testing/planted/may-be-called.ts';
import { askAnswers, type Answer } from '../testing/planted/planted-answers.ts';
import { anyAlias, anyReal, hidePlanted, plantedPupils } from '../testing/planted/planted-pupils.ts';
import { openPlantedSchool, type PlantedSchool } from '../testing/planted/planted-school.ts';
import { readableText } from '../testing/planted/readable-text.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

type Answers = ReadonlyMap<string, Answer>;

const files = new Set(fileRoutes().map(({ route }) => route));

let house: TestHouse;
let seated: PlantedSchool;
let before: Answers;
let after: Answers;
/** What each of those who may was answered to what changes something, once each. */
const changes = new Map<string, { readonly status: number; readonly text: string }>();

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  house.setNow(new Date('2026-11-24T09:00:00Z'));
  seated = await openPlantedSchool(house);
  before = await askAnswers(house, seated, (route) => files.has(route));
  await hidePlanted(seated);
  after = await askAnswers(house, seated, (route) => files.has(route));
  for (const [route, seat] of routesAndSeats().filter(
    ([one]) => !one.startsWith('GET ') && !files.has(one),
  )) {
    const [path, options] = callOf(house, seated, route, seated.ids);
    const { status, text } = await seated
      .browserOf(seat)(path, options)
      .then(async (response) => ({
        status: response.status,
        text: `${JSON.stringify([...response.headers])} ${await response.text()}`,
      }));
    changes.set(`${seat}: ${route}`, { status, text });
  }
}, 300_000);
afterAll(() => house.close());

/** As it should read afterwards: the alias in the place of the name. */
const withAlias = (text: string): string =>
  plantedPupils.reduce(
    (said, { given, family, alias }) =>
      said.replaceAll(given, alias.givenName).replaceAll(family, alias.familyName),
    text,
  );
const namedBy = (answers: Answers, name: RegExp): readonly string[] =>
  [
    ...new Set(
      [...answers.values()]
        .filter(({ body }) => name.test(body))
        .map(({ seat, route }) => `${seat}: ${route}`),
    ),
  ].sort();

describe('P8: answers when two pupils with names found nowhere else are hidden', () => {
  test('are of every route and seat; what is no text to read on a screen is among the files', () => {
    expect(after.size).toBeGreaterThan(400);
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [what, { status, type }] of after)
      if (status < 300) expect(type, what).toMatch(/^(application\/json|text\/event-stream)/);
  });

  test('named both before to all who may see them, and in more places than after', () => {
    const named = namedBy(before, anyReal);
    for (const { routes } of mayBeCalled)
      for (const [route, seats] of Object.entries(routes))
        for (const seat of seats)
          if (route !== 'GET /api/v1/hidden-pupils') expect(named).toContain(`${seat}: ${route}`);
    expect(named.length).toBeGreaterThan(namedBy(after, anyAlias).length);
  });

  test('name neither any more, plain or coded, in body or head', async () => {
    for (const [what, { head, body }] of after)
      expect(await readableText(Buffer.from(`${head}\n${body}`)), what).not.toMatch(anyReal);
  });

  test('to what changes something name neither, whoever did it', () => {
    const done = [...changes].filter(([, { status }]) => status < 300);
    expect(done.length).toBeGreaterThan(60);
    for (const [what, { text }] of changes) expect(text, what).not.toMatch(anyReal);
  });

  test('know them by the alias only where there is a reason', () => {
    const may = mayBeCalled.flatMap(({ routes }) =>
      Object.entries(routes).flatMap(([route, seats]) => seats.map((seat) => `${seat}: ${route}`)),
    );
    expect(namedBy(after, anyAlias)).toEqual(may.sort());
  });

  test('have the family name of the alias where every pupil has a family name, and nowhere else', () => {
    const whole = namedBy(after, /Ulvestrand|Ulvund/).filter((one) => !one.endsWith('/hidden-pupils'));
    const named = namedBy(before, /Kvistrolmsen|Qvornestad/);
    expect(whole.filter((one) => !named.includes(one))).toEqual([]);
    expect(whole.length).toBeGreaterThan(10);
  });

  test('find nobody by the name that was, whoever looks', () => {
    const looked = [...after].filter(([what]) => /«(Abr|Kvi|Zyx|Qvo|kil)/.test(what));
    expect(looked.length).toBeGreaterThan(100);
    for (const [what, { body }] of looked) expect(body, what).toBe('{"pupils":[],"more":false}');
  });

  test('are to those of the own class as they were, letter for letter but for the name: nothing shows who is hidden', () => {
    // The log has grown; the picture of a grade is of other classes too; and one is found by the name one has.
    const other = /readers$|grade-sociograms|incidents\/pupils/;
    const own = [...after].filter(
      ([what, { seat }]) => /of the class$|^pupil$/.test(seat) && !other.test(what) && !what.includes('«'),
    );
    expect(own.length).toBeGreaterThan(60);
    for (const [what, { status, body }] of own) {
      expect(status, what).toBe(before.get(what)?.status);
      // A sign-in under way is sealed anew each time.
      expect(body, what).toBe(withAlias(before.get(what)?.body ?? ''));
    }
  });

  test('have the same parts as before to everybody else, or fewer, and say to nobody but the principal that somebody is hidden', () => {
    const partsOf = (value: unknown, at = ''): readonly string[] => {
      if (typeof value !== 'object' || value === null) return [at];
      return Object.entries(value).flatMap(([key, one]) =>
        // Ids and places in lists are of what there is, not of its shape.
        partsOf(one, `${at}.${/^\d+$|^[0-9a-f]{8}-/.test(key) ? '' : key}`),
      );
    };
    const flag = /hidden|skjul|skjerm|sperre|alias|kode ?[67]/gi;
    for (const [what, { status, type, body, route }] of after) {
      if (route.includes('/hidden-pupils')) continue;
      const was = before.get(what)?.body ?? '';
      expect(body.match(flag)?.length ?? 0, what).toBeLessThanOrEqual(was.match(flag)?.length ?? 0);
      if (!type.startsWith('application/json') || status !== 200 || what.includes('«')) continue;
      const parts = new Set(partsOf(JSON.parse(was)));
      for (const part of partsOf(JSON.parse(body))) {
        // A list may have become empty.
        const isEmptied = [...parts].some((one) => one.startsWith(`${part}.`));
        expect(parts.has(part) || isEmptied, `${what} ${part}`).toBe(true);
      }
    }
  });
});
