import { expect, test } from 'vitest';
import { realmOf } from './realm.ts';

test.each([
  ['kommunen.no', 'kommunen.no'],
  [' Anne@Fjellvik.Kommune.no ', 'fjellvik.kommune.no'],
  ['kommunen', undefined],
  ['', undefined],
  ['https://kommunen.no', undefined],
])('%j is the kommune %s', (written, realm) => {
  expect(realmOf(written)).toBe(realm);
});
