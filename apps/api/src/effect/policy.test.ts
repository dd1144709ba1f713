import { expect, test } from 'vitest';
import type { CasePeople } from '../cases/policy.ts';
import { somebody, who } from '../testing/somebody.ts';
import { maySeeEffect } from './policy.ts';

const seers = (people: CasePeople, classId = '5A') => who((actor) => maySeeEffect(actor, people, classId));
const environment: CasePeople = { kind: 'environment', staff: [], leadershipAccused: false };
const taking = (people: CasePeople, part: 'participant' | 'accused'): CasePeople => ({
  ...people,
  staff: [{ staffId: 'x', part }],
});

test('it takes both: the case, and named answers', () => {
  expect(seers(environment)).toEqual(['social_teacher', 'leadership']);
  const inIt = taking(environment, 'participant');
  expect(seers(inIt)).toEqual(['contact_teacher', 'social_teacher', 'environment_team', 'leadership']);
  expect(seers(inIt, '5B')).toEqual(['social_teacher', 'environment_team', 'leadership']);
  const another = { ...environment, staff: [{ staffId: 'y', part: 'participant' as const }] };
  expect(seers(another)).toEqual(['social_teacher', 'leadership']);
  const beside = { ...inIt, staff: [...another.staff, ...inIt.staff] };
  expect(seers(beside)).toEqual(seers(inIt));
});

test('about staff neither the accused nor the kommune', () => {
  const staff: CasePeople = { kind: 'staff', staff: [], leadershipAccused: false };
  expect(seers(staff)).toEqual(['leadership']);
  expect(seers(taking(staff, 'accused'))).toEqual([]);
  expect(seers({ ...staff, leadershipAccused: true })).toEqual([]);
});

test('a case that one knows from the kommune opens no answers to one who is also of an environment team', () => {
  const staff: CasePeople = {
    ...{ kind: 'staff', leadershipAccused: false },
    staff: [{ staffId: 'y', part: 'participant' }],
  };
  const both = somebody('x', 'owner', 'environment_team');
  expect(maySeeEffect(both, staff, '5A')).toBe(false);
  expect(maySeeEffect(both, taking(staff, 'participant'), '5A')).toBe(true);
});
