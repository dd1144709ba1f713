import type { ThemeOverview } from '@samhold/contract';
import { bulliedOptionIds, textIn, type Questionnaire } from '@samhold/survey';
import { byGroup, groupOf, type ReleasedTable } from './released-groups.ts';

/** How many answer that they are bullied, item by item and group by group; hidden when one of the figures it takes is. */
export const bullyingShown = (
  table: ReleasedTable,
  questionnaire: Questionnaire,
): ThemeOverview['bullying'] =>
  questionnaire.items.flatMap((item) => {
    if (item.type !== 'choice' || item.bullying === undefined) return [];
    const bullied = bulliedOptionIds(questionnaire, item);
    const released = table.items.find(({ itemId }) => itemId === item.id);
    const from = released?.options.find(({ optionId }) => optionId === bullied[0])?.text;
    if (released === undefined || from === undefined) return [];
    const groups = released.rows.flatMap((row) => {
      if (row.level === 'class') return [];
      const counts = row.counts.flatMap(({ optionId, count }) => (bullied.includes(optionId) ? [count] : []));
      let sum: number | null = row.answered === null ? null : 0;
      for (const count of counts) sum = sum === null || count === null ? null : sum + count;
      return [{ ...groupOf(table, row), answered: sum === null ? null : row.answered, bullied: sum }];
    });
    return [{ itemId: item.id, text: textIn(item.text, 'nb').text, from, groups: groups.sort(byGroup) }];
  });
