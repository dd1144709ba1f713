import { describe, expect, test } from 'vitest';
import { seededRandom } from '../layout/seeded-random.ts';
import type { Choice } from '../network.ts';
import { layoutGrade, type GradePupil } from './layout-grade.ts';

/** Classes of 25 in which everyone chooses four of the own class, and one in `everyNth` one of another class as well. */
const gradeOf = (classes: number, everyNth = 0) => {
  const random = seededRandom(classes);
  const pupils: GradePupil[] = [];
  for (let c = 0; c < classes; c += 1)
    for (let i = 0; i < 25; i += 1)
      pupils.push({ id: `${c}-${i}`, className: `5${'ABCDEFGHIJKLMNOP'[c] ?? ''}` });
  const choices = pupils.flatMap(({ id }, k): Choice[] => {
    const c = Math.floor(k / 25);
    const own = [1, 2, 3, 4].map(() => ({ from: id, to: `${c}-${Math.floor(random() * 25)}` }));
    return everyNth > 0 && k % everyNth === 1
      ? [...own, { from: id, to: `${(c + 1) % classes}-${k % 25}` }]
      : own;
  });
  return { pupils, choices };
};

const nearest = (points: readonly { readonly x: number; readonly y: number }[]): number =>
  Math.min(...points.flatMap((a, i) => points.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y))));

describe('the picture of a grade', () => {
  test.each([
    ['side by side', 0],
    ['with choices between classes', 6],
  ])('of 16 classes %s is there within two seconds, and no two marks touch', (_, everyNth) => {
    const { pupils, choices } = gradeOf(16, everyNth);
    const before = performance.now();
    const { pupils: placed, nodeRadius } = layoutGrade(pupils, choices);
    expect(performance.now() - before).toBeLessThan(2000);
    expect(placed).toHaveLength(400);
    expect(nearest(placed)).toBeGreaterThan(4 * nodeRadius);
    for (const { x, y } of placed) expect(Number.isFinite(x + y)).toBe(true);
  });

  test('is the same whatever order pupils and choices come in', () => {
    const { pupils, choices } = gradeOf(4, 5);
    expect(layoutGrade(pupils.toReversed(), choices.toReversed())).toEqual(layoutGrade(pupils, choices));
  });

  test('has each class to itself where nobody chose in another one', () => {
    const { pupils, choices } = gradeOf(6);
    const byClass = [
      ...Map.groupBy(layoutGrade(pupils, choices).pupils, (pupil) => pupil.className).values(),
    ];
    const boxes = byClass.map((own) => ({
      left: Math.min(...own.map(({ x }) => x)),
      right: Math.max(...own.map(({ x }) => x)),
      top: Math.min(...own.map(({ y }) => y)),
      bottom: Math.max(...own.map(({ y }) => y)),
    }));
    for (const [i, a] of boxes.entries())
      for (const b of boxes.slice(i + 1))
        expect(
          a.right + 100 < b.left ||
            b.right + 100 < a.left ||
            a.bottom + 100 < b.top ||
            b.bottom + 100 < a.top,
        ).toBe(true);
  });

  test('keeps a class together where choices cross: a pupil’s nearest is most often a classmate', () => {
    const { pupils, choices } = gradeOf(6, 6);
    const placed = layoutGrade(pupils, choices).pupils;
    const withClassmate = placed.filter((pupil) => {
      const others = placed.filter((other) => other !== pupil);
      const away = (other: (typeof placed)[number]) => Math.hypot(other.x - pupil.x, other.y - pupil.y);
      const next = others.reduce((best, other) => (away(other) < away(best) ? other : best));
      return next.className === pupil.className;
    });
    expect(withClassmate.length / placed.length).toBeGreaterThan(0.9);
  });

  test('has a place for everyone where nobody chose anyone, everyone is alone, or all stand in one spot', () => {
    const { pupils } = gradeOf(2);
    expect(nearest(layoutGrade(pupils, []).pupils)).toBeGreaterThan(40);
    expect(layoutGrade([], [])).toEqual({ nodeRadius: 10, pupils: [], ties: [], classes: [] });
    expect(layoutGrade(pupils.slice(0, 1), []).pupils).toHaveLength(1);
    const all = pupils.flatMap(({ id: from }) => pupils.map(({ id: to }) => ({ from, to })));
    const { pupils: placed, ties } = layoutGrade(pupils, all);
    expect(nearest(placed)).toBeGreaterThan(40);
    expect(ties).toHaveLength((50 * 49) / 2);
  });
});
