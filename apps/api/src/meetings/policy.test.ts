import type { RelationKind } from '@samhold/contract';
import { expect, test } from 'vitest';
import type { StaffActor } from '../access/actor.ts';
import type { CasePeople } from '../cases/policy.ts';
import { maySeeReport, maySeeSignal, maySeeTask, type ReportPeople } from './policy.ts';

const kinds = [
  'contact_teacher',
  'employee',
  'social_teacher',
  'environment_team',
  'leadership',
  'principal',
  'owner',
] as const satisfies readonly RelationKind[];
const somebody = (staffId: string, ...held: readonly RelationKind[]): StaffActor => ({
  ...{ schoolId: 's', staffId, trained: true },
  relations: held.map((kind) => ({ kind, classId: kind === 'contact_teacher' ? '5A' : null })),
});
const report: ReportPeople = {
  ...{ aboutStaff: false, filedBy: 'teller', accused: [], leadershipAccused: false },
  ...{ hasPrincipal: true, inCase: null },
};
const seers = (of: Partial<ReportPeople>) =>
  kinds.filter((kind) => maySeeReport(somebody('x', kind), { ...report, ...of }));

test('a report goes to whom it concerns', () => {
  expect(seers({})).toEqual(['social_teacher', 'leadership']);
  expect(seers({ aboutStaff: true, accused: ['a'] })).toEqual(['principal']);
  expect(seers({ aboutStaff: true, accused: ['a'], hasPrincipal: false })).toEqual(['leadership']);
  expect(seers({ aboutStaff: true, accused: ['a'], leadershipAccused: true })).toEqual(['owner']);
  const inCase: CasePeople = {
    kind: 'staff',
    staff: [{ staffId: 'x', part: 'accused' }],
    leadershipAccused: false,
  };
  expect(seers({ inCase })).toEqual([]);
});

test('a report that turns out to be about an employee is the principal’s, also in a case others take part in', () => {
  const inCase: CasePeople = {
    kind: 'environment',
    staff: [{ staffId: 'x', part: 'participant' }],
    leadershipAccused: false,
  };
  expect(seers({ inCase })).toEqual([...kinds]);
  const of = { ...report, inCase, aboutStaff: true, accused: ['a'] };
  expect(kinds.filter((kind) => maySeeReport(somebody('x', kind), of))).toEqual(['principal']);
  expect(maySeeReport(somebody('y', 'leadership', 'principal'), of)).toBe(true);
  expect(maySeeReport(somebody('y', 'social_teacher'), of)).toBe(false);
});

test('the accused sees no report and no task of it, whatever they are', () => {
  const accused = somebody('a', ...kinds);
  expect(maySeeReport(accused, { ...report, accused: ['a'], filedBy: 'a' })).toBe(false);
  const fromReport = { ...report, accused: ['a'] };
  expect(maySeeTask(accused, { ownerId: 'a', madeBy: 'a', from: null, fromReport })).toBe(false);
  const from: CasePeople = {
    kind: 'staff',
    staff: [{ staffId: 'a', part: 'accused' }],
    leadershipAccused: false,
  };
  expect(maySeeTask(accused, { ownerId: 'a', madeBy: 'b', from, fromReport: null })).toBe(false);
});

test('signals are the own class’s and those of whoever leads meetings', () => {
  const seen = kinds.filter((kind) => maySeeSignal(somebody('x', kind), '5A'));
  expect(seen).toEqual(['contact_teacher', 'social_teacher', 'leadership']);
  expect(maySeeSignal(somebody('x', 'contact_teacher'), '5B')).toBe(false);
});

test('a task is whose it is, and whoever gave it', () => {
  const task = { ownerId: 'o', madeBy: 'm', from: null, fromReport: null };
  const seen = (staffId: string, kind: RelationKind) => maySeeTask(somebody(staffId, kind), task);
  expect([seen('o', 'employee'), seen('m', 'environment_team'), seen('x', 'environment_team')]).toEqual([
    true,
    true,
    false,
  ]);
  expect(seen('x', 'social_teacher')).toBe(true);
});
