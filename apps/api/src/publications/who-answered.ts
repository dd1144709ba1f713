import type { ThemeOverview } from '@samhold/contract';
import { byGroup, groupOf, type ReleasedOverview } from './released-groups.ts';

type Answered = ThemeOverview['answered'];

/**
 * How many of each group answered, as far as its releases tell: on the item that most answered, of those whose number is shown.
 * The number is hidden where a few did not answer, and nothing else is counted here.
 */
export const whoAnswered = (rounds: readonly ReleasedOverview[]): Answered => {
  const groups = new Map<string, Answered[number]>();
  for (const { roundId, overview } of rounds)
    for (const table of overview.tables)
      for (const row of table.answered) {
        const group = groupOf(table, row);
        const key = `${group.level} ${group.groupId}`;
        const line = groups.get(key) ?? { ...group, points: [] };
        groups.set(key, line);
        // A class of two grades is in the tables of both.
        const point = line.points.find((one) => one.roundId === roundId);
        if (point === undefined) line.points.push({ roundId, size: row.size, answered: row.answered });
        else if (row.answered !== null) point.answered = Math.max(point.answered ?? 0, row.answered);
      }
  return [...groups.values()].sort(byGroup);
};
