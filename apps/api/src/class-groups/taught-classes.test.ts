import { expect, test } from 'vitest';
import type { FeideGroup } from './feide-groups.ts';
import { plainName, taughtClasses } from './taught-classes.ts';

const realm = 'fjellvik.kommune.no';
const school: FeideGroup = { id: `fc:org:${realm}:unit:NO974588145`, type: 'fc:org' };
const group = (change: Partial<FeideGroup> = {}, unit = 'NO974588145', local = '5a%3A%2F1'): FeideGroup => ({
  id: `fc:gogroup:${realm}:b:${unit}:${local}:2026-08-01:2027-07-31`,
  type: 'fc:gogroup',
  displayName: '5A',
  go_type: 'b',
  notBefore: '2026-07-31T22:00:00Z',
  notAfter: '2027-07-31T22:00:00Z',
  membership: { basic: 'admin', affiliation: 'faculty' },
  ...change,
});
const names = (...groups: readonly FeideGroup[]) =>
  taughtClasses(groups, realm, '974588145').map(({ name }) => name);

test('a class somebody is a teacher of, whatever is coded in its id', () => {
  expect(taughtClasses([school, group()], realm, '974588145')).toEqual([
    {
      name: '5A',
      notBefore: new Date('2026-07-31T22:00:00Z'),
      notAfter: new Date('2027-07-31T22:00:00Z'),
    },
  ]);
});

test.each([
  ['a group of a subject', group({ go_type: 'u' })],
  ['another kind of group', group({ type: 'fc:adhoc' })],
  ['a class somebody is a pupil of', group({ membership: { basic: 'member', affiliation: 'student' } })],
  ['a class somebody has no part in', group({ membership: {} })],
  ['a class of another school', group({}, 'NO999999999')],
  ['a class of another kommune', { ...group(), id: group().id.replace(realm, 'oslo.kommune.no') }],
  ['one whose id is cut', { ...group(), id: `fc:gogroup:${realm}:b:NO974588145` }],
  ['one whose id is coded wrongly', group({}, 'NO974588145', '5a%E5')],
  ['one without days', group({ notAfter: 'later' })],
])('left out is %s', (_what, left) => {
  expect(names(school, left)).toEqual([]);
});

test('a group of the kommune counts where the person belongs to this school alone', () => {
  const ofOwner = group({}, 'NO900000000');
  const owner: FeideGroup = { id: `fc:org:${realm}`, type: 'fc:org', norEduOrgNIN: 'NO900000000' };
  const neighbour = { ...school, id: `fc:org:${realm}:unit:NO999999999` };
  expect(names(owner, school, ofOwner)).toEqual(['5A']);
  expect(names(owner, school, neighbour, ofOwner)).toEqual([]);
  expect(names(owner, ofOwner)).toEqual([]);
  expect(names(school, ofOwner)).toEqual([]);
});

test('of two groups of a class the one that lasts longest, and the name in bokmål', () => {
  const later = group({
    displayName: { nb: 'Klasse 5 a', en: 'Class 5A' },
    notAfter: '2028-07-31T22:00:00Z',
  });
  const [found, ...rest] = taughtClasses([later, group()], realm, '974588145');
  expect([found?.name, found?.notAfter.getUTCFullYear(), rest]).toEqual(['5A', 2028, []]);
  expect(['klasse 5a', '5 A', ' 5A '].map(plainName)).toEqual(['5A', '5A', '5A']);
});
