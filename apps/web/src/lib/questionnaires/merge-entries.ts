import type { OwnEntry } from '@samhold/survey';
import { idOf } from './entries.ts';

const same = (a: OwnEntry | undefined, b: OwnEntry | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** An entry after the one it followed in `mine`, or first of all. */
const placed = (
  entries: readonly OwnEntry[],
  mine: readonly OwnEntry[],
  id: string,
  entry: OwnEntry,
): readonly OwnEntry[] => {
  const before = mine
    .slice(
      0,
      mine.findIndex((one) => idOf(one) === id),
    )
    .toReversed();
  const at = before
    .map((one) => entries.findIndex((other) => idOf(other) === idOf(one)))
    .find((place) => place !== -1);
  return entries.toSpliced((at ?? -1) + 1, 0, entry);
};

/**
 * Two drafts of one: the order is theirs, and what one of the two added, changed or left out is so. A question of the
 * school's that both have changed stays as theirs, with mine beside it as another, for somebody to choose between.
 */
export const mergeEntries = (
  base: readonly OwnEntry[],
  mine: readonly OwnEntry[],
  theirs: readonly OwnEntry[],
  newKey: () => string,
): readonly OwnEntry[] => {
  const found = (entries: readonly OwnEntry[], id: string) => entries.find((entry) => idOf(entry) === id);
  const kept = theirs.flatMap((entry): readonly OwnEntry[] => {
    const [was, own] = [found(base, idOf(entry)), found(mine, idOf(entry))];
    const isTheirs = !same(entry, was);
    if (was !== undefined && own === undefined) return isTheirs ? [entry] : [];
    return [own !== undefined && !isTheirs ? own : entry];
  });
  return mine.reduce<readonly OwnEntry[]>((entries, entry) => {
    const id = idOf(entry);
    const [was, other] = [found(base, id), found(theirs, id)];
    if (same(entry, was) || same(entry, other)) return entries;
    if (other === undefined) return placed(entries, mine, id, entry);
    if (same(other, was) || !('own' in entry)) return entries;
    const copy: OwnEntry = { own: { ...entry.own, key: newKey() } };
    return entries.toSpliced(entries.findIndex((one) => idOf(one) === id) + 1, 0, copy);
  }, kept);
};
