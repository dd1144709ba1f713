import { seededGenerator, type DrawBelow } from '../../packages/analysis/src/chance/seeded-generator.ts';
import type { CubeUnit, ItemCube } from './item-cube.ts';

/** An ordinary school, one with classes of 6–14, or one where two grades share a class. */
export type Kind = 'ordinary' | 'small' | 'mixed';

export type MadeSchool = {
  readonly kind: Kind;
  readonly units: readonly Omit<CubeUnit, 'counts'>[];
  /** Per round, its items. */
  readonly rounds: readonly (readonly ItemCube[])[];
};

type MadeItem = {
  readonly itemId: string;
  readonly scores: readonly (number | null)[];
  readonly sensitive: boolean;
  /** Of 1,000 answers, how many lie on each option in a school where all is as usual. */
  readonly shares: readonly number[];
};

const three = [5, 3, 1];
const five = [5, 4, 3, 2, 1];
/** Few answer that something is wrong, as in Norwegian surveys: most tables have a long thin end. */
const items: readonly MadeItem[] = [
  { itemId: 'wellbeing', scores: five, sensitive: false, shares: [450, 370, 120, 40, 20] },
  { itemId: 'somebody-to-be-with', scores: three, sensitive: false, shares: [760, 200, 40] },
  { itemId: 'peace-to-work', scores: five, sensitive: false, shares: [180, 400, 270, 110, 40] },
  { itemId: 'heard-by-teacher', scores: three, sensitive: false, shares: [580, 350, 70] },
  { itemId: 'feels-safe', scores: five, sensitive: true, shares: [590, 290, 80, 25, 15] },
  {
    itemId: 'bullied',
    scores: [null, null, null, null, null],
    sensitive: true,
    shares: [820, 120, 30, 20, 10],
  },
];

/** After the last item the first comes again, under another name. */
function itemNumber(i: number): MadeItem {
  const item = items[i % items.length];
  if (item === undefined) throw new RangeError('no items');
  const again = Math.floor(i / items.length);
  return again === 0 ? item : { ...item, itemId: `${item.itemId}-${again + 1}` };
}

/** A school of invented answers: 14 classes in grades 1–7 and, unless told otherwise, 6 rounds of 6 items. Repeats for the same seed. */
export function madeSchool(
  seed: number,
  kind: Kind = 'ordinary',
  rounds = 6,
  itemCount = items.length,
): MadeSchool {
  const draw = seededGenerator(seed);
  const units = unitsOf(draw, kind);
  // Classes differ, and keep their character from round to round.
  const leaning = new Map(units.map(({ classId }) => [classId, draw(61) - 30]));
  const made = Array.from({ length: rounds }, (_, r) =>
    Array.from({ length: itemCount }, (_, i) =>
      cubeOf(draw, `round-${r + 1}`, itemNumber(i), units, leaning),
    ),
  );
  return { kind, units, rounds: made };
}

function unitsOf(draw: DrawBelow, kind: Kind): Omit<CubeUnit, 'counts'>[] {
  const size = (): number => (kind === 'small' ? 6 + draw(9) : 15 + draw(14));
  const units = [1, 2, 3, 4, 5, 6, 7].flatMap((grade) =>
    ['A', 'B'].map((letter) => ({
      unitId: `${grade}${letter}`,
      classId: `${grade}${letter}`,
      grade,
      size: size(),
    })),
  );
  if (kind !== 'mixed') return units;
  // Half of 3B goes to fourth grade.
  return units.flatMap((unit) =>
    unit.classId === '3B'
      ? [
          { ...unit, unitId: '3B:3', size: Math.ceil(unit.size / 2) },
          { ...unit, unitId: '3B:4', grade: 4, size: Math.floor(unit.size / 2) },
        ]
      : [unit],
  );
}

function cubeOf(
  draw: DrawBelow,
  roundId: string,
  { itemId, scores, sensitive, shares }: MadeItem,
  units: readonly Omit<CubeUnit, 'counts'>[],
  leaning: ReadonlyMap<string, number>,
): ItemCube {
  const options = scores.map((score, i) => ({ optionId: `option-${i + 1}`, score }));
  return {
    roundId,
    itemId,
    options,
    sensitive,
    sensitiveOptions: sensitive ? options.slice(1).map(({ optionId }) => optionId) : [],
    units: units.map((unit) => ({
      ...unit,
      counts: countsOf(draw, unit.size, shares, leaning.get(unit.classId) ?? 0),
    })),
  };
}

/** One in twenty-five is silent; a class that leans has its answers moved along by as many per mille. */
function countsOf(draw: DrawBelow, size: number, shares: readonly number[], leaning: number): number[] {
  const counts = shares.map(() => 0);
  for (let pupil = 0; pupil < size; pupil += 1) {
    if (draw(25) === 0) continue;
    let place = draw(1000) + leaning;
    let option = 0;
    while (option < shares.length - 1 && place >= (shares[option] ?? 0)) {
      place -= shares[option] ?? 0;
      option += 1;
    }
    counts[option] = (counts[option] ?? 0) + 1;
  }
  return counts;
}
