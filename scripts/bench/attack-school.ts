import { attack, widthOf, type Interval } from '../disclosure/attack.ts';
import type { ItemCube } from '../disclosure/item-cube.ts';
import { hasSeen, lowestThresholds, tiers, type ReleaseFile } from '../disclosure/release-file.ts';

/** What an attack by the readers of every tier has found, with the truth at hand. */
export type Findings = {
  readonly tried: number;
  readonly narrowest: Interval | null;
  readonly narrow: readonly Interval[];
  readonly open: number;
  readonly contradictions: number;
};

/** The readers of every tier try all that they have seen of a round: with nothing known, one answer, and inside the school their own class. */
export function attackRound(files: readonly ReleaseFile[], cubes: readonly ItemCube[]): Findings {
  return joined(
    tiers.map((tier) => {
      const found = attack({
        documents: files.filter((file) => hasSeen(tier, file)).map(({ document }) => document),
        ...{ thresholds: lowestThresholds[tier], range: 3, truth: cubes, ownClassKnown: tier === 'inner' },
      });
      return { ...found, open: found.open.length, contradictions: found.contradictions.length };
    }),
  );
}

export const joined = (all: readonly Findings[]): Findings => ({
  tried: all.reduce((sum, { tried }) => sum + tried, 0),
  narrowest:
    all.flatMap(({ narrowest }) => narrowest ?? []).toSorted((a, b) => widthOf(a) - widthOf(b))[0] ?? null,
  narrow: all.flatMap(({ narrow }) => narrow),
  open: all.reduce((sum, { open }) => sum + open, 0),
  contradictions: all.reduce((sum, { contradictions }) => sum + contradictions, 0),
});
