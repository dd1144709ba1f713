import { displacement, layoutSociogram, layoutTarget } from '../../packages/analysis/src/index.ts';
import type { SociogramLayout } from '../../packages/analysis/src/index.ts';
import type { ReferenceClass } from '../../packages/analysis/src/layout/reference-classes.fixture.ts';
import {
  d3Picture,
  forceAtlasPicture,
  pictureAt,
} from '../../packages/analysis/src/layout/rival-pictures.fixture.ts';
import type { Bench, Figure } from './bench.ts';
import { benchClasses, madeClass, roundLater } from './layout-classes.ts';
import { graphvizPlaces, installed, programs } from './layout-graphviz.ts';
import type { Measured, Summary } from './layout-measure.ts';
import { measure, summarise } from './layout-measure.ts';
import { median, ms } from './statistics.ts';

const frame = { width: 1000, height: 750, seed: 7 };
const draw = (one: ReferenceClass): SociogramLayout => layoutSociogram({ ...one, ...frame });
const target = (one: ReferenceClass): SociogramLayout =>
  layoutTarget({ ...one, ...frame, respondents: one.pupils.map(({ id }) => id) });

const timed = (make: () => SociogramLayout): Measured => {
  const begun = performance.now();
  const picture = make();
  return measure(picture, performance.now() - begun);
};

type Method = { readonly name: string; readonly picture: (one: ReferenceClass) => () => SociogramLayout };

/** Others get the ties from our picture, drawn beforehand so that it is not in their time. */
const rival = (name: string, make: (ours: SociogramLayout) => SociogramLayout): Method => ({
  name,
  picture: (one) => {
    const ours = draw(one);
    return () => make(ours);
  },
});

const methods: readonly Method[] = [
  { name: 'samhold', picture: (one) => () => draw(one) },
  { name: 'samhold target', picture: (one) => () => target(one) },
  ...programs
    .filter(installed)
    .map((program) => rival(program, (ours) => pictureAt(ours, graphvizPlaces(program, ours)))),
  rival('d3-force, collision', (ours) => d3Picture(ours, true)),
  rival('forceatlas2, noverlap', forceAtlasPicture),
];

const row = (name: string, s: Summary): string =>
  [
    name.padEnd(22),
    ...[s.crossings, s.drawnCrossings].map((count) => String(count).padStart(9)),
    ...[s.stress, s.hopStress].map((stress) => stress.toFixed(3).padStart(7)),
    ...[s.overlaps, s.over, s.drawnOver].map((count) => String(count).padStart(8)),
    ms(s.time).padStart(8),
  ].join(' ');

const head = `${'method'.padEnd(22)} crossings  as drawn  stress    hops overlaps over node as drawn     time`;

type Shift = { readonly kept: number; readonly fresh: number; readonly pupils: number };

/** Mean px moved by pupils whose ties are as before, the later round drawn from the earlier places and without them. */
const moved = (rounds: readonly (readonly [ReferenceClass, ReferenceClass])[]): Shift => {
  let [kept, fresh, pupils] = [0, 0, 0];
  for (const [earlier, later] of rounds) {
    const before = draw(earlier);
    const input = { ...later, ...frame, seed: 8 };
    const previous = new Map(before.pupils.map(({ id, x, y }) => [id, { x, y }]));
    const held = displacement(before, layoutSociogram({ ...input, previous }));
    const free = displacement(before, layoutSociogram(input));
    kept += (held.mean ?? 0) * held.pupils;
    fresh += (free.mean ?? 0) * free.pupils;
    pupils += held.pupils;
  }
  return { kept: kept / pupils, fresh: fresh / pupils, pupils };
};

type Clocked = { readonly wall: number; readonly processor: number };

/** Wall time, and processor time, which other work on the machine disturbs less. */
const clocked = (make: () => unknown): Clocked => {
  const used = process.cpuUsage();
  const begun = performance.now();
  make();
  const wall = performance.now() - begun;
  const { user, system } = process.cpuUsage(used);
  return { wall, processor: (user + system) / 1000 };
};

const medianOf = (times: readonly Clocked[]): Clocked => ({
  wall: median(times.map(({ wall }) => wall)),
  processor: median(times.map(({ processor }) => processor)),
});

const movedFigure = (what: string, { kept, fresh, pupils }: Shift): Figure => ({
  what: `${what}, ${pupils} pupils`,
  measured: `${kept.toFixed(0)} px`,
  baseline: `without earlier places ${fresh.toFixed(0)} px`,
});

