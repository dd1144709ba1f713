import { describe, expect, test } from 'vitest';
import { attack, type Attack, type Attacked } from './attack.ts';
import { cubeOf, documentOf, itemOf, withTheme } from './made-release.fixture.ts';
import type { ReleasedItem } from './release-file.ts';

const thresholds = { smallestGroup: 5, smallestCell: 3, smallestGroupSensitive: 5 };
const tried = (items: readonly (readonly ReleasedItem[])[], more: Partial<Attack> = {}): Attacked =>
  attack({ documents: items.map((each) => documentOf('round-1', each)), thresholds, range: 3, ...more });
const narrowed = ({ narrow }: Attacked): readonly string[] =>
  narrow.map(({ group, column, low, high }) => `${group} ${column} ${low}–${high}`);

/** Two classes of one grade; few in 4A chose c. */
const grade = cubeOf({
  '4A': { grade: 4, size: 19, counts: [11, 7, 1] },
  '4B': { grade: 4, size: 19, counts: [9, 7, 3] },
});

describe('an attack on releases', () => {
  test('subtracts what is shown in a row from its size', () => {
    const found = tried([[itemOf(grade, { hide: (group, column) => group === '4A' && column === 'c' })]]);
    expect(narrowed(found)).toEqual(['4A c 1–1']);
    expect(found.narrowest).toMatchObject({
      group: '4A',
      column: 'c',
      low: 1,
      high: 1,
      beside: { known: 'nothing' },
    });
  });

  test('subtracts a class that is shown from its grade', () => {
    const found = tried([[itemOf(grade, { hide: (group) => group === '4A' })]]);
    expect(narrowed(found)).toContain('4A c 1–1');
  });

  test('puts together two releases that each hide enough', () => {
    const classes = itemOf(grade, { levels: ['class'], hide: (group) => group === '4A' });
    const whole = itemOf(grade, { levels: ['grade'] });
    expect(narrowed(tried([[classes]]))).toEqual([]);
    expect(narrowed(tried([[whole]]))).toEqual([]);
    expect(narrowed(tried([[classes], [whole]]))).toContain('4A c 1–1');
  });

  test('takes apart answers that two releases count together in two ways', () => {
    const ways = [
      { a: ['a'], bc: ['b', 'c'] },
      { ab: ['a', 'b'], c: ['c'] },
      { ac: ['a', 'c'], b: ['b'] },
    ];
    const silent = cubeOf({ '4A': { grade: 4, size: 24, counts: [11, 3, 1] } });
    const said = ways.map((columns) =>
      itemOf(silent, {
        columns,
        levels: ['class'],
        hide: (_, column) => column?.length === 1 || column === null,
      }),
    );
    expect(narrowed(tried([[said[0]!], [said[1]!]]))).toEqual([]);
    // Half of a + b, a + c and b + c is all three.
    expect(narrowed(tried(said.map((item) => [item])))).toContain('4A c 1–1');
  });

  test('reads a count out of a mean', () => {
    const hide = (_: string, column: string | null): boolean => column !== null && 'bc'.includes(column);
    expect(narrowed(tried([[itemOf(grade, { levels: ['class'], hide })]]))).toEqual([]);
    // b + c is 8 in 4A, and 11 × 3 + 7 × 2 + 1 points over 19 answers is 2.53.
    const withMean = itemOf(grade, { levels: ['class'], hide, meanBesideHidden: true });
    expect(withMean.rows[0]?.mean).toBe(2.53);
    expect(narrowed(tried([[withMean]]))).toContain('4A c 1–1');
  });

  test('reckons with a mean rounded half up', () => {
    // 21 of 8 answers is 2.625; 20 would be 2.5 and 22 2.75.
    const eight = cubeOf({ '4A': { grade: 4, size: 8, counts: [6, 1, 1] } });
    const item = itemOf(eight, { hide: (_, column) => column !== null, meanBesideHidden: true });
    expect(item.rows[0]?.mean).toBe(2.63);
    expect(tried([[item]], { truth: [eight] }).contradictions).toEqual([]);
    const rounded = { ...item, rows: item.rows.map((row) => ({ ...row, mean: 2.62 })) };
    expect(tried([[rounded]], { truth: [eight] }).contradictions).toHaveLength(1);
  });

  test('finds what one known answer gives away', () => {
    const four = cubeOf({ '4A': { grade: 4, size: 19, counts: [16, 1, 2] } });
    const item = itemOf(four, { hide: (_, column) => column !== 'a' && column !== null });
    const found = tried([[item]], { truth: [four] });
    expect(found.narrowest).toMatchObject({ low: 0, high: 3 });
    expect(narrowed(found)).toEqual(['4A b 1–3', '4A c 0–2']);
    const [one] = found.narrow;
    expect(one?.beside).toMatchObject({ known: 'one answer' });
  });

  test('finds what a reader knows of the sibling class', () => {
    const item = itemOf(grade, { hide: (group) => group.startsWith('4') });
    expect(narrowed(tried([[item]], { truth: [grade] }))).toEqual([]);
    const found = tried([[item]], { truth: [grade], ownClassKnown: true });
    expect(narrowed(found)).toContain('4A c 1–1');
    expect(found.narrow[0]?.beside).toEqual({ known: 'own class', classId: '4B' });
    const alone = itemOf(grade, { levels: ['class'], hide: () => true });
    expect(narrowed(tried([[alone]], { truth: [grade], ownClassKnown: true }))).toEqual([]);
  });

  test('does not call it a find that a large count is large', () => {
    const large = cubeOf({ '4A': { grade: 4, size: 20, counts: [10, 9, 1] } });
    const item = itemOf(large, { hide: (_, column) => column === 'a' });
    const found = tried([[item]]);
    expect(found).toMatchObject({ tried: 1, narrowest: null, narrow: [] });
  });

  test('tries nothing where nothing is hidden, and the sum of a hidden row is no secret', () => {
    expect(tried([[itemOf(grade)]])).toMatchObject({ tried: 0, narrowest: null, narrow: [] });
    expect(narrowed(tried([[itemOf(grade, { hide: () => true })]]))).toEqual([]);
  });

  test('does not try what another release shows', () => {
    const found = tried([[itemOf(grade, { hide: (group) => group === '4A' })], [itemOf(grade)]]);
    expect(found).toMatchObject({ tried: 0, narrow: [] });
  });

  test('says of which item documents contradict each other', () => {
    const other = cubeOf({
      ...Object.fromEntries(grade.units.map((unit) => [unit.unitId, { ...unit, counts: [10, 7, 1] }])),
    });
    const [classes, whole] = [itemOf(grade, { levels: ['class'] }), itemOf(other, { levels: ['grade'] })];
    expect(tried([[classes], [whole]]).contradictions).toEqual([{ roundId: 'round-1', itemId: 'item' }]);
  });

  test('keeps rounds and items apart', () => {
    const hidden = itemOf(grade, { levels: ['class'], hide: (group) => group === '4A' });
    const next = itemOf({ ...grade, itemId: 'other' }, { levels: ['grade'] });
    expect(narrowed(tried([[hidden, next]]))).toEqual([]);
    const documents = [
      documentOf('round-1', [hidden]),
      documentOf('round-2', [itemOf(grade, { levels: ['grade'] })]),
    ];
    expect(narrowed(attack({ documents, thresholds, range: 3 }))).toEqual([]);
  });

  describe('with shares of several items together', () => {
    const one = cubeOf({ '4A': { grade: 4, size: 12, counts: [9, 3] } }, { itemId: 'one' });
    const two = cubeOf({ '4A': { grade: 4, size: 12, counts: [11, 1] } }, { itemId: 'two' });
    const hidden = itemOf(two, { hide: (_, column) => column !== null });
    const attacked = (items: readonly ReleasedItem[], shares: boolean, truth = false): Attacked => {
      const document = documentOf('round-1', items);
      return attack({
        documents: [shares ? withTheme(document, [one, two]) : document],
        ...{ thresholds, range: 3, ...(truth ? { truth: [one, two] } : {}) },
      });
    };

    test('reads a count out of a share and the counts of another item', () => {
      expect(narrowed(attacked([itemOf(one), hidden], false))).toEqual([]);
      // 20 of 24 is 0.83, shown as 0.85: only 20 of 24 comes near enough.
      const found = attacked([itemOf(one), hidden], true);
      expect(narrowed(found)).toEqual(['school a 11–11', 'school b 1–1']);
      expect(found.narrow[0]).toMatchObject({ itemId: 'two', text: 'two' });
      expect(found.contradictions).toEqual([]);
    });

    test('tries what is known of a pupil before every item', () => {
      const both = [itemOf(one, { hide: (_, column) => column !== null }), hidden];
      const found = attacked(both, true, true);
      expect(found.contradictions).toEqual([]);
      // Both together have 4 on b: who knows somebody who chose b both times leaves 1 to 3 in each.
      expect(found.narrow.map(({ beside }) => beside.known)).toContain('one answer');
      expect(narrowed(attacked(both, false, true))).toEqual([]);
    });

    test('says so when a share is not what was answered', () => {
      const document = withTheme(documentOf('round-1', [itemOf(one), itemOf(two)]), [one, two]);
      for (const row of document.tables[0]?.themes?.[0]?.rows ?? []) row.shareAbove = 0.8;
      const found = attack({ documents: [document], thresholds, range: 3 });
      expect(found.contradictions.map(({ itemId }) => itemId)).toEqual(['one', 'two']);
    });
  });
});
