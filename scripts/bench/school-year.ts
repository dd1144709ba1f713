import { madeSchool } from '../disclosure/made-school.ts';
import { attackRound, faultsIn, joined, kindOf, type Findings } from './attack-school.ts';
import { hiddenIn, together, withWholeRows, type Hidden } from './hidden-share.ts';
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
    return { cubes, files, rows, faults: faultsIn(files).length };
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