export const layout: Bench = {
  name: 'layout',
  run: async () => {
    const { classes, others } = benchClasses();
    const cold = timed(() => draw(madeClass(30, 5, 1))).time;
    const measured = methods.map(({ name, picture }) => ({
      name,
      classes: classes.map((one) => timed(picture(one))),
      others: others.map((one) => timed(picture(one))),
    }));
    const thirty = medianOf(Array.from({ length: 9 }, (_, k) => clocked(() => draw(madeClass(30, 5, k)))));
    const fourHundred = clocked(() => draw(madeClass(400, 5, 1)));
    const large = timed(() => draw(madeClass(400, 5, 1)));
    const largeTarget = timed(() => target(madeClass(400, 5, 1)));
    const shift = moved(classes.map((one, k) => [one, roundLater(one, k)]));
    const waves = [...classes, ...others].filter(({ name }) => /^(knecht|s50|coleman|newcomb)/.test(name));
    const consecutive = waves.flatMap((one, k) => {
      const next = waves[k + 1];
      const set = one.name.split('.')[0];
      return next !== undefined && next.name.split('.')[0] === set ? [[one, next] as const] : [];
    });
    const real = consecutive.length === 0 ? null : moved(consecutive);

    const summaries = new Map(measured.map((one) => [one.name, summarise(one.classes)]));
    const ours = summaries.get('samhold');
    const neato = summaries.get('neato');
    if (ours === undefined) throw new Error('nothing was drawn');
    const overlaps = measured
      .filter(({ name }) => name.startsWith('samhold'))
      .flatMap((one) => [...one.classes, ...one.others])
      .concat(large, largeTarget)
      .reduce((sum, { drawn }) => sum + drawn.overlaps + drawn.outside, 0);
    const against = (value: number, theirs: number | undefined, most: number): Partial<Figure> =>
      theirs === undefined
        ? {}
        : {
            baseline: `neato ${Number.isInteger(theirs) ? theirs : theirs.toFixed(3)}`,
            aim: `≤ ${most} × neato (${(value / theirs).toFixed(2)})`,
            met: value <= most * theirs,
          };
    const figures: Figure[] = [
      { what: 'overlaps, all pictures', measured: String(overlaps), aim: '0', met: overlaps === 0 },
      {
        what: 'crossings, straight lines',
        measured: String(ours.crossings),
        ...against(ours.crossings, neato?.crossings, 0.8),
      },
      {
        what: 'crossings, as drawn',
        measured: String(ours.drawnCrossings),
        ...against(ours.drawnCrossings, neato?.crossings, 0.8),
      },
      {
        what: 'stress, mutual ties shorter',
        measured: ours.stress.toFixed(3),
        ...against(ours.stress, neato?.stress, 1.1),
      },
      {
        what: 'stress, all ties alike',
        measured: ours.hopStress.toFixed(3),
        ...against(ours.hopStress, neato?.hopStress, 1.1),
      },
      { what: '30 pupils', measured: ms(thirty.wall), aim: '≤ 50 ms', met: thirty.wall <= 50 },
      { what: '30 pupils, processor time', measured: ms(thirty.processor) },
      { what: '30 pupils, the first drawn', measured: ms(cold) },
      { what: '400 pupils', measured: ms(fourHundred.wall), aim: '≤ 2 s', met: fourHundred.wall <= 2000 },
      { what: '400 pupils, processor time', measured: ms(fourHundred.processor) },
      { what: '400 pupils, target', measured: ms(largeTarget.time) },
      movedFigure('moved, one in ten chose anew', shift),
      ...(real === null ? [] : [movedFigure('moved, real rounds', real)]),
    ];
    const perClass = (networks: readonly ReferenceClass[], part: 'classes' | 'others'): string[] =>
      networks.map((one, k) => {
        const counts = measured.map((method) => method[part][k]?.straight.crossings);
        const drawn = measured[0]?.[part][k]?.drawn.crossings;
        const columns = [drawn, ...counts].map((count) => String(count ?? '').padStart(8)).join(' ');
        return `${one.name.padEnd(26)} ${String(one.pupils.length).padStart(3)} ${columns}`;
      });
    return {
      figures,
      notes: [
        `${classes.length} classes of at most 40 pupils:`,
        head,
        ...measured.map(({ name }) => row(name, summaries.get(name) ?? ours)),
        ...(others.length === 0
          ? []
          : [
              `${others.length} other networks of up to 73 persons:`,
              head,
              ...measured.map((one) => row(one.name, summarise(one.others))),
            ]),
        `Crossings: network, persons, samhold as drawn, and with one straight line a pair that has chosen: ${measured.map(({ name }) => name).join(', ')}`,
        ...perClass(classes, 'classes'),
        ...perClass(others, 'others'),
        'Frame 1,000 × 750 px, circles of 14 px radius (8 px above 60 pupils), names 14 px high at 7 px a character. Crossings, overlaps and lines over circles are sums, stress and time medians. Overlaps count marks outside the frame too. Graphviz runs as a program of its own, so its time has the start of it in it.',
        'Moved: the mean over pupils whose own ties are as in the round before.',
      ],
      sentence: `${ours.crossings} crossings with straight lines${neato === undefined ? '' : ` against ${neato.crossings} for neato`}, median stress ${ours.stress.toFixed(3)}, ${overlaps} overlaps in ${classes.length + others.length} networks; 30 pupils in ${ms(thirty.wall)}, 400 in ${ms(fourHundred.wall)}.`,
    };
  },
};
