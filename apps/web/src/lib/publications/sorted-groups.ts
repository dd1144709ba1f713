import type { ReleasedRow } from '@samhold/contract';

const inOrder = new Intl.Collator('nb', { numeric: true });
const levels: readonly ReleasedRow['level'][] = ['grade', 'class', 'school'];

/** Grade by grade, then the classes, then all together. */
export const sortedGroups = <T extends Pick<ReleasedRow, 'level' | 'groupId'>>(
  rows: readonly T[],
): readonly T[] =>
  rows.toSorted(
    (a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || inOrder.compare(a.groupId, b.groupId),
  );
