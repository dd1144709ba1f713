import { widthOf } from '../disclosure/attack.ts';
import { madeSchool } from '../disclosure/made-school.ts';
import { joined } from './attack-school.ts';
import type { Bench, Figure } from './bench.ts';
import { added, noFigures, together, type Hidden } from './hidden-share.ts';
import { processorTime } from './processor-time.ts';
import { everyAudience, releaseRound, type MadeSpec } from './release-school.ts';
import type { SchoolYear } from './school-year.ts';
import { sharesIn } from './shares-of-schools.ts';
import { yearsBeside } from './years-beside.ts';

const RANGE = 3;
const LONGEST_YEAR_S = 60;
const ITEMS_A_YEAR = 16;
const SCHOOLS = 20;
/** Shares hold items together, and attacking them takes long: of two ordinary schools, a small and a mixed one the first round. */
const SCHOOLS_WITH_SHARES = [1, 2, 5, 6];

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const shareOf = ({ figures, hidden }: Hidden): number => hidden / Math.max(1, figures);
const whole = (all: ReadonlyMap<string, Hidden>): Hidden => [...all.values()].reduce(added, noFigures);

function hiddenFigures(schools: readonly SchoolYear[]): readonly Figure[] {
  const released = together(schools.map(({ hidden }) => hidden));
  const rows = together(schools.map(({ hiddenInRows }) => hiddenInRows));
  const figure = (what: string, ours: Hidden, theirs: Hidden): Figure => ({
    what,
    measured: `${percent(shareOf(ours))} hidden of ${ours.figures}, ${percent(ours.primary / ours.figures)} small themselves`,
    baseline: `${percent(shareOf(theirs))} when rows are hidden whole`,
  });
  const [ours, theirs] = [whole(released), whole(rows)];
  const fewer = 1 - ours.hidden / Math.max(1, theirs.hidden);
  return [
    {
      ...figure('counts hidden, all audiences', ours, theirs),
      measured: `${percent(shareOf(ours))} hidden of ${ours.figures}, ${percent(ours.primary / ours.figures)} small themselves; ${percent(fewer)} fewer`,
      aim: '30 % fewer',
      met: fewer >= 0.3,
    },
    ...[...released].map(([audience, hidden]) =>
      figure(`  ${audience}`, hidden, rows.get(audience) ?? noFigures),
    ),
  ];
}

/** Processor time in seconds for the releases of a year with their audits. */
function yearSeconds(specs: readonly MadeSpec[]): number {
  const { rounds } = madeSchool(1, 'ordinary', 6, ITEMS_A_YEAR);
  return processorTime(() => rounds.map((cubes) => releaseRound(cubes, specs, null))) / 1000;
}

export const disclosure: Bench = {
  name: 'disclosure',
  run: async () => {
    // The times first: one core beside another at work is slower.
    const first = everyAudience.slice(0, 3);
    const [firstS, allS] = [yearSeconds(first), yearSeconds(everyAudience)];
    const schools = await yearsBeside(Array.from({ length: SCHOOLS }, (_, i) => i + 1));
    const released = joined(schools.map((school) => school.released));
    const wholeRows = joined(schools.map((school) => school.wholeRows));
    const faults = schools.reduce((sum, school) => sum + school.faults, 0);
    const { narrowest, narrow, open, tried } = released;
    const shares = sharesIn(SCHOOLS_WITH_SHARES);
    const kept = narrow.length + open + released.contradictions === 0;
    return {
      figures: [
        {
          what: 'counts narrowed by the attack',
          measured: `${narrow.length} of ${tried}, ${open} unsettled`,
          baseline: `${wholeRows.narrow.length} of ${wholeRows.tried} in the first round when rows are hidden whole`,
          aim: '0',
          met: kept,
        },
        {
          what: 'narrowest, with nothing known',
          measured: narrowest === null ? 'none' : `${narrowest.low} to ${narrowest.high}`,
          aim: `${RANGE} wide`,
          met: narrowest === null || widthOf(narrowest) >= RANGE,
        },
        { what: 'faults found by the verifier', measured: String(faults), aim: '0', met: faults === 0 },
        ...hiddenFigures(schools),
        ...shares,
        {
          what: 'a year of what the end of a round releases',
          measured: `${firstS.toFixed(1)} s`,
          aim: `${LONGEST_YEAR_S} s`,
          met: firstS <= LONGEST_YEAR_S,
        },
        {
          what: 'a year of every audience',
          measured: `${allS.toFixed(1)} s`,
          aim: `${LONGEST_YEAR_S} s`,
          met: allS <= LONGEST_YEAR_S,
        },
      ],
      notes: [
        `${SCHOOLS} invented schools of 14 classes, six rounds of six items with 3 or 5 options, every one of ${everyAudience.length} audiences after the other, as the product releases to them; of seven schools one has classes of 6–14, and in one two grades share a class.`,
        'Attacked by the readers of each tier with all they have seen: with nothing known, with each answer known, and inside the school with each class known. Rows hidden whole: those with a count that is small itself, nothing more.',
        `Shares: of the items on one scale together, in the first round of ${SCHOOLS_WITH_SHARES.length} of the schools, two ordinary, a small and a mixed one; attacked from the tables of the proofs.`,
        `Time: processor time of releasing and proving with shares, six rounds of ${ITEMS_A_YEAR} items.`,
      ],
      sentence: `${narrow.length} of ${tried} counts are narrower than ${RANGE} after a year of releases to every audience.`,
    };
  },
};
