import type { RelationKind } from '@samhold/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StaffActor } from '../access/actor.ts';
import type { CasePeople } from '../cases/policy.ts';
import { mayReceive, receiverKinds, type ReportPeople } from './policy.ts';

const kinds: readonly RelationKind[] = [
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
];
const somebody = (staffId: string, ...held: readonly RelationKind[]): StaffActor => ({
  schoolId: 's',
  staffId,
  trained: true,
  relations: held.map((kind) => ({ kind, classId: null })),
});
const report: ReportPeople = {
  filedBy: 'writer',
  aboutStaff: false,
  accused: [],
  leadershipAccused: false,
  ownerTold: false,
  hasPrincipal: true,
  inCase: null,
};
const readers = (people: ReportPeople) =>
  kinds.filter((kind) => mayReceive(somebody('somebody', kind), people));

test('who receives what', () => {
  expect(readers(report)).toEqual(['social_teacher', 'leadership']);
  expect(readers({ ...report, aboutStaff: true })).toEqual(['principal']);
  expect(readers({ ...report, aboutStaff: true, hasPrincipal: false })).toEqual(['leadership']);
  expect(readers({ ...report, aboutStaff: true, ownerTold: true })).toEqual(['principal', 'owner']);
  expect(readers({ ...report, aboutStaff: true, leadershipAccused: true })).toEqual(['owner']);
});

test('a report in a case is read by nobody from whom the case is hidden', () => {
  const about: CasePeople = { kind: 'staff', staff: [], leadershipAccused: true };
  expect(readers({ ...report, inCase: about })).toEqual([]);
  expect(readers({ ...report, aboutStaff: true, leadershipAccused: true, inCase: about })).toEqual(['owner']);
  expect(readers({ ...report, inCase: { ...about, kind: 'environment', leadershipAccused: false } })).toEqual(
    ['social_teacher', 'leadership'],
  );
});

test('the accused receives nothing, whatever they are and wherever it is', () => {
  const people = fc.record({
    filedBy: fc.constantFrom('writer', 'accused'),
    aboutStaff: fc.boolean(),
    accused: fc.constant(['accused']),
    leadershipAccused: fc.boolean(),
    ownerTold: fc.boolean(),
    hasPrincipal: fc.boolean(),
    inCase: fc.option(
      fc.constant<CasePeople>({
        kind: 'environment',
        leadershipAccused: false,
        staff: [{ staffId: 'accused', part: 'responsible' }],
      }),
    ),
  });
  fc.assert(
    fc.property(fc.subarray([...kinds]), people, (held, of) => {
      expect(mayReceive(somebody('accused', ...held), of)).toBe(false);
    }),
  );
});

test('what is about leadership goes to nobody at the school', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.boolean(), (ownerTold, hasPrincipal) => {
      const of = { ...report, aboutStaff: true, leadershipAccused: true, ownerTold, hasPrincipal };
      expect(receiverKinds(of)).toEqual(['owner']);
    }),
  );
});
