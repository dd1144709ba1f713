import type { ReadRelease } from './read-release-file.ts';

/** What is odd about these files when they are read together, a line each. */
export function* notesOnFiles(releases: readonly ReadRelease[]): Generator<string> {
  for (const [i, one] of releases.entries()) {
    const twin = releases.slice(0, i).find(({ releaseId }) => releaseId === one.releaseId);
    if (twin === undefined) continue;
    yield twin.hash === one.hash
      ? `${one.file}: samme frigivelse som ${twin.file}.`
      : `${one.file}: samme frigivelse som ${twin.file}, men i en annen utgave. Begge er brukt.`;
  }
  const [first, ...others] = releases;
  if (first === undefined) return;
  const stranger = others.find(
    (one) =>
      !shareUnits(
        one,
        releases.filter((other) => other !== one),
      ),
  );
  if (stranger !== undefined)
    yield `${stranger.file}: ingen av gruppene er i de andre filene. Er den fra en annen skole?`;
}

const unitsOf = ({ document }: ReadRelease): ReadonlySet<string> =>
  new Set(document.tables.flatMap(({ items }) => items.flatMap(({ rows }) => rows.flatMap(({ of }) => of))));

const shareUnits = (one: ReadRelease, others: readonly ReadRelease[]): boolean => {
  const units = unitsOf(one);
  return units.size === 0 || others.some((other) => [...unitsOf(other)].some((unit) => units.has(unit)));
};
