import { expect, test } from 'vitest';
import { componentsOf, unknownLicences } from './licences.ts';

const listed = (licenses?: object[]) => ({ group: 'x', name: 'y', version: '1.0.0', licenses });
const refused = (licenses?: object[]) =>
  unknownLicences(componentsOf({ bomFormat: 'CycloneDX', components: [listed(licenses)] })).length === 1;

test('of alternatives one licence must be allowed, of what holds together each', () => {
  expect(refused([{ license: { id: 'MIT' } }])).toBe(false);
  expect(refused([{ expression: '(GPL-3.0-only OR MIT)' }])).toBe(false);
  expect(refused([{ expression: 'MIT AND GPL-3.0-only' }])).toBe(true);
  expect(refused([{ license: { id: 'MIT' } }, { license: { id: 'AGPL-3.0-only' } }])).toBe(true);
  expect(refused([{ license: { name: 'SEE LICENSE IN FILE' } }])).toBe(true);
  expect(refused()).toBe(true);
});

test('the product’s own parts are left out, and another kind of document is refused', () => {
  const own = { group: '@samhold', name: 'db', version: '0.1.0' };
  expect(componentsOf({ bomFormat: 'CycloneDX', components: [own] })).toEqual([]);
  expect(() => componentsOf({ spdxVersion: 'SPDX-2.3' })).toThrow('no CycloneDX document');
});
