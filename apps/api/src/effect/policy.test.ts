import type { RelationKind } from '@samhold/contract';
import { expect, test } from 'vitest';
import type { StaffActor } from '../access/actor.ts';
import type { CasePeople } from '../cases/policy.ts';
import { maySeeEffect } from './policy.ts';

const kinds = [
  'contact_teacher',
  'substitute',
  'employee',
  'social_teacher',
  'environment_team',
  'leadership',
  'administrator',
  'owner',
] as const satisfies readonly RelationKind[];
const seers = (people: CasePeople, classId = '5A') =>
  kinds.filter((kind) => {
    const actor: StaffActor = {
      ...{ schoolId: 's', staffId: 'x', trained: true },
      relations: [{ kind, classId: kind === 'contact_teacher' || kind === 'substitute' ? '5A' : null }],
    };
    return maySeeEffect(actor, people, classId);
  });
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
});

test('about staff neither the accused nor the kommune', () => {
  const staff: CasePeople = { kind: 'staff', staff: [], leadershipAccused: false };
  expect(seers(staff)).toEqual(['leadership']);
  expect(seers(taking(staff, 'accused'))).toEqual([]);
  expect(seers({ ...staff, leadershipAccused: true })).toEqual([]);
});
