import type { ReleasedDocument } from '@samhold/contract';
import { expect, test } from 'vitest';
import { overviewOf } from './overview-of-release.ts';
import { themesOver } from './theme-overview.ts';
import { whatChanged } from './what-changed.ts';
import { whoAnswered } from './who-answered.ts';

type Table = ReleasedDocument['tables'][number];
type Rows = Table['themes'][number]['rows'];
type ItemRow = Table['items'][number]['rows'][number];
const row = (
  level: Rows[number]['level'],
  groupId: string,
  shareAbove: number | null,
  size = 40,
): Rows[number] => ({ level, groupId, of: [groupId], size, shareAbove });
const itemRow = (
  groupId: string,
  counts: readonly (number | null)[],
  level: ItemRow['level'] = 'grade',
): ItemRow => ({
  ...{ level, groupId, of: [groupId], size: 40, mean: null },
  answered: counts.reduce((sum, count) => (sum === null || count === null ? null : sum + count), 0),
  counts: counts.map((count, i) => ({ optionId: `o${i}`, count })),
});
const options = [1, 3, 5].map((score, i) => ({ optionId: `o${i}`, text: `o${i}`, score, of: [`o${i}`] }));
const item = (itemId: string, rows: ItemRow[]): Table['items'][number] => ({
  ...{ itemId, theme: 'recess', text: `${itemId}?` },
  options,
  rows,
});
const round = (
  roundId: string,
  themes: Readonly<Record<string, Rows>>,
  items: Table['items'] = [],
  schoolYear = '2026/2027',
) => ({
  roundId,
  schoolYear,
  document: {
    ...{ kind: 'wellbeing' as const, roundId, roundName: roundId },
    tables: [
      {
        ...{ questionnaireId: 'q', questionnaireVersion: 1, fromGrade: 5, toGrade: 7, items },
        themes: Object.entries(themes).map(([themeId, rows]) => ({ themeId, items: ['i'], rows })),
      },
    ],
  },
});
const over = (...of: Parameters<typeof round>) => {
  const { document, ...ofRound } = round(...of);
  return { ...ofRound, overview: overviewOf(document) };
};
const all = () => true;

test('themes come in the order of the product, all together first, then grades in order, of what is asked for', () => {
  const rows = [
    row('school', 'school', 0.8),
    row('class', '5A', 0.9),
    row('grade', '6', null),
    row('grade', '5', 0.75),
  ];
  const rounds = [over('first', { own: rows, safety: rows, wellbeing: rows })];
  const themes = themesOver(rounds, ({ level }) => level !== 'class');
  expect(themes.map(({ themeId }) => themeId)).toEqual(['wellbeing', 'safety', 'own']);
  expect(themes[0]?.lines.map(({ groupId }) => groupId)).toEqual(['5–7', '5', '6']);
  expect(themesOver(rounds, all)[0]?.lines.map(({ groupId }) => groupId)).toEqual(['5–7', '5', '6', '5A']);
});

