import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutQuality } from './layout-quality.ts';
import { layoutSociogram } from './layout-sociogram.ts';
import { placeByHand, placeWhenDropped, placeWhenStepped } from './place-by-hand.ts';
import type { Point, SociogramLayout } from './sociogram.ts';

const letters = { characterWidth: 10, labelHeight: 19 };
const classOf = (n: number, label = (k: number) => `Elev ${k}`): SociogramLayout =>
  layoutSociogram(
    {
      pupils: Array.from({ length: n }, (_, k) => ({ id: `p${k}`, label: label(k) })),
      choices: Array.from({ length: 3 * n }, (_, k) => ({
        from: `p${k % n}`,
        to: `p${(k * 5 + 1 + Math.floor(k / n)) % n}`,
      })),
      width: 1000,
      height: 750,
      seed: 1,
    },
    { ...letters, work: 200_000 },
  );
const picture = classOf(28);
const at = (layout: SociogramLayout, id: string): Point => {
  const { x, y } = layout.pupils.find((pupil) => pupil.id === id) ?? { x: NaN, y: NaN };
  return { x, y };
};
const others = (layout: SociogramLayout, ...ids: readonly string[]): readonly Point[] =>
  layout.pupils.filter(({ id }) => !ids.includes(id)).map(({ id }) => at(layout, id));
const clean = { overlaps: 0, outside: 0 };

describe('a picture with pupils put by hand', () => {
  it('has them exactly there, and everybody else where they were when nobody is in the way', () => {
    const corner = { x: 60, y: 20 };
    const isFree = others(picture).every(({ x, y }) => Math.abs(x - 60) > 130 || Math.abs(y - 20) > 60);
    expect(isFree).toBe(true);
    const moved = placeByHand(picture, new Map([['p3', corner]]), letters);
    expect(at(moved, 'p3')).toEqual(corner);
    expect(others(moved, 'p3')).toEqual(others(picture, 'p3'));
  });

  it('has whoever stood in the way moved aside, and nobody else', () => {
    const taken = at(picture, 'p9');
    const moved = placeByHand(picture, new Map([['p3', taken]]), letters);
    expect(at(moved, 'p3')).toEqual(taken);
    expect(at(moved, 'p9')).not.toEqual(taken);
    const shifted = others(moved).filter(({ x, y }, k) => {
      const before = others(picture)[k];
      return x !== before?.x || y !== before.y;
    });
    expect(shifted.length).toBeLessThan(6);
    expect(layoutQuality(moved)).toMatchObject(clean);
  });

  it('has the same ties, laid anew to where the pupils stand', () => {
    const ends = ({ ties }: SociogramLayout) => ties.map(({ from, to, mutual }) => ({ from, to, mutual }));
    const [tie] = picture.ties;
    const between = picture.pupils.find(({ id }) => id !== tie?.from && id !== tie?.to)?.id ?? '';
    const moved = placeByHand(
      picture,
      new Map([
        [tie?.from ?? '', { x: 200, y: 300 }],
        [between, { x: 500, y: 300 }],
        [tie?.to ?? '', { x: 800, y: 300 }],
      ]),
      letters,
    );
    expect(ends(moved)).toEqual(ends(picture));
    expect(moved.ties[0]?.control).not.toBeNull();
  });

  it('keeps inside the frame whoever is put outside it, and ignores those it does not have', () => {
    const moved = placeByHand(picture, new Map([['p3', { x: -50, y: 9999 }]]), letters);
    expect(layoutQuality(moved)).toMatchObject(clean);
    expect(placeByHand(picture, new Map([['x', { x: 1, y: 1 }]]), letters)).toBe(picture);
  });

  it('never overlaps, and holds those who do not lie on each other, whatever was put where', () => {
    const rivals = [picture, classOf(40, () => 'Muhammed Ali'), classOf(3), classOf(1)];
    const places = fc.array(
      fc.tuple(
        fc.nat(41),
        fc.record({ x: fc.integer({ min: -50, max: 1050 }), y: fc.integer({ min: -50, max: 800 }) }),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...rivals), places, (layout, wanted) => {
        const kept = new Map<string, Point>();
        for (const [k, point] of wanted) {
          const id = `p${k}`;
          if (layout.pupils.every((pupil) => pupil.id !== id)) continue;
          kept.delete(id);
          kept.set(id, placeWhenDropped(layout, kept, id, point, letters));
        }
        const moved = placeByHand(layout, kept, letters);
        expect(layoutQuality({ ...moved, ties: [] })).toMatchObject(clean);
        for (const [id, point] of kept) expect(at(moved, id)).toEqual(point);
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  it('parts two who were put on each other, as when two teachers did so at once', () => {
    const same = { x: 500, y: 300 };
    const moved = placeByHand(
      picture,
      new Map([
        ['p3', same],
        ['p4', same],
      ]),
      letters,
    );
    expect(layoutQuality(moved)).toMatchObject(clean);
    for (const id of ['p3', 'p4']) {
      const { x, y } = at(moved, id);
      expect(Math.hypot(x - same.x, y - same.y)).toBeLessThan(60);
    }
  });
});

describe('a pupil moved by steps', () => {
  const from = new Map([['p3', { x: 300, y: 300 }]]);
  const stepped = (places: ReadonlyMap<string, Point>, step: Point): Point =>
    placeWhenStepped(placeByHand(picture, places, letters), places, 'p3', step, letters);

  it('goes one step at a time', () => {
    expect(stepped(from, { x: 10, y: 0 })).toEqual({ x: 310, y: 300 });
  });

  it('goes past another who was put by hand, and stops at the frame', () => {
    const beside = new Map([...from, ['p4', { x: 370, y: 300 }]]);
    expect(stepped(beside, { x: 10, y: 0 })).toEqual({ x: 440, y: 300 });
    const edge = placeWhenDropped(picture, new Map(), 'p3', { x: -5, y: 300 }, letters);
    expect(stepped(new Map([['p3', edge]]), { x: -10, y: 0 })).toEqual(edge);
  });
});
