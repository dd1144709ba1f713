import { byCodeUnit } from '../networks/clean-network.ts';
import { summariseItem, type ItemSummary } from '../wellbeing/summarise-item.ts';
import {
  answeredIn,
  mayBeShown,
  smallestGroupFor,
  together,
  type GroupCounts,
  type ReleaseRule,
} from './cells.ts';
import { remainderIsSafe } from './hidden-remainder.ts';

/** One item over the groups of a school, before release. */
export type ItemTable = ReleaseRule & {
  /** Groups that do not overlap, each with the same options in the same order; skipped answers are not counted. */
  readonly groups: readonly GroupCounts[];
  /** The id of the row for all groups together, or null when none is wanted. */
  readonly totalId: string | null;
};

export type ShownRow = {
  readonly groupId: string;
  readonly shown: true;
  /** Pupils on the list. */
  readonly size: number;
  readonly counts: readonly { readonly optionId: string; readonly count: number }[];
} & ItemSummary;

/** A hidden row holds no figure at all, nor why it is hidden. */
export type HiddenRow = { readonly groupId: string; readonly shown: false };

export type ReleasedRow = ShownRow | HiddenRow;

export type ReleasedTable = {
  /** By group id. A group under the smallest group is not listed. */
  readonly rows: readonly ReleasedRow[];
  readonly total: ReleasedRow | null;
};

/**
 * The release rule for one item in one table: which rows, and whether the total, may be shown.
 *
 * A row is shown when it may be on its own (`mayBeShown`). The total is shown when it may be on its own and what is
 * left after subtracting the shown rows may be too (`remainderIsSafe`). If only that stands in the way, one more row is
 * hidden to keep the total: of the rows that make the remainder safe the one with the fewest answers, then the first
 * by id. Otherwise the total is hidden. Rows come in the order of their ids, so that their order tells nothing.
 *
 * The table is judged alone: what other tables, earlier rounds or own knowledge add is not considered.
 *
 * @throws RangeError when a count or size is not a whole number from 0 up, when more answered than are on the list,
 *   when a group id is repeated, or when groups have different options.
 */
export function releaseTable(table: ItemTable): ReleasedTable {
  check(table);
  const groups = table.groups.toSorted((a, b) => byCodeUnit(a.groupId, b.groupId));
  const listed = groups.filter(({ size }) => size >= smallestGroupFor(table));
  const showable = listed.filter((group) => mayBeShown(group, table));
  const total = table.totalId === null ? null : together(table.totalId, groups);
  const withTotal =
    total !== null && mayBeShown(total, table) ? shownBesideTotal(groups, showable, table) : null;
  const shown = new Set(withTotal ?? showable);
  return {
    rows: listed.map((group) => (shown.has(group) ? shownRow(group) : hiddenRow(group))),
    total: total === null ? null : withTotal === null ? hiddenRow(total) : shownRow(total),
  };
}

/** The rows to show beside the total, or null when no choice tried keeps the total safe. */
function shownBesideTotal(
  groups: readonly GroupCounts[],
  showable: readonly GroupCounts[],
  rule: ReleaseRule,
): readonly GroupCounts[] | null {
  const cheapestFirst = showable.toSorted((a, b) => answeredIn(a) - answeredIn(b));
  const choices = [showable, ...cheapestFirst.map((extra) => showable.filter((group) => group !== extra))];
  return (
    choices.find((shown) =>
      remainderIsSafe(
        groups.filter((group) => !shown.includes(group)),
        rule,
      ),
    ) ?? null
  );
}

const hiddenRow = ({ groupId }: GroupCounts): HiddenRow => ({ groupId, shown: false });

function shownRow(group: GroupCounts): ShownRow {
  return {
    groupId: group.groupId,
    shown: true,
    size: group.size,
    counts: group.counts.map(({ optionId, count }) => ({ optionId, count })),
    ...summariseItem({ counts: group.counts, skipped: 0, notReached: 0 }),
  };
}

function check({ groups }: ItemTable): void {
  const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
  const options = (group: GroupCounts): string =>
    JSON.stringify(group.counts.map(({ optionId, score }) => [optionId, score]));
  for (const group of groups) {
    if (!isCount(group.size) || !group.counts.every(({ count }) => isCount(count))) {
      throw new RangeError(`group ${group.groupId} has a figure that is not a count`);
    }
    if (answeredIn(group) > group.size) throw new RangeError(`more answers than pupils in ${group.groupId}`);
    if (options(group) !== options(groups[0] ?? group)) {
      throw new RangeError(`group ${group.groupId} has other options`);
    }
  }
  if (new Set(groups.map(({ groupId }) => groupId)).size < groups.length) {
    throw new RangeError('a group occurs twice');
  }
}
