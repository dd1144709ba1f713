import type { OptionCount } from '../wellbeing/item-tally.ts';
import type { Thresholds } from './thresholds.ts';

/** One group's answers to one item: pupils on the list, and how many chose each option. */
export type GroupCounts = {
  readonly groupId: string;
  readonly size: number;
  readonly counts: readonly OptionCount[];
};

/** What decides whether figures about a group may be shown. */
export type ReleaseRule = {
  readonly thresholds: Thresholds;
  readonly sensitive: boolean;
  readonly sensitiveOptions: readonly string[];
};

export const answeredIn = (group: GroupCounts): number =>
  group.counts.reduce((sum, { count }) => sum + count, 0);

/** A group's cells: each option, and those who did not answer. They add up to its size. */
export const cellsOf = (group: GroupCounts): number[] => [
  ...group.counts.map(({ count }) => count),
  group.size - answeredIn(group),
];

export const smallestGroupFor = ({ thresholds, sensitive }: ReleaseRule): number =>
  sensitive
    ? Math.max(thresholds.smallestGroup, thresholds.smallestGroupSensitive)
    : thresholds.smallestGroup;

/**
 * Whether the figures of a group may be shown on their own: at least the smallest group answered, each cell is empty or
 * at least the smallest cell, and the answers do not all lie on sensitive options.
 *
 * When all cells are empty or large enough, so is every sum of them, hence also the complement of each cell. Answers
 * that all lie on one option are shown unless it is sensitive; several sensitive options count as one here, since
 * "everybody chose one of these" says of each pupil what a single option would.
 */
export function mayBeShown(group: GroupCounts, rule: ReleaseRule): boolean {
  const answered = answeredIn(group);
  if (answered < smallestGroupFor(rule) || answered === 0) return false;
  if (cellsOf(group).some((cell) => cell > 0 && cell < rule.thresholds.smallestCell)) return false;
  return !rule.sensitive || !allSensitive(group, answered, new Set(rule.sensitiveOptions));
}

function allSensitive(group: GroupCounts, answered: number, sensitive: ReadonlySet<string>): boolean {
  const onSensitive = group.counts.filter(({ optionId }) => sensitive.has(optionId));
  // Where every option is sensitive their sum says nothing; then only a single option that all chose does.
  const together = onSensitive.length < group.counts.length;
  const sum = onSensitive.reduce((total, { count }) => total + count, 0);
  return together ? sum === answered : onSensitive.some(({ count }) => count === answered);
}

/** Several groups as one: sizes and counts added. The groups have the same options in the same order. */
export function together(groupId: string, groups: readonly GroupCounts[]): GroupCounts {
  const options = groups[0]?.counts ?? [];
  return {
    groupId,
    size: groups.reduce((sum, { size }) => sum + size, 0),
    counts: options.map((option, i) => ({
      ...option,
      count: groups.reduce((sum, { counts }) => sum + (counts[i]?.count ?? 0), 0),
    })),
  };
}
