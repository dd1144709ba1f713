import { expect, test } from 'vitest';
import { networkItems } from './counted-tables.ts';

const list = {
  ...{ sitting_id: 's1', grade: 5, listed: 12, responded: 12, class_id: 'c1', class_name: '5A' },
  ...{ questionnaire_id: 'sociogram-5-7', questionnaire_version: 1 },
};
const titles = new Map([
  ['recess', 'Friminutt'],
  ['work', 'Samarbeid'],
  ['sit-beside', 'Sitte ved siden av'],
]);

test('criteria come in the order of the questionnaire, whatever order their counts are read in', () => {
  const itemsOf = (read: readonly string[]) => {
    const counts = read.map((item_id) => ({
      ...{ sitting_id: 's1', grade: 5, item_id, outcome: 'mutual', count: 12 },
    }));
    return networkItems([list], counts, titles).map(({ system }) => system.item.itemId);
  };
  expect(itemsOf(['sit-beside', 'work', 'recess'])).toEqual(['recess', 'work', 'sit-beside']);
  expect(itemsOf(['recess', 'sit-beside'])).toEqual(['recess', 'sit-beside']);
  // One that no questionnaire names any more is not lost.
  expect(itemsOf(['b', 'a', 'work'])).toEqual(['work', 'a', 'b']);
});
