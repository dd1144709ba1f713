import { madeSchool } from '../disclosure/made-school.ts';
import { verify } from '../disclosure/verify.ts';
import { attackRound, joined, kindOf, type Findings } from './attack-school.ts';
import { added, hiddenIn, noFigures, withWholeRows, type Hidden } from './hidden-share.ts';
import { countsAlone, releaseRound } from './release-school.ts';

export type SchoolYear = {
  readonly released: Findings;
  readonly wholeRows: Findings;
  readonly hidden: ReadonlyMap<string, Hidden>;
  readonly hiddenInRows: ReadonlyMap<string, Hidden>;
  readonly faults: number;
};

/** A year of a school: released, attacked and verified; and what hiding whole rows would have given. */
export function yearOf(seed: number): SchoolYear {
  const rounds = madeSchool(seed, kindOf(seed)).rounds.map((cubes) => {
    const files = releaseRound(cubes, countsAlone, null);
    const rows = withWholeRows(files, cubes);
    const faults = files.flatMap((file, i) => [
      ...verify(file, files.slice(0, i), { systems: 0, targets: 0, cases: 0, tables: 0 }),
    ]);
    return { cubes, files, rows, faults: faults.length };
  });
  const [first] = rounds;
  return {
    released: joined(rounds.map(({ files, cubes }) => attackRound(files, cubes))),
    wholeRows: first === undefined ? joined([]) : attackRound(first.rows, first.cubes),
    hidden: together(rounds.map(({ files, cubes }) => hiddenIn(files, cubes))),
    hiddenInRows: together(rounds.map(({ rows, cubes }) => hiddenIn(rows, cubes))),
    faults: rounds.reduce((sum, { faults }) => sum + faults, 0),
  };
}

/** By audience. */
export function together(all: readonly ReadonlyMap<string, Hidden>[]): ReadonlyMap<string, Hidden> {
  const sum = new Map<string, Hidden>();
  for (const [audience, hidden] of all.flatMap((one) => [...one]))
    sum.set(audience, added(sum.get(audience) ?? noFigures, hidden));
  return sum;
}
