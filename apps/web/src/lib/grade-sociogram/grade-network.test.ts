import { tiesInWords } from '@samhold/analysis';
import type { GradeSociogram } from '@samhold/contract';
import { expect, test } from 'vitest';
import { byClass, gradeNetwork, toldOf } from './grade-network.ts';

const sociogram = (acrossGrade: boolean): GradeSociogram => ({
  opening: {
    openingId: 'o',
    roundId: 'r',
    roundName: 'Høst',
    grade: 5,
    reason: 'Nye grupper',
    fromOn: '2026-11-01',
    untilOn: '2026-11-20',
    openedBy: 'Rektor',
    openedAt: '2026-11-01T08:00:00Z',
    endedAt: null,
    state: 'open',
  },
  acrossGrade,
  closedAt: '2026-10-20T08:00:00Z',
  pupils: [
    { pupilId: 'a', label: 'Ada', className: '5A', responded: true },
    { pupilId: 'b', label: 'Bo', className: '5A', responded: true },
    { pupilId: 'c', label: 'Cem', className: '5B', responded: true },
    { pupilId: 'd', label: 'Dina', className: '5B', responded: false },
  ],
  criteria: [
    {
      criterionId: 'recess',
      title: 'Friminutt',
      choices: [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'a' },
        ...(acrossGrade ? [{ from: 'c', to: 'a' }] : []),
      ],
    },
    { criterionId: 'work', title: 'Samarbeid', choices: [{ from: 'a', to: 'b' }] },
  ],
});

test('a pupil of another class is told of with the class', () => {
  const grade = sociogram(true);
  const told = toldOf(gradeNetwork(grade, null), grade, 'a');
  expect(tiesInWords(told, 'a')).toEqual([
    'Valgt av 2 av 2 som svarte.',
    'Gjensidig med Bo.',
    'Også valgt av Cem (5B).',
  ]);
});

test('where choices stay in the class, only classmates could have chosen', () => {
  const grade = sociogram(false);
  expect(tiesInWords(toldOf(gradeNetwork(grade, null), grade, 'a'), 'a')[0]).toBe(
    'Valgt av 1 av 1 som svarte.',
  );
  expect(byClass(gradeNetwork(grade, null), grade).map(({ network }) => network.respondents)).toEqual([2, 1]);
});

test('the classes come in order, each with its own pupils and the choices of the whole grade', () => {
  const grade = sociogram(true);
  const classes = byClass(gradeNetwork(grade, 'recess'), grade);
  expect(
    classes.map(({ className, network }) => [className, network.pupils.map(({ label }) => label)]),
  ).toEqual([
    ['5A', ['Ada', 'Bo']],
    ['5B', ['Cem', 'Dina']],
  ]);
  expect(classes[0]?.network.pupils[0]).toMatchObject({ received: 2, given: 1, mutual: 1 });
  expect(classes[0]?.network.respondents).toBe(3);
});
