import { attack, widthOf, type Interval } from '../disclosure/attack.ts';
import type { ItemCube } from '../disclosure/item-cube.ts';
import type { Kind } from '../disclosure/made-school.ts';
import type { KnownTable } from '../disclosure/known-tables.ts';
import { hasSeen, lowestThresholds, tiers, type ReleaseFile } from '../disclosure/release-file.ts';
import { verify } from '../disclosure/verify.ts';

/** Of twenty schools, three with small classes and three where two grades share a class. */
export const kindOf = (school: number): Kind =>
  school % 7 === 5 ? 'small' : school % 7 === 6 ? 'mixed' : 'ordinary';

/** What an attack by the readers of every tier has found, with the truth at hand. */
export type Findings = {
  readonly tried: number;
  readonly narrowest: Interval | null;
  readonly narrow: readonly Interval[];
  readonly open: number;
  readonly contradictions: number;
};

/**
 * The readers of every tier try all that they have seen of a round: with nothing known, one answer, and inside the school their own
 * class. `tables` are some to begin from.
 */
export function attackRound(
  files: readonly ReleaseFile[],
  cubes: readonly ItemCube[],
  tables: readonly KnownTable[] = [],
): Findings {
  return joined(
    tiers.map((tier) => {
      const found = attack({
        documents: files.filter((file) => hasSeen(tier, file)).map(({ document }) => document),
        ...{
          thresholds: lowestThresholds[tier],
          range: 3,
          truth: cubes,
          tables,
          ownClassKnown: tier === 'inner',
        },
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

/** What the verifier finds in releases, each held against those before it. */
export const faultsIn = (files: readonly ReleaseFile[]): readonly string[] =>
  files.flatMap((file, i) => [
    ...verify(file, files.slice(0, i), { systems: 0, targets: 0, cases: 0, tables: 0 }),
  ]);
