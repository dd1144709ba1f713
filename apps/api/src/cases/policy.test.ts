import type { RelationKind } from '@samhold/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StaffActor } from '../access/actor.ts';
import { mayCarryCase, mayOpenCase, type CasePeople } from './policy.ts';

const somebody = (staffId: string, ...kinds: readonly RelationKind[]): StaffActor => ({
  schoolId: 's',
  staffId,
  trained: true,
  relations: kinds.map((kind) => ({ kind, classId: null })),
});

const environment: CasePeople = { kind: 'environment', staff: [], leadershipAccused: false };
const aboutTeacher: CasePeople = {
  kind: 'staff',
  staff: [{ staffId: 'accused', part: 'accused' }],
  leadershipAccused: false,
};
const aboutLeadership: CasePeople = { ...aboutTeacher, leadershipAccused: true };

const openers = (people: CasePeople): readonly RelationKind[] =>
  (
    [
      'contact_teacher',
      'substitute',
      'employee',
      'social_teacher',
      'environment_team',
      'leadership',
      'principal',
      'administrator',
      'council_reader',
      'owner',
    ] as const
  ).filter((kind) => mayOpenCase(somebody('somebody', kind), people));

test('by relation alone', () => {
  expect(openers(environment)).toEqual(['social_teacher', 'leadership']);
  expect(openers(aboutTeacher)).toEqual(['leadership', 'owner']);
  expect(openers(aboutLeadership)).toEqual(['owner']);
});

test('whoever takes part sees the case, and carries it when responsible', () => {
  for (const people of [environment, aboutTeacher, aboutLeadership])
    for (const part of ['participant', 'responsible'] as const) {
      const withPart = { ...people, staff: [...people.staff, { staffId: 'x', part }] };
      expect(mayOpenCase(somebody('x', 'contact_teacher'), withPart)).toBe(true);
      expect(mayCarryCase(somebody('x', 'contact_teacher'), withPart)).toBe(part === 'responsible');
      expect(mayOpenCase(somebody('y', 'contact_teacher'), withPart)).toBe(false);
    }
});

test('leadership does not carry a case about one of its own, also as a participant', () => {
  const asked = {
    ...aboutLeadership,
    staff: [...aboutLeadership.staff, { staffId: 'x', part: 'participant' as const }],
  };
  expect(mayOpenCase(somebody('x', 'leadership'), asked)).toBe(true);
  expect(mayCarryCase(somebody('x', 'leadership'), asked)).toBe(false);
});

test('the accused never sees it, whatever they are and however they got into it', () => {
  const kind = fc.constantFrom<RelationKind>(
    'contact_teacher',
    'employee',
    'social_teacher',
    'environment_team',
    'leadership',
    'principal',
    'owner',
  );
  fc.assert(
    fc.property(fc.array(kind), fc.boolean(), fc.boolean(), (kinds, leadershipAccused, alsoResponsible) => {
      const people: CasePeople = {
        kind: 'staff',
        leadershipAccused,
        staff: [
          ...(alsoResponsible ? [{ staffId: 'accused', part: 'responsible' as const }] : []),
          { staffId: 'accused', part: 'accused' },
        ],
      };
      const actor = somebody('accused', ...kinds);
      expect(mayOpenCase(actor, people)).toBe(false);
      expect(mayCarryCase(actor, people)).toBe(false);
    }),
  );
});
