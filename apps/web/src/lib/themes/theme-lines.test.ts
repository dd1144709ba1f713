import { expect, test } from 'vitest';
import { changesSeen, lineName } from './theme-lines.ts';

const line = (groupId: string, shares: readonly (number | null)[], level: 'grade' | 'school' = 'grade') => ({
  level,
  groupId,
  points: shares.map((shareAbove, k) => ({ roundId: `r${k}`, size: 40, shareAbove })),
});
const overview = (lines: ReturnType<typeof line>[]) => ({
  rounds: [],
  themes: [{ themeId: 'safety', lines }],
});

test('a change is seen from two steps up, either way, since the round before', () => {
  const seen = changesSeen(
    overview([
      line('5', [0.5, 0.8, 0.7]),
      line('6', [0.8, 0.75]),
      line('7', [0.6, 0.7]),
      line('1–4', [0.7], 'school'),
    ]),
  );
  expect(
    seen.map(({ line: of, before, now, roundBefore }) => [of.groupId, before, now, roundBefore]),
  ).toEqual([
    ['5', 0.8, 0.7, 'r1'],
    ['7', 0.6, 0.7, 'r0'],
  ]);
});

test('D4: nothing is said of a change when one of the two is hidden', () => {
  expect(changesSeen(overview([line('5', [0.9, null]), line('6', [0.9, null, 0.5])]))).toEqual([]);
});

test('a line is named by its grade, or its grades together', () => {
  expect([lineName(line('5', [])), lineName(line('1–4', [], 'school'))]).toEqual([
    '5. trinn',
    '1.–4. trinn samlet',
  ]);
});
