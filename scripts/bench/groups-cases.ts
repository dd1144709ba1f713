import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Room, Wish } from '../../packages/analysis/src/index.ts';
import { seededGenerator } from '../../packages/analysis/src/chance/seeded-generator.ts';
import { referenceClasses } from '../../packages/analysis/src/layout/reference-classes.fixture.ts';

export type Case = {
  readonly name: string;
  readonly pupils: readonly string[];
  readonly wishes: readonly Wish[];
  /** Earlier groupings by lot, in fours. */
  readonly earlier: readonly (readonly (readonly string[])[])[];
};

const referenceFolder = fileURLToPath(new URL('../../../shared/reference/sociometry/data/', import.meta.url));

function shuffled<T>(items: readonly T[], draw: (n: number) => number): T[] {
  const left = [...items];
  return items.flatMap(() => left.splice(draw(left.length), 1));
}

function withEarlier(
  name: string,
  pupils: readonly string[],
  wishes: readonly Wish[],
  draw: (n: number) => number,
): Case {
  const earlier = [1, 2].map(() => {
    const order = shuffled(pupils, draw);
    return Array.from({ length: Math.ceil(order.length / 4) }, (_, g) => order.slice(4 * g, 4 * g + 4));
  });
  return { name, pupils, wishes, earlier };
}

/** A class in which each pupil wishes for `given` of those nearest in an invented plane, with noise. */
export function generatedCase(size: number, given: number, seed: number): Case {
  const draw = seededGenerator(seed);
  const pupils = Array.from({ length: size }, (_, i) => `p${100 + i}`);
  const spots = pupils.map(() => [draw(1000), draw(1000)] as const);
  const wishes = pupils.flatMap((from, i) => {
    const [x = 0, y = 0] = spots[i] ?? [];
    return pupils
      .map((to, j) => {
        const [u = 0, v = 0] = spots[j] ?? [];
        return { from, to, distance: Math.hypot(x - u, y - v) * (50 + draw(100)) };
      })
      .filter(({ to }) => to !== from)
      .sort((a, b) => a.distance - b.distance)
      .slice(0, given)
      .map(({ to }) => ({ from, to }));
  });
  return withEarlier(`generated ${size}/${given}`, pupils, wishes, draw);
}

/** Published classes of 20 to 30 pupils in which most chose somebody. */
export function referenceCases(most: number): Case[] {
  if (!existsSync(referenceFolder)) return [];
  const classes = referenceClasses((file) => readFileSync(referenceFolder + file, 'utf8')).filter(
    ({ pupils, choices }) =>
      pupils.length >= 20 && pupils.length <= 30 && choices.length >= 1.5 * pupils.length,
  );
  return classes.slice(0, most).map(({ name, pupils, choices }, k) =>
    withEarlier(
      name,
      pupils.map(({ id }) => id),
      choices,
      seededGenerator(k + 1),
    ),
  );
}

/** The room in which groups are seats all beside each other, so that one baseline serves both. */
export function groupsAsRoom(sizes: readonly number[]): Room {
  const groups = sizes.map((size, g) => Array.from({ length: size }, (_, k) => `${g}-${k}`));
  return {
    seats: groups.flat().map((id) => ({ id, x: 0, y: 0, front: false })),
    beside: groups.flatMap((group) =>
      group.flatMap((a, k) => group.slice(k + 1).map((b): [string, string] => [a, b])),
    ),
  };
}

/**
 * The share of wishing pupils who get somebody wished for, averaged over draws: pupils in random order take the next
 * seat, or (greedy) the free seat with most wishes either way to those beside it, among these the one with fewest beside.
 */
export function baselineShare({ pupils, wishes }: Case, room: Room, greedy: boolean, draws = 20): number {
  const draw = seededGenerator(7);
  const wished = new Map(
    pupils.map((id) => [
      id,
      new Set(wishes.filter(({ from, to }) => from === id && to !== id).map(({ to }) => to)),
    ]),
  );
  const beside = new Map<string, string[]>(room.seats.map(({ id }) => [id, []]));
  for (const [a, b] of room.beside) {
    beside.get(a)?.push(b);
    beside.get(b)?.push(a);
  }
  let glad = 0;
  for (let k = 0; k < draws; k += 1) {
    const pupilAt = new Map<string, string>();
    const seatOf = new Map<string, string>();
    const near = (seat: string): string[] =>
      (beside.get(seat) ?? []).flatMap((next) => pupilAt.get(next) ?? []);
    for (const pupil of shuffled(pupils, draw)) {
      const free = room.seats.map(({ id }) => id).filter((id) => !pupilAt.has(id));
      const worth = (seat: string): number =>
        near(seat).reduce((sum, other) => {
          const wishes = (wished.get(pupil)?.has(other) ? 1 : 0) + (wished.get(other)?.has(pupil) ? 1 : 0);
          return sum + 10 * wishes - 1;
        }, 0);
      const seat = greedy
        ? free.reduce((best, one) => (worth(one) > worth(best) ? one : best))
        : (free[0] ?? '');
      pupilAt.set(seat, pupil);
      seatOf.set(pupil, seat);
    }
    glad += pupils.filter((id) =>
      near(seatOf.get(id) ?? '').some((other) => wished.get(id)?.has(other) === true),
    ).length;
  }
  return glad / draws / wishing({ pupils, wishes });
}

export function wishing({ pupils, wishes }: Pick<Case, 'pupils' | 'wishes'>): number {
  return pupils.filter((id) => wishes.some(({ from, to }) => from === id && to !== id)).length;
}
