import { describe, expect, test } from 'vitest';
import { layoutGrade } from './layout-grade.ts';
import { sideBySide } from './side-by-side.ts';

const tie = (ends: string) => ({ from: ends.charAt(0), to: ends.charAt(1) });
const grade = (pupils: Readonly<Record<string, string>>, ...ties: readonly string[]) => {
  const picture = layoutGrade(
    Object.entries(pupils).map(([id, className]) => ({ id, className })),
    ties.map(tie),
  );
  const at = (id: string) => picture.pupils.find((pupil) => pupil.id === id) ?? expect.fail(id);
  const away = (a: string, b: string) => Math.hypot(at(a).x - at(b).x, at(a).y - at(b).y);
  return { ...picture, at, away };
};

describe('a grade of few pupils', () => {
  test('has two who chose each other 80 px apart, in the corner of the picture, under the name of their class', () => {
    const { at, away, classes, ties } = grade({ b: '5A', a: '5A' }, 'ab', 'ba');
    expect(away('a', 'b')).toBeCloseTo(80, 1);
    expect(Math.min(at('a').x, at('b').x)).toBe(0);
    expect(Math.min(at('a').y, at('b').y)).toBe(0);
    expect(classes).toEqual([{ className: '5A', x: expect.closeTo((at('a').x + at('b').x) / 2, 2), y: -30 }]);
    expect(ties).toEqual([{ from: 'a', to: 'b', mutual: true }]);
  });

  test('has the classes by name, each with its own pupils, where nobody chose in another class', () => {
    const { at, classes } = grade({ a: '5B', b: '5A' });
    expect(classes.map(({ className }) => className)).toEqual(['5A', '5B']);
    expect([at('b').x, at('a').x]).toEqual([0, 140]);
  });

  test('has two of two classes at the distance of the choice between them, each under the name of its class', () => {
    const { at, away, classes } = grade({ a: '5A', b: '5B' }, 'ab');
    // Nobody chose who chooses: 1.3 units of 80 px.
    expect(away('a', 'b')).toBeCloseTo(104, 1);
    expect(classes.map(({ x, y }) => [x, y])).toEqual([
      [at('a').x, at('a').y],
      [at('b').x, at('b').y],
    ]);
  });

  test('pushes those of two classes who are not tied away from each other, but not those who are', () => {
    // Wanted: ab 1, ca 1.3 and cb 1 + 1.3 + 1.5 = 3.8 units, on a line: least stress by hand at 1.0876 and 1.448.
    const { at, away, classes } = grade({ a: '5A', b: '5A', c: '5B' }, 'ab', 'ba', 'ca');
    expect(Math.abs(away('a', 'b') - 87)).toBeLessThan(1);
    expect(Math.abs(away('a', 'c') - 115.8)).toBeLessThan(1);
    expect(Math.abs(away('b', 'c') - 202.8)).toBeLessThan(1);
    expect(classes[0]?.x).toBeCloseTo((at('a').x + at('b').x) / 2, 1);
    expect(classes[0]?.y).toBeCloseTo((at('a').y + at('b').y) / 2, 1);
  });

  test('has those nobody tied in a class no nearer than 46 px', () => {
    const { away } = grade({ a: '5A', b: '5A', c: '5A' });
    for (const [one = '', other = ''] of ['ab', 'bc', 'ca']) expect(away(one, other)).toBeGreaterThan(150);
  });
});

test('three classes are two in a row and one below: 740 px tall, where one row would need 787', () => {
  const square = (first: number) => ({
    own: [first, first + 1],
    places: { xs: Float64Array.of(0, 300), ys: Float64Array.of(0, 300) },
  });
  const { xs, ys } = sideBySide([square(0), square(2), square(4)], 6);
  expect([0, 2, 4].map((k) => [xs[k], ys[k]])).toEqual([
    [0, 0],
    [440, 0],
    [0, 440],
  ]);
});
