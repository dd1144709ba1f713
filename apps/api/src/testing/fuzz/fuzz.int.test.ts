import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openSeatedSchool, type SeatedSchool } from '../seated-school.ts';
import { openTestHouse, type TestHouse } from '../test-house.ts';
import { otherClassOf } from './other-class.ts';
import { runFuzz } from './run-fuzz.ts';

let house: TestHouse;
let seated: SeatedSchool;
let other: SeatedSchool;
beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  seated = await openSeatedSchool(house);
  other = await openSeatedSchool(house, undefined, 'other ');
});
afterAll(() => house.close());

test('X8: five thousand requests drawn from openapi.json bring no failure, no undeclared answer and none to the wrong person', async () => {
  const seed = Number(process.env['PROPERTY_SEED'] ?? 20261126);
  const otherClass = await otherClassOf({ house, seated });
  const faults = await runFuzz({ house, seated, others: [other], otherClass, requests: 5_000, seed });
  expect(faults.slice(0, 5)).toEqual([]);
}, 300_000);
