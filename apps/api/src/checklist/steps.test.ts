import { checklistSteps } from '@samhold/contract';
import { describe, expect, test } from 'vitest';
import type { Holder, ListedClass } from './queries.ts';
import { stepsOf, type Readiness } from './steps.ts';

const nothing: Readiness = {
  hasYear: false,
  methodTested: false,
  ownSignIn: false,
  holders: [],
  classes: [],
  hasGrounds: false,
  calendarLookedOver: false,
  roundPlanned: false,
};
const holder = (staffId: string, kind: string, more: Partial<Holder> = {}): Holder => ({
  staffId,
  kind,
  classId: null,
  trained: false,
  signsIn: false,
  ...more,
});
const listed = (name: string, pupils = 20, getIn = 0): ListedClass => ({
  classId: name,
  name,
  pupils,
  getIn,
});
const stepOf = (now: Partial<Readiness>, code: (typeof checklistSteps)[number]) =>
  stepsOf({ ...nothing, ...now }).find((step) => step.code === code);

test('the steps come in the order of the contract, and of nothing none is done', () => {
  const steps = stepsOf(nothing);
  expect(steps.map(({ code }) => code)).toEqual(checklistSteps);
  expect(steps.filter(({ done }) => done)).toEqual([]);
});

test('only the ways in are optional', () => {
  expect(stepsOf(nothing).flatMap(({ code, optional }) => (optional ? [code] : []))).toEqual(['ways_in']);
});

test('each is the administrator’s or leadership’s to do', () => {
  expect(stepsOf(nothing).flatMap(({ code, by }) => (by === 'leadership' ? [code] : []))).toEqual([
    'contact_teachers',
    'training',
    'grounds',
    'first_round',
  ]);
});

test.each([
  ['school_year', { hasYear: true }],
  ['sign_in_method', { methodTested: true }],
  ['own_sign_in', { ownSignIn: true }],
  ['grounds', { hasGrounds: true }],
  ['calendar', { calendarLookedOver: true }],
  ['first_round', { roundPlanned: true }],
] as const)('%s is done when %o, and nothing else is', (code, now) => {
  const steps = stepsOf({ ...nothing, ...now });
  expect(steps.flatMap((step) => (step.done ? [step.code] : []))).toEqual([code]);
  expect(stepOf(now, code)).toMatchObject({ reached: 1, all: 1 });
  expect(stepOf({}, code)).toMatchObject({ reached: 0, all: 1 });
});

describe('leadership', () => {
  test('is there when one who leads can sign in', () => {
    const holders = [holder('a', 'leadership'), holder('b', 'leadership')];
    expect(stepOf({ holders }, 'leadership')).toMatchObject({ done: false, reached: 0, all: 2 });
    const one = [...holders, holder('c', 'leadership', { signsIn: true })];
    expect(stepOf({ holders: one }, 'leadership')).toMatchObject({ done: true, reached: 1, all: 3 });
  });

  test('is not an administrator who can sign in', () => {
    const holders = [holder('a', 'administrator', { signsIn: true })];
    expect(stepOf({ holders }, 'leadership')).toMatchObject({ done: false, reached: 0, all: 0 });
  });

  test('is counted by people, not by relations', () => {
    const twice = holder('a', 'leadership', { signsIn: true });
    expect(stepOf({ holders: [twice, twice] }, 'leadership')).toMatchObject({ reached: 1, all: 1 });
  });
});

describe('contact teachers', () => {
  test('are wanted for each class, and the classes without one are named in order', () => {
    const classes = [listed('1A'), listed('1B'), listed('2A')];
    const holders = [holder('a', 'contact_teacher', { classId: '1B' })];
    expect(stepOf({ classes, holders }, 'contact_teachers')).toMatchObject({
      done: false,
      reached: 1,
      all: 3,
      waiting: ['1A', '2A'],
    });
  });

  test('are there when every class has one, whoever else it has', () => {
    const classes = [listed('1A')];
    const substitute = holder('a', 'substitute', { classId: '1A' });
    expect(stepOf({ classes, holders: [substitute] }, 'contact_teachers')).toMatchObject({ waiting: ['1A'] });
    const holders = [
      holder('b', 'contact_teacher', { classId: '1A' }),
      holder('c', 'contact_teacher', { classId: '1A' }),
    ];
    expect(stepOf({ classes, holders }, 'contact_teachers')).toMatchObject({
      done: true,
      reached: 1,
      all: 1,
      waiting: [],
    });
  });

  test('of more than ten classes that wait, ten are named and all are counted', () => {
    const classes = Array.from({ length: 14 }, (_, at) => listed(`K${String(at + 10)}`));
    const step = stepOf({ classes }, 'contact_teachers');
    expect(step?.waiting).toHaveLength(10);
    expect(step).toMatchObject({ reached: 0, all: 14 });
  });

  test('are not there as long as no class is', () => {
    expect(stepOf({}, 'contact_teachers')).toMatchObject({ done: false, reached: 0, all: 0 });
  });
});

describe('training', () => {
  const teaches = (staffId: string, classId: string, trained: boolean) =>
    holder(staffId, 'contact_teacher', { classId, trained });

  test('is wanted of everyone with a class, counted by people', () => {
    const holders = [teaches('a', '1A', true), teaches('a', '1B', true), teaches('b', '1B', false)];
    expect(stepOf({ holders }, 'training')).toMatchObject({ done: false, reached: 1, all: 2 });
    const all = [...holders.slice(0, 2), teaches('b', '1B', true)];
    expect(stepOf({ holders: all }, 'training')).toMatchObject({ done: true, reached: 2, all: 2 });
  });

  test('is not wanted of those without a class, and is not done when nobody has one', () => {
    const holders = [holder('a', 'leadership'), holder('b', 'administrator', { trained: true })];
    expect(stepOf({ holders }, 'training')).toMatchObject({ done: false, reached: 0, all: 0 });
  });
});

describe('pupils', () => {
  test('are the roster, counted over the classes they are in', () => {
    expect(stepOf({ classes: [listed('1A', 18), listed('1B', 21)] }, 'roster')).toMatchObject({
      done: true,
      reached: 39,
      all: 2,
    });
    expect(stepOf({}, 'roster')).toMatchObject({ done: false, reached: 0, all: 0 });
  });

  test('have ways in when all of them do', () => {
    const classes = [listed('1A', 18, 18), listed('1B', 21, 20)];
    expect(stepOf({ classes }, 'ways_in')).toMatchObject({ done: false, reached: 38, all: 39 });
    const all = [listed('1A', 18, 18), listed('1B', 21, 21)];
    expect(stepOf({ classes: all }, 'ways_in')).toMatchObject({ done: true, reached: 39, all: 39 });
  });
});