test('a line has a point for each round that listed the group, hidden ones too', () => {
  const [theme] = themesOver(
    [
      over('first', { safety: [row('grade', '5', 0.8)] }),
      over('second', { safety: [row('grade', '5', null), row('grade', '6', 0.6)] }),
    ],
    all,
  );
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

test('who answered is what the item that most answered tells, and hidden where all are', () => {
  const rounds = [
    over('first', {}, [
      item('a', [itemRow('5', [3, 4, 29]), itemRow('6', [null, 4, 29])]),
      item('b', [itemRow('5', [3, 4, 31]), itemRow('6', [3, 4, null])]),
    ]),
  ];
  expect(whoAnswered(rounds)).toEqual([
    { level: 'grade', groupId: '5', points: [{ roundId: 'first', size: 40, answered: 38 }] },
    { level: 'grade', groupId: '6', points: [{ roundId: 'first', size: 40, answered: null }] },
  ]);
});

test('of a class of two grades who answered is the most that either of its questionnaires tells', () => {
  const told = (...numbers: readonly (number | null)[]) => {
    const rounds = numbers.map((count, at) =>
      over('first', {}, [item(`i${at}`, [itemRow('4–5', [count, 4, 29], 'class')])]),
    );
    const tables = rounds.flatMap(({ overview }) => overview.tables);
    const ofRound = { roundId: 'first', schoolYear: '2026/2027' };
    const [line] = whoAnswered([{ ...ofRound, overview: { roundName: 'first', tables } }]);
    expect(line).toMatchObject({ level: 'class', groupId: '4–5' });
    return line?.points;
  };
  expect(told(null, 4)).toEqual([{ roundId: 'first', size: 40, answered: 37 }]);
  expect(told(5, 4, null)).toEqual([{ roundId: 'first', size: 40, answered: 38 }]);
  expect(told(null, null)).toEqual([{ roundId: 'first', size: 40, answered: null }]);
});

test('a change holds when it is more than rounding and chance, and not when it is less', () => {
  const at = (share: number | null, size = 200) => ({ safety: [row('grade', '5', share, size)] });
  const held = (was: number | null, is: number | null, size?: number) =>
    whatChanged(round('was', at(was, size)), round('is', at(is, size)))?.held;
  expect(held(0.5, 0.75)).toEqual([
    { level: 'grade', groupId: '5', themeId: 'safety', text: null, before: 0.5, now: 0.75 },
  ]);
  // 10 points of 200 lie within chance once the rounding is taken off, and 25 of 40 too.
  expect(held(0.5, 0.6)).toEqual([]);
  expect(held(0.5, 0.75, 40)).toEqual([]);
  expect(held(0.5, 0.55, 100_000)).toEqual([]);
});

test('D4: nothing is said of a change when something it takes is hidden', () => {
  const rows = (was: number | null, is: number | null) => {
    const [before, now] = [was, is].map((count, i) =>
      round(`r${i}`, { safety: [row('grade', '5', count === null ? null : i)] }, [
        item('a', [itemRow('5', i === 0 ? [30, 5, count] : [count, 5, 30])]),
      ]),
    );
    return whatChanged(before, now);
  };
  expect(rows(0, 0)).toMatchObject({ compared: 2, held: [{ text: null }, { text: 'a?', before: 9 / 7 }] });
  expect(rows(null, 0)).toMatchObject({ compared: 0, held: [] });
  expect(rows(0, null)).toMatchObject({ compared: 0, held: [] });
});

test('a grade is not compared with the other pupils who were in it the school year before', () => {
  const rows = { safety: [row('grade', '5', 0.5, 400)] };
  const before = round('spring', rows, [], '2025/2026');
  expect(whatChanged(before, round('autumn', rows))).toBeNull();
  expect(whatChanged(undefined, before)).toBeNull();
});

test('what is asked otherwise now is not compared', () => {
  const before = round('was', {}, [item('a', [itemRow('5', [30, 5, 0])])]);
  const other = { ...item('a', [itemRow('5', [0, 5, 30])]), options: options.slice(0, 2) };
  expect(whatChanged(before, round('is', {}, [other]))?.compared).toBe(0);
});

test('a theme of other items is not compared, nor a questionnaire of another version, nor a class', () => {
  const themes = { safety: [row('grade', '5', 0.2, 200)] };
  const before = round('was', themes);
  const now = round('is', { safety: [row('grade', '5', 0.8, 200)] });
  const changed = (edit: (table: Table) => Table) => {
    const document = { ...now.document, tables: now.document.tables.map(edit) };
    return whatChanged(before, { ...now, document })?.compared;
  };
  expect(changed((table) => table)).toBe(1);
  const otherItems = (table: Table): Table['themes'] =>
    table.themes.map((theme) => ({ ...theme, items: ['i', 'j'] }));
  expect(changed((table) => ({ ...table, themes: otherItems(table) }))).toBe(0);
  expect(changed((table) => ({ ...table, questionnaireVersion: 2 }))).toBe(0);
  const ofClass = (share: number, counts: readonly number[]) =>
    round('class', { safety: [row('class', '5A', share, 200)] }, [
      item('a', [itemRow('5A', counts, 'class')]),
    ]);
  expect(whatChanged(ofClass(0.2, [30, 5, 0]), ofClass(0.8, [0, 5, 30]))?.compared).toBe(0);
});
