import { expect, test } from 'vitest';
import { stepOfClasses, stepStates, toldIn, type Standing } from './step-states.ts';

const record = (changes: Partial<Standing>): Standing => ({
  ...{ step: 'class', heldOn: '2026-11-20', finished: false, told: [] },
  ...changes,
});
const inClass = (...records: readonly Standing[]) => stepStates('class', records);

test('a step is done when any record of it says so, with the day of the latest', () => {
  const steps = inClass(record({ heldOn: '2026-11-24' }), record({ finished: true }));
  expect(steps).toEqual([
    { step: 'reports', state: 'none', latestOn: null },
    { step: 'class', state: 'done', latestOn: '2026-11-24' },
    { step: 'taken_up', state: 'none', latestOn: null },
    { step: 'measures', state: 'none', latestOn: null },
  ]);
});

test('the classes of a grade are done when all of them are, and begun when one is', () => {
  const [done, begun, none] = [
    inClass(record({ finished: true })),
    inClass(record({ heldOn: '2026-11-24' })),
    inClass(),
  ];
  expect(stepOfClasses([done, done])).toEqual({ step: 'class', state: 'done', latestOn: '2026-11-20' });
  expect(stepOfClasses([done, begun])).toEqual({ step: 'class', state: 'begun', latestOn: '2026-11-24' });
  expect(stepOfClasses([begun, none])).toMatchObject({ state: 'begun' });
  expect(stepOfClasses([none, none])).toEqual({ step: 'class', state: 'none', latestOn: null });
  expect(stepOfClasses([])).toMatchObject({ state: 'none' });
});

test('whom results are taken up with is named once', () => {
  expect(toldIn([record({ told: ['pupils', 'staff'] }), record({ told: ['staff'] })])).toEqual([
    'pupils',
    'staff',
  ]);
});
