import { BadInput } from '../analyse/bad-input.ts';
import { actualAnswers } from './check-system.ts';
import type { ItemCube } from './item-cube.ts';
import type { ReadRelease } from './read-release-file.ts';
import { showsSomething } from './release-file.ts';

/**
 * The actual answers that lie in the school's own files, for every item of which the releases show something; null when no file is given.
 * @throws BadInput when a file has none, or such an item is in no file.
 */
export function truthOf(
  own: readonly ReadRelease[],
  releases: readonly ReadRelease[],
): readonly ItemCube[] | null {
  if (own.length === 0) return null;
  const cubes = new Map<string, ItemCube>();
  for (const { file, audit } of own) {
    if (audit === undefined) throw new BadInput(`${file}: filen har ikke de virkelige svarene.`);
    for (const system of audit.viewpoints.flatMap(({ systems }) => systems))
      cubes.set(
        JSON.stringify([system.roundId, system.questionnaireId, system.itemId]),
        actualAnswers(system),
      );
  }
  for (const { file, document } of releases) {
    for (const { questionnaireId, items } of document.tables) {
      const missing = items.find(
        (item) =>
          showsSomething(item) &&
          !cubes.has(JSON.stringify([document.roundId, questionnaireId, item.itemId])),
      );
      if (missing !== undefined)
        throw new BadInput(`${file}: svarene på «${missing.itemId}» er ikke i filene gitt med --truth.`);
    }
  }
  return [...cubes.values()];
}
