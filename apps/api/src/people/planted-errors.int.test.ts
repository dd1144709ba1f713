import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Seat } from '../access/access-table.ts';
import { callOf, type Call } from '../testing/call-of.ts';
import { badCalls, routesAndSeats } from '../testing/planted/bad-calls.ts';
import { anyAlias, anyReal, firstPlanted, hidePlanted } from '../testing/planted/planted-pupils.ts';
import { openPlantedSchool, type PlantedSchool } from '../testing/planted/planted-school.ts';
import { streamText } from '../testing/stream-text.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

const name = `${firstPlanted.given} ${firstPlanted.family}`;

let house: TestHouse;
let seated: PlantedSchool;
/** Everything that was refused, by what was asked. */
const refused = new Map<string, { readonly status: number; readonly text: string }>();
let asked = 0;

const ask = async (seat: Seat, route: string, [path, options]: Call): Promise<void> => {
  const response = await seated.browserOf(seat)(path, options);
  asked += 1;
  const text = `${JSON.stringify([...response.headers])} ${await streamText(response)}`;
  if (response.status >= 300) refused.set(`${asked} ${seat}: ${route}`, { status: response.status, text });
};

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  house.setNow(new Date('2026-11-24T09:00:00Z'));
  seated = await openPlantedSchool(house);
  await hidePlanted(seated);
  const right = (route: string): Call => callOf(house, seated, route, seated.ids);
  for (const [route, seat] of routesAndSeats())
    for (const one of ['nobody', seat] as const)
      for (const call of badCalls(route, right(route), name)) await ask(one, route, call);
  // What is right in itself is refused the second time, when it is done or another has come.
  for (const [route, seat] of routesAndSeats())
    for (let time = 0; time < 2; time += 1) await ask(seat, route, right(route));
}, 300_000);
afterAll(() => house.close());

describe('P8: what is refused when a hidden pupil is named in what is asked', () => {
  test('is of every route, and no failure of the server', () => {
    const routes = new Set([...refused.keys()].map((what) => what.split(': ')[1]));
    const never = routesAndSeats().flatMap(([route]) => (routes.has(route) ? [] : [route]));
    expect(never).toEqual([
      ...[
        'GET /api/v1/live',
        'GET /api/v1/ready',
        'GET /api/v1/pupil-sign-in',
        'GET /api/v1/sign-in/schools',
        'GET /api/v1/sign-in/owners',
      ],
    ]);
    expect(refused.size).toBeGreaterThan(2_000);
    for (const [what, { status }] of refused) expect(status, what).toBeLessThan(500);
  });

  test('says neither the name nor the alias', () => {
    for (const [what, { text }] of refused) {
      expect(text, what).not.toMatch(anyReal);
      expect(text, what).not.toMatch(anyAlias);
    }
  });

  test('is in the log without name, alias or id of any pupil', () => {
    const log = house.loggedRequests.join('');
    expect(house.loggedRequests.length).toBeGreaterThan(10);
    expect(log).not.toMatch(anyReal);
    expect(log).not.toMatch(anyAlias);
    for (const { pupil } of seated.cards) expect(log).not.toContain(pupil.pupilId);
  });
});
