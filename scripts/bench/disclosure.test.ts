import { describe, expect, test } from 'vitest';
import { madeSchool, type Kind } from '../disclosure/made-school.ts';
import type { ItemCube } from '../disclosure/item-cube.ts';
import { attackRound, faultsIn, joined } from './attack-school.ts';
import { forgetEarlier, forgetMeans, skipComplementary } from './planted-faults.fixture.ts';
import { countsAlone, releaseRound } from './release-school.ts';

/** One item of each round, a new one each time. The bench takes all of them. */
const oneEach = (seed: number, kind: Kind): readonly (readonly ItemCube[])[] =>
  madeSchool(seed, kind).rounds.map((cubes, r) => cubes.slice(r % cubes.length).slice(0, 1));

// Long for a unit test: on a machine with much else to do it takes several times as long.
describe('D7: what a school releases to every audience in six rounds', { timeout: 120_000 }, () => {
  test.each(['ordinary', 'small', 'mixed'] as const)(
    'is narrowed by nobody, and verified without a solver, in a school that is %s',
    (kind) => {
      const found = oneEach(7, kind).map((cubes) => {
        const files = releaseRound(cubes, countsAlone, null);
        expect(faultsIn(files)).toEqual([]);
        return attackRound(files, cubes);
      });
      const { tried, narrowest, narrow, open, contradictions } = joined(found);
      expect({ narrow, open, contradictions }).toEqual({ narrow: [], open: 0, contradictions: 0 });
      expect(tried).toBeGreaterThan(500);
      expect((narrowest?.high ?? 0) - (narrowest?.low ?? 0)).toBeGreaterThanOrEqual(2);
    },
  );
});

describe('the attack finds a protection', { timeout: 120_000 }, () => {
  const { rounds } = madeSchool(1);
  const cubes = (rounds[0] ?? []).filter(({ itemId }) => itemId === 'peace-to-work');
  const leadership = countsAlone.filter(({ audience }) => audience === 'leadership');

  test('that hides small counts alone', () => {
    const files = releaseRound(cubes, leadership, null, skipComplementary);
    expect(attackRound(files, cubes).narrow.length).toBeGreaterThan(10);
    expect(faultsIn(files)).not.toEqual([]);
  });

  test('that forgets means', () => {
    const files = releaseRound(cubes, leadership, null, forgetMeans);
    expect(attackRound(files, cubes).narrow.length).toBeGreaterThan(0);
    expect(faultsIn(files).join()).toContain('har ikke snittet');
  });

  test('that forgets an earlier release', () => {
    const files = releaseRound(cubes, countsAlone, null, forgetEarlier);
    expect(attackRound(files, cubes).narrow.length).toBeGreaterThan(0);
    expect(faultsIn(files)).not.toEqual([]);
    expect(attackRound(releaseRound(cubes, countsAlone, null), cubes).narrow).toEqual([]);
  });
});
