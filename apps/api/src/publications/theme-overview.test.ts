import type { ReleasedDocument } from '@samhold/contract';
import { expect, test } from 'vitest';
import { themesOver } from './theme-overview.ts';

type Rows = ReleasedDocument['tables'][number]['themes'][number]['rows'];
const row = (level: Rows[number]['level'], groupId: string, shareAbove: number | null): Rows[number] => ({
  level,
  groupId,
  of: [groupId],
  size: 40,
  shareAbove,
});
const round = (roundId: string, themes: Readonly<Record<string, Rows>>) => ({
  roundId,
  document: {
    kind: 'wellbeing' as const,
    roundId,
    roundName: roundId,
    tables: [
      {
        questionnaireId: 'q',
        questionnaireVersion: 1,
        fromGrade: 5,
        toGrade: 7,
        items: [],
        themes: Object.entries(themes).map(([themeId, rows]) => ({ themeId, items: ['i'], rows })),
      },
    ],
  },
});

test('themes come in the order of the product, grades in order, then all together, without classes', () => {
  const rows = [
    row('school', 'school', 0.8),
    row('class', '5A', 0.9),
    row('grade', '6', null),
    row('grade', '5', 0.75),
  ];
  const themes = themesOver([round('first', { own: rows, safety: rows, wellbeing: rows })]);
  expect(themes.map(({ themeId }) => themeId)).toEqual(['wellbeing', 'safety', 'own']);
  expect(themes[0]?.lines.map(({ groupId }) => groupId)).toEqual(['5', '6', '5–7']);
});

test('a line has a point for each round that listed the group, hidden ones too', () => {
  const [theme] = themesOver([
    round('first', { safety: [row('grade', '5', 0.8)] }),
    round('second', { safety: [row('grade', '5', null), row('grade', '6', 0.6)] }),
  ]);
  expect(theme?.lines.map(({ groupId, points }) => [groupId, points])).toEqual([
    [
      '5',
      [
        { roundId: 'first', size: 40, shareAbove: 0.8 },
        { roundId: 'second', size: 40, shareAbove: null },
      ],
    ],
    ['6', [{ roundId: 'second', size: 40, shareAbove: 0.6 }]],
  ]);
});
