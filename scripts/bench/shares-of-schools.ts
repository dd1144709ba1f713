import { knownTables } from '../disclosure/known-tables.ts';
import { madeSchool } from '../disclosure/made-school.ts';
import { attackRound, faultsIn, joined, kindOf } from './attack-school.ts';
import type { Figure } from './bench.ts';
import { everyAudience, releaseRound } from './release-school.ts';

/** The first round of each of these schools with shares: released, verified and attacked. */
export function sharesIn(seeds: readonly number[]): readonly Figure[] {
  const schools = seeds.map((seed) => {
    const cubes = madeSchool(seed, kindOf(seed)).rounds[0] ?? [];
    const files = releaseRound(cubes, everyAudience, null);
    return { files, faults: faultsIn(files).length, found: attackRound(files, cubes, knownTables(files)) };
  });
  const { narrow, open, tried } = joined(schools.map(({ found }) => found));
  const faults = schools.reduce((sum, school) => sum + school.faults, 0);
  const shares = schools.flatMap(({ files }) =>
    files.flatMap(({ audience, document }) =>
      document.tables.flatMap(({ themes = [] }) =>
        themes.flatMap(({ rows }) => rows.map(({ shareAbove }) => ({ audience, shareAbove }))),
      ),
    ),
  );
  const shown = (of: typeof shares): string => {
    const hidden = of.filter(({ shareAbove }) => shareAbove === null).length;
    return `${((100 * (of.length - hidden)) / Math.max(1, of.length)).toFixed(0)} % shown of ${of.length}`;
  };
  return [
    {
      what: 'counts narrowed by the attack, shares known too',
      measured: `${narrow.length} of ${tried}, ${open} unsettled; ${faults} faults`,
      aim: '0',
      met: narrow.length + open + faults === 0,
    },
    { what: 'shares', measured: shown(shares) },
    ...[...Map.groupBy(shares, ({ audience }) => audience)].map(([audience, of]) => ({
      what: `  ${audience}`,
      measured: shown(of),
    })),
  ];
}
