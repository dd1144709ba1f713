import { FITTED_MODEL } from '../../packages/analysis/src/simulation/class-model.ts';
import type { ClassMoments } from '../../packages/analysis/src/simulation/class-moments.ts';
import type { Bench } from './bench.ts';
import { compareClasses, compareLikeness, deviation, mean, type Compared } from './signals-fit-compare.ts';
import { searchModel } from './signals-fit-search.ts';
import { hasReference, referenceClasses } from './signals-reference.ts';
import { COLOURS, dot, line, panel, text, writeSvg } from './signals-svg.ts';

const SEED = 20_001;
const REPLICATES = 20;

/** Figure, what it is called, and the axis of the plot. */
const MOMENTS: readonly (readonly [keyof ClassMoments, string, number, number, number])[] = [
  ['spread', 'spredning i mottatte valg', 0.5, 2.5, 0.5],
  ['reciprocity', 'andel gjengjeldte valg', 0, 1, 0.25],
  ['transitivity', 'transitivitet', 0, 0.8, 0.2],
  ['unchosen', 'andel uten valg (ikke tilpasset)', 0, 0.6, 0.2],
];

const two = (value: number): string => value.toFixed(2);

function meanAndDeviation(list: readonly Compared[], moment: keyof ClassMoments): [string, string] {
  const real = list.map((one) => one.real[moment]);
  const made = list[0]!.made.map((_, r) => list.map((one) => one.made[r]![moment]));
  return [
    `${two(mean(real))} (${two(deviation(real))})`,
    `${two(mean(made.flat()))} (${two(mean(made.map(deviation)))})`,
  ];
}

function plot(compared: readonly Compared[]): void {
  const families = [...new Set(compared.map(({ family }) => family))];
  const marks = MOMENTS.flatMap(([moment, title, from, to, step], i) => {
    const axis = { from, to, step };
    const frame = panel(
      70 + 320 * (i % 2),
      30 + 320 * Math.floor(i / 2),
      240,
      { ...axis, title: 'virkelig klasse' },
      { ...axis, title: 'laget klasse' },
    );
    const within = (value: number): number => Math.min(to, Math.max(from, value));
    return [
      ...frame.marks,
      text(70 + 320 * (i % 2), 22 + 320 * Math.floor(i / 2), title),
      line(...frame.at(from, from), ...frame.at(to, to), '#bbb'),
      ...compared.map(({ family, real, made }) => {
        const [x, y] = frame.at(within(real[moment]), within(mean(made.map((own) => own[moment]))));
        return dot(x, y, COLOURS[families.indexOf(family)] ?? '#000');
      }),
    ];
  });
  const legend = families.flatMap((family, i) => [
    dot(70 + 105 * i, 668, COLOURS[i] ?? '#000'),
    text(79 + 105 * i, 672, family, 'start', 11),
  ]);
  const title = 'Virkelige klasser og klasser laget med like mange elever og valg';
  writeSvg('methods/images/signals-fit.svg', 700, 690, title, [...marks, ...legend]);
}

/**
 * How near the generated classes come to the reference classes. `--search STEPS` first looks for a better model and
 * prints it; without it the model of the code is compared and the plot in docs/methods is written.
 */
export const signalsFit: Bench = {
  name: 'signals-fit',
  run: () => {
    if (!hasReference) {
      return Promise.resolve({ figures: [], notes: ['The reference classes are not here.'], sentence: '' });
    }
    const references = referenceClasses();
    const asked = process.argv.indexOf('--search');
    const model =
      asked === -1
        ? FITTED_MODEL
        : searchModel(FITTED_MODEL, references, Number(process.argv[asked + 1] ?? 100), 5);
    const compared = compareClasses(model, references, REPLICATES, SEED);
    const { rounds, criteria } = compareLikeness(model, references, 100, SEED);
    if (asked === -1) plot(compared);
    const figures = [...Map.groupBy(compared, ({ family }) => family)].flatMap(([family, list]) =>
      MOMENTS.map(([moment]) => {
        const [real, made] = meanAndDeviation(list, moment);
        return { what: `${family} (${list.length}): ${moment}`, measured: made, baseline: real };
      }),
    );
    const likeness = [
      { what: 'between rounds: Jaccard', pair: rounds.map(({ jaccard }) => jaccard) },
      { what: 'between rounds: correlation of received', pair: rounds.map(({ received }) => received) },
      { what: 'between criteria: Jaccard', pair: criteria.map(({ jaccard }) => jaccard) },
      { what: 'between criteria: correlation of received', pair: criteria.map(({ received }) => received) },
    ].map(({ what, pair }) => ({ what, measured: two(pair[1]!), baseline: two(pair[0]!) }));
    return Promise.resolve({
      figures: [...figures, ...likeness],
      notes: [
        'measured: generated classes with the same pupils and number of choices; baseline: the real classes; mean (SD between classes)',
        JSON.stringify(model),
      ],
      sentence: `${references.length} real classes are compared with ${REPLICATES} generated for each.`,
    });
  },
};
