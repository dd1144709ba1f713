import type { RelationKind } from '@samhold/contract';
import { expect, test } from 'vitest';
import type { CasePeople } from '../cases/policy.ts';
import { everyKind, ofNoClass, somebody, who } from '../testing/somebody.ts';
import {
  mayLeadMeetings,
  maySeeReport,
  maySeeSignal,
  maySeeTask,
  type ReportPeople,
  type TaskPeople,
} from './policy.ts';

const report: ReportPeople = {
  ...{ aboutStaff: false, filedBy: 'teller', accused: [], leadershipAccused: false },
  ...{ hasPrincipal: true, inCase: null },
};
const seers = (of: Partial<ReportPeople>) => who((actor) => maySeeReport(actor, { ...report, ...of }));

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
  expect(seers({ inCase: { ...inCase, staff: [] } })).toEqual(['leadership', 'owner']);
  expect(seers({ filedBy: 'x', inCase: { ...inCase, staff: [] } })).toEqual(['leadership', 'owner']);
  expect(seers({ filedBy: 'x', aboutStaff: true })).toEqual(everyKind);
});

test('a report that turns out to be about an employee is the principal’s, also in a case others take part in', () => {
  const inCase: CasePeople = {
    kind: 'environment',
    staff: [{ staffId: 'x', part: 'participant' }],
    leadershipAccused: false,
  };
  expect(seers({ inCase })).toEqual(everyKind);
  const of = { ...report, inCase, aboutStaff: true, accused: ['a'] };
  expect(seers(of)).toEqual(['principal']);
  expect(maySeeReport(somebody('y', 'leadership', 'principal'), of)).toBe(true);
  expect(maySeeReport(somebody('y', 'social_teacher'), of)).toBe(false);
  expect(seers({ ...of, inCase: { ...inCase, kind: 'staff' } })).toEqual(everyKind);
  expect(seers({ ...of, inCase: { ...inCase, kind: 'staff', staff: [] } })).toEqual(['leadership', 'owner']);
});

test('the accused sees no report and no task of it, whatever they are', () => {
  const accused = somebody('a', ...everyKind);
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
  const signal = { ofHidden: false };
  const seen = who((actor) => maySeeSignal(actor, '5A', signal));
  expect(seen).toEqual(['contact_teacher', 'social_teacher', 'leadership']);
  expect(maySeeSignal(somebody('x', 'contact_teacher'), '5B', signal)).toBe(false);
  expect(maySeeSignal(ofNoClass, null, signal)).toBe(false);
  expect(who((actor) => maySeeSignal(actor, null, signal))).toEqual(['social_teacher', 'leadership']);
  expect(who(mayLeadMeetings)).toEqual(['social_teacher', 'leadership']);
});

test('signals of a hidden pupil are the own class’s and the principal’s', () => {
  const signal = { ofHidden: true };
  expect(who((actor) => maySeeSignal(actor, '5A', signal))).toEqual(['contact_teacher', 'principal']);
  expect(who((actor) => maySeeSignal(actor, null, signal))).toEqual(['principal']);
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

test('what a task came from hides it from whoever leads meetings and may not see that', () => {
  const of = (from: CasePeople | null, fromReport: ReportPeople | null) => {
    const task: TaskPeople = { ownerId: 'o', madeBy: 'm', from, fromReport };
    return who((actor) => maySeeTask(actor, task));
  };
  const open: CasePeople = { kind: 'environment', staff: [], leadershipAccused: false };
  const taking: CasePeople = { ...open, staff: [{ staffId: 'x', part: 'participant' }] };
  const staff: CasePeople = { ...open, kind: 'staff' };
  const aboutStaff = { ...report, aboutStaff: true, hasPrincipal: false };
  expect(of(open, null)).toEqual(['social_teacher', 'leadership']);
  expect(of(taking, null)).toEqual(['social_teacher', 'leadership']);
  expect(of(staff, null)).toEqual(['leadership']);
  expect(of({ ...staff, leadershipAccused: true }, null)).toEqual([]);
  expect(of(null, report)).toEqual(['social_teacher', 'leadership']);
  expect(of(null, aboutStaff)).toEqual(['leadership']);
  expect(of(staff, report)).toEqual(['leadership']);
  expect(of(open, aboutStaff)).toEqual(['leadership']);
});

test('whoever has or gave a task keeps it where they are not the accused', () => {
  const staff: CasePeople = {
    kind: 'staff',
    staff: [
      { staffId: 'a', part: 'accused' },
      { staffId: 'o', part: 'participant' },
    ],
    leadershipAccused: true,
  };
  const fromReport = { ...report, aboutStaff: true, accused: ['a'] };
  const task: TaskPeople = { ownerId: 'o', madeBy: 'm', from: staff, fromReport };
  expect(['o', 'm', 'a', 'x'].map((id) => maySeeTask(somebody(id, 'employee'), task))).toEqual([
    ...[true, true, false, false],
  ]);
  expect(maySeeTask(somebody('a', 'leadership'), { ...task, ownerId: 'a' })).toBe(false);
});
