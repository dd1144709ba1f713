import type { ThemeOverview } from '@samhold/contract';
import { expect, test } from 'vitest';
import { changeWords, lookCloser } from './look-closer.ts';
import { groupName, groupsOf, lineInWords } from './theme-lines.ts';

type Line = ThemeOverview['themes'][number]['lines'][number];
const rounds = ['r0', 'r1'].map((roundId, i) => ({
  ...{ roundId, name: `Runde ${i}`, schoolYear: '2026/2027', releasedAt: '2026-10-01T10:00:00Z' },
}));
const line = (groupId: string, shares: readonly (number | null)[], level: Line['level'] = 'grade'): Line => ({
  ...{ level, groupId },
  points: shares.map((shareAbove, k) => ({ roundId: `r${k}`, size: 40, shareAbove })),
});
const overview = (parts: Partial<ThemeOverview>): ThemeOverview => ({
  ...{ rounds, themes: [], changes: null, answered: [], bullying: [] },
  ...parts,
});
const recess = (lines: Line[]) => overview({ themes: [{ themeId: 'recess', lines }] });

test('a theme is low where under half of the answers of the newest round are above the middle', () => {
  expect(
    lookCloser(
      recess([line('5', [0.9, 0.45]), line('6', [0.4, 0.5]), line('7', [0.9, 0.4]), line('4', [0.4])]),
    ),
  ).toEqual([
    {
      about: 'Friminutt',
      seen: 'Mindre enn halvparten av svarene er over midten av skalaen på 5. trinn (45\u00a0%) og på 7. trinn (40\u00a0%).',
    },
  ]);
});

test('D4: a hidden share is never called low, only that much of a grade is hidden', () => {
  const said = lookCloser(recess([line('5', [0.4, null]), line('6', [0.4, null]), line('7', [0.4, 0.8])]));
  expect(said).toHaveLength(1);
  expect(said[0]?.seen).toMatch(/^Mer enn halvparten av temaene er skjermet på 5\. og 6\. trinn\./);
});

test('only a change downwards is something to look closer at', () => {
  const change = { level: 'grade' as const, groupId: '5', themeId: 'recess', text: null };
  const held = [
    { ...change, before: 0.8, now: 0.4 },
    { ...change, groupId: '6', before: 0.4, now: 0.8 },
  ];
  const said = lookCloser(overview({ changes: { roundBefore: 'r0', compared: 9, held } }));
  expect(said.map(({ seen }) => seen)).toEqual([
    'Friminutt på 5. trinn: 40\u00a0% nå, 80\u00a0% i runden før.',
  ]);
  expect(changeWords({ ...change, text: 'Har du noen å være med?', before: 4.25, now: 3 })).toBe(
    '«Har du noen å være med?» på 5. trinn: 3 nå, 4,3 i runden før.',
  );
});

test('how many are bullied is said where it is shown and somebody is, and who answered where few did', () => {
  const group = { level: 'grade' as const };
  const said = lookCloser(
    overview({
      bullying: [
        {
          ...{ itemId: 'b', text: 'Blir du mobbet?', from: 'To eller tre ganger i måneden' },
          groups: [
            { ...group, groupId: '5', answered: 46, bullied: 3 },
            { ...group, groupId: '6', answered: 50, bullied: 0 },
            { ...group, groupId: '7', answered: null, bullied: null },
          ],
        },
      ],
      answered: [
        { ...group, groupId: '5', points: [{ roundId: 'r1', size: 50, answered: 39 }] },
        { ...group, groupId: '6', points: [{ roundId: 'r1', size: 50, answered: 40 }] },
        { ...group, groupId: '7', points: [{ roundId: 'r1', size: 50, answered: null }] },
        { ...group, groupId: '4', points: [{ roundId: 'r0', size: 50, answered: 10 }] },
      ],
    }),
  );
  expect(said).toEqual([
    {
      about: 'Blir du mobbet?',
      seen: '«To eller tre ganger i måneden» eller oftere svarer 3 av 46 på 5. trinn.',
    },
    { about: 'Få svar', seen: 'Det svarte 39 av 50 på 5. trinn.' },
  ]);
});

test('groups are named by class, grade or grades together, and come in that order', () => {
  const lines = [line('1–4', [], 'school'), line('5', []), line('5A', [], 'class')];
  expect(groupsOf([{ themeId: 'recess', lines }]).map(groupName)).toEqual([
    '1.–4. trinn samlet',
    '5. trinn',
    '5A',
  ]);
});

test('a line in words says each round it was listed in, the hidden ones too', () => {
  expect(lineInWords(line('5', [0.8, null]), rounds)).toBe(
    'Runde 0 2026/2027: 80\u00a0%. Runde 1 2026/2027: skjermet',
  );
});
