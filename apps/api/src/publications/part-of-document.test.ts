import type { ReleasedDocument } from '@samhold/contract';
import { expect, test } from 'vitest';
import { ofClass, ofGrade } from './part-of-document.ts';

type Table = ReleasedDocument['tables'][number];
type Level = Table['themes'][number]['rows'][number]['level'];

const groups: readonly (readonly [Level, string])[] = [
  ['class', '5A'],
  ['class', '5B'],
  ['class', '4–5'],
  ['class', '6A'],
  ['grade', '5'],
  ['grade', '6'],
  ['school', 'school'],
];
const of = groups.map(([level, groupId]) => ({ level, groupId, of: [groupId], size: 20 }));
const table = (questionnaireId: string, listed: typeof of): Table => ({
  ...{ questionnaireId, questionnaireVersion: 1, fromGrade: 5, toGrade: 7 },
  items: [
    {
      ...{ itemId: 'a', theme: 'safety', text: 'A?', options: [] },
      rows: listed.map((row) => ({ ...row, answered: 20, mean: null, counts: [] })),
    },
  ],
  themes: [{ themeId: 'safety', items: ['a'], rows: listed.map((row) => ({ ...row, shareAbove: 0.5 })) }],
});
const document: ReleasedDocument = {
  ...{ kind: 'wellbeing', roundId: 'r', roundName: 'Vår' },
  tables: [table('q', of), table('other', of.slice(3, 4))],
};
const groupsIn = ({ tables }: ReleasedDocument) =>
  tables.map(({ items, themes }) => {
    const rows = items.flatMap((item) => item.rows).map(({ groupId }) => groupId);
    expect(themes.flatMap((theme) => theme.rows).map(({ groupId }) => groupId)).toEqual(rows);
    return rows;
  });

test('the part of a class is its own rows, of the tables that have one', () => {
  expect(groupsIn(ofClass(document, '5A'))).toEqual([['5A']]);
  expect(groupsIn(ofClass(document, '6A'))).toEqual([['6A'], ['6A']]);
});

test('the part of a grade is the grade and the classes that have no pupils of another', () => {
  const lists = [
    ...['5A', '5B', '4–5'].map((name) => ({ grade: 5, class_name: name })),
    ...['4–5', '6A'].map((name) => ({ grade: name === '6A' ? 6 : 4, class_name: name })),
  ];
  expect(groupsIn(ofGrade(document, 5, lists))).toEqual([['5A', '5B', '5']]);
});
