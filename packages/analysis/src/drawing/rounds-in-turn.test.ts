import { describe, expect, it } from 'vitest';
import { layoutQuality } from '../layout/layout-quality.ts';
import type { Point, SociogramLayout } from '../layout/sociogram.ts';
import { withDragged } from './by-hand.ts';
import { drawNetwork, drawPicture, pictureRequest } from './picture-request.ts';
import type { ShownNetwork } from './shown-network.ts';
import { shownNetwork } from './shown-network.ts';

const ids = Array.from({ length: 24 }, (_, k) => `p${k}`);
/** Each chooses three near in a ring; every `turned`th of them three others instead. */
const roundOf = (
  turned: number,
  roster: readonly string[] = ids,
  places: Readonly<Record<string, Point>> = {},
): ShownNetwork =>
  shownNetwork(
    {
      pupils: roster.map((pupilId) => ({ pupilId, label: `Elev ${pupilId}`, responded: true })),
      criteria: [
        {
          criterionId: 'recess',
          choices: roster.flatMap((from, k) =>
            (turned > 0 && k % turned === 0 ? [5, 9, 14] : [1, 2, 3]).map((step) => ({
              from,
              to: roster[(k + step) % roster.length] ?? '',
            })),
          ),
        },
      ],
      givenOutside: [],
      places: Object.entries(places).map(([pupilId, place]) => ({ pupilId, place })),
    },
    null,
  );
const meanShift = (before: SociogramLayout, after: SociogramLayout): number => {
  const places = new Map(before.pupils.map((pupil) => [pupil.id, pupil]));
  const shifts = after.pupils.flatMap(({ id, x, y }) => {
    const from = places.get(id);
    return from ? [Math.hypot(x - from.x, y - from.y)] : [];
  });
  return shifts.reduce((sum, shift) => sum + shift, 0) / shifts.length;
};
const at = (picture: SociogramLayout, id: string) => {
  const { x, y } = picture.pupils.find((pupil) => pupil.id === id) ?? expect.fail(id);
  return { x, y };
};

describe('the pictures of a class, round after round', () => {
  const [first, second] = [roundOf(0), roundOf(8, ids.slice(1))];
  const one = drawPicture(pictureRequest(first, null));
  const next = drawPicture(pictureRequest(second, null, 'network', [first]));

  it('keep pupils near where they were, also when some chose others and one has left', () => {
    const alone = drawPicture(pictureRequest(second, null));
    expect(meanShift(one, next)).toBeLessThan(100);
    expect(meanShift(one, next)).toBeLessThan(0.5 * meanShift(one, alone));
    expect(layoutQuality(next)).toMatchObject({ overlaps: 0, outside: 0 });
  });

  it('have those put by hand exactly there, in all criteria and in that round alone', () => {
    const corner = { x: 900, y: 60 };
    const moved = roundOf(0, ids, { p4: corner });
    expect(at(drawPicture(pictureRequest(moved, null)), 'p4')).toEqual(corner);
    expect(at(drawPicture(pictureRequest(moved, moved)), 'p4')).toEqual(corner);
    expect(at(drawPicture(pictureRequest(second, null, 'network', [moved])), 'p4')).not.toEqual(corner);
  });

  it('go on from where hands put pupils', () => {
    const start = at(one, 'p4');
    const put = { x: start.x + (start.x < 500 ? 160 : -160), y: start.y };
    const from = (places: Readonly<Record<string, Point>>) => {
      const after = drawPicture(pictureRequest(first, null, 'network', [roundOf(0, ids, places)]));
      return Math.abs(at(after, 'p4').x - put.x);
    };
    expect(from({ p4: put })).toBeLessThan(from({}) - 40);
  });

  it('are drawn once when nothing but hands has changed, and only from there on', () => {
    const drawn: number[] = [];
    const counted: typeof drawNetwork = (round, before) => {
      drawn.push(round.pupils.length);
      return drawNetwork(round, before);
    };
    drawPicture(pictureRequest(second, second, 'network', [first]), counted);
    expect(drawn).toEqual([24, 23, 23]);
  });
});

describe('a pupil being dragged', () => {
  it('takes its name along and has straight ties, and everything else stays', () => {
    const picture = drawPicture(pictureRequest(roundOf(0), null));
    const dragged = withDragged(picture, 'p4', { x: 10, y: 20 });
    const [before, after] = [picture, dragged].map(
      ({ pupils }) => pupils.find(({ id }) => id === 'p4') ?? expect.fail('p4'),
    );
    expect(at(dragged, 'p4')).toEqual({ x: 10, y: 20 });
    expect((after?.labelBox.left ?? 0) - 10).toBeCloseTo((before?.labelBox.left ?? 0) - (before?.x ?? 0));
    expect((after?.labelBox.top ?? 0) - 20).toBeCloseTo((before?.labelBox.top ?? 0) - (before?.y ?? 0));
    const touching = dragged.ties.filter(({ from, to }) => from === 'p4' || to === 'p4');
    expect(touching.length).toBeGreaterThan(3);
    expect(touching.every(({ control }) => control === null)).toBe(true);
    expect(dragged.pupils.filter(({ id }) => id !== 'p4')).toEqual(
      picture.pupils.filter(({ id }) => id !== 'p4'),
    );
  });
});
