import { expect, test } from 'vitest';
import { attack } from './attack.ts';
import type { KnownTable } from './known-tables.ts';
import { cubeOf, documentOf, itemOf } from './made-release.fixture.ts';

const thresholds = { smallestGroup: 5, smallestCell: 3, smallestGroupSensitive: 5 };
const grade = cubeOf({
  '4A': { grade: 4, size: 20, counts: [11, 7, 1] },
  '4B': { grade: 4, size: 19, counts: [9, 7, 3] },
});

test('a table that does not agree with what is released settles nothing', () => {
  const about = { roundId: grade.roundId, items: [grade.itemId], options: ['a', 'b', 'c'] };
  // As if four more had chosen c: what is shown of the row leaves room for one.
  const tables: KnownTable[] = [{ ...about, units: ['4A', '4B'], counts: [11, 7, 5, 1, 9, 7, 3, 0] }];
  const document = documentOf(grade.roundId, [
    itemOf(grade, {
      levels: ['class'],
      hide: (group, column) => group === '4A' && (column === 'c' || column === null),
    }),
  ]);
  const given = { documents: [document], thresholds, range: 3, truth: [grade] };
  const found = attack({ ...given, tables });
  expect(found.narrow.map(({ group, column }) => `${group} ${column}`)).toContain('4A c');
  expect(found.narrow).toEqual(attack(given).narrow);
});
