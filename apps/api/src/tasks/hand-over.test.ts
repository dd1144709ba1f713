import { expect, test } from 'vitest';
import type { CasePeople } from '../cases/policy.ts';
import { nextOwner } from './hand-over.ts';

const all = {
  active: new Set(['responsible', 'maker', 'social', 'head', 'second', 'owner']),
  socialTeachers: ['social'],
  leadership: ['head', 'second'],
  owners: ['owner'],
};
const task = { ownerId: 'leaver', madeBy: 'gone', from: null, fromReport: null };
const staffCase = (accused: string, leadershipAccused: boolean): CasePeople => ({
  kind: 'staff',
  staff: [{ staffId: accused, part: 'accused' }],
  leadershipAccused,
});

test('a task goes to whoever is responsible, then whoever gave it, then the social teacher', () => {
  const from: CasePeople = {
    kind: 'environment',
    staff: [{ staffId: 'responsible', part: 'responsible' }],
    leadershipAccused: false,
  };
  expect(nextOwner({ ...task, from, madeBy: 'maker' }, all)).toBe('responsible');
  expect(nextOwner({ ...task, madeBy: 'maker' }, all)).toBe('maker');
  expect(nextOwner(task, all)).toBe('social');
  expect(nextOwner({ ...task, madeBy: 'leaver' }, { ...all, socialTeachers: [] })).toBe('head');
});

test('never to whom it is about, and about leadership to the owner alone', () => {
  expect(nextOwner({ ...task, from: staffCase('maker', false), madeBy: 'maker' }, all)).toBe('head');
  expect(nextOwner({ ...task, from: staffCase('head', true) }, all)).toBe('owner');
  const fromReport = {
    aboutStaff: true,
    filedBy: 'x',
    accused: ['head'],
    leadershipAccused: true,
    hasPrincipal: true,
    inCase: null,
  };
  expect(nextOwner({ ...task, fromReport }, { ...all, owners: [] })).toBeUndefined();
});
