import { RULES_2 } from '../../packages/analysis/src/index.ts';
import { ASSUMED_ANSWERS } from '../../packages/analysis/src/simulation/simulated-answers.ts';
import type { Bench, Figure } from './bench.ts';
import { makeClass, type MadeClass } from './signals-classes.ts';
import { baselines, ruleMethods, type Method } from './signals-methods.ts';
import { plotScores } from './signals-plot.ts';
import { againstNearest, scoreMethod, tallyClass, type Interval, type Score } from './signals-score.ts';
import { detectionTime } from './signals-time.ts';

/** The rules were tuned on classes from 1,000,000; these are classes no rule has seen. */
const FRESH_SEED = 50_000_000;
/** Classes for the parts of the table that vary one thing at a time. */
const PART = 400;

const written = ({ value, from, to }: Interval): string =>
  `${value.toFixed(2)} [${from.toFixed(2)}–${to.toFixed(2)}]`;

const classesFrom = (count: number, seed: number, saysSo = ASSUMED_ANSWERS.lowWhenAlone): MadeClass[] =>
  Array.from({ length: count }, (_, i) =>
    makeClass(seed + 1000 * i, { ...ASSUMED_ANSWERS, lowWhenAlone: saysSo }),
  );

function figureOf(score: Score): Figure {
  const kinds = Object.values(score.byKind).map((recall) => recall.toFixed(2));
  return {
    what: score.method.name,
    measured: `recall ${written(score.recall)} (${kinds.join(' / ')}), newly alone ${written(score.recallOnce)}, precision ${written(score.precision)}, false ${written(score.wrong)}`,
  };
}

function comparison(score: Score, others: readonly Score[]): Figure {
  const { nearest, ratio } = againstNearest(score, others);
  return {
    what: `${score.method.name}: false signals against the baseline nearest in recall`,
    measured: written(ratio),
    baseline: `${nearest.method.name}, recall ${nearest.recall.value.toFixed(2)}`,
    aim: 'at most .33',
    met: ratio.value <= 1 / 3,
  };
}

/** Recall and false signals of both levels together, for classes of one kind. */
function part(methods: readonly Method[], what: string, classes: readonly MadeClass[]): Figure {
  const [both, , soon] = methods.map((method) => scoreMethod(classes, method));
  const one = ({ recall, wrong }: Score): string =>
    `${recall.value.toFixed(2)} and ${wrong.value.toFixed(2)}`;
  return {
    what: `${what} (${classes.length} classes): recall and false signals`,
    measured: `both levels ${one(both!)}; soon ${one(soon!)}`,
  };
}

function parts(methods: readonly Method[], classes: readonly MadeClass[]): Figure[] {
  const where = (what: string, holds: (made: MadeClass) => boolean): Figure =>
    part(methods, what, classes.filter(holds));
  return [
    where('one criterion', ({ criteria }) => criteria === 1),
    where('two criteria', ({ criteria }) => criteria === 2),
    where('three criteria', ({ criteria }) => criteria === 3),
    where('at most 3 choices', ({ mostChoices }) => mostChoices === 3),
    where('at most 5 choices', ({ mostChoices }) => mostChoices === 5),
    where('no limit of choices', ({ mostChoices }) => mostChoices === null),
    where('6 % absent', ({ absence }) => absence < 0.1),
    where('20 % absent', ({ absence }) => absence > 0.1),
    ...[0, 0.3, 0.7].map((share) =>
      part(methods, `${100 * share} % of those alone say so`, classesFrom(PART, FRESH_SEED + 7, share)),
    ),
  ];
}

/** False signals per class in each of the three rounds; the first has nothing to compare with. */
function rounds(both: Method, classes: readonly MadeClass[]): Figure {
  const wrong = [0, 1, 2].map((round) =>
    (classes.reduce((sum, made) => sum + tallyClass(made, both, [round]).wrong, 0) / classes.length).toFixed(
      2,
    ),
  );
  const found = classes.map((made) => tallyClass(made, both, [0]));
  const sum = (read: (one: (typeof found)[number]) => number): number =>
    found.reduce((total, one) => total + read(one), 0);
  const recall = sum((one) => one.foundOnce) / sum((one) => one.aloneOnce);
  return {
    what: 'both levels: false signals in the first, second and third round',
    measured: `${wrong.join(', ')}; recall in the first round ${recall.toFixed(2)}`,
  };
}

/** How often the signs are right on generated classes, beside counting received choices. */
export const signals: Bench = {
  name: 'signals',
  run: () => {
    const asked = process.argv.indexOf('--classes');
    const count = asked === -1 ? 1500 : Number(process.argv[asked + 1]);
    if (!Number.isInteger(count) || count < 10)
      throw new RangeError('--classes takes a whole number from 10');
    const classes = classesFrom(count, FRESH_SEED);
    const others = baselines.map((method) => scoreMethod(classes, method));
    const methods = ruleMethods(RULES_2);
    const ours = methods.map((method) => scoreMethod(classes, method));
    const all = [...others, ...ours];
    plotScores(all);
    const time = detectionTime();
    const recall = ours[0]!.recall;
    return Promise.resolve({
      figures: [
        ...all.map(figureOf),
        {
          what: 'recall for pupils alone for two rounds',
          measured: written(recall),
          aim: 'at least .90',
          met: recall.value >= 0.9,
        },
        ...ours.map((score) => comparison(score, others)),
        rounds(methods[0]!, classes),
        ...parts(methods, classes),
        {
          what: 'signals of a class of 28, three criteria, two earlier rounds, 2,000 draws',
          measured: `median ${time.median.toFixed(1)} ms of processor time, least ${time.least.toFixed(1)}`,
          aim: 'at most 12 ms',
          met: time.median <= 12,
        },
      ],
      notes: [
        `${count} generated classes of three rounds from seeds no rule was tuned on; the second and third round are scored.`,
        'Recall: of those planted as alone in the round and the one before (never chosen / chosen one-sidedly / pushed out). False: pupils pointed out who were not planted, per class and round. In brackets: 95 %, percentile bootstrap over classes.',
      ],
      sentence: `Of pupils alone for two rounds ${written(recall)} get a sign by rule set ${RULES_2.version}; signs of a class of 28 take ${time.median.toFixed(1)} ms.`,
    });
  },
};
