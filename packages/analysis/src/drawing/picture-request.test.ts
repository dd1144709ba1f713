import { describe, expect, it } from 'vitest';
import type { drawNetwork } from './picture-request.ts';
import { drawPicture, pictureRequest } from './picture-request.ts';
import type { ShownNetwork } from './shown-network.ts';

const ids = Array.from({ length: 12 }, (_, k) => `p${k}`);
const network = (...steps: readonly number[]): ShownNetwork => ({
  respondents: ids.length,
  pupils: ids.map((pupilId) => ({
    pupilId,
    label: 'Ida',
    responded: true,
    received: 0,
    given: 0,
    mutual: 0,
    givenOutside: 0,
  })),
  choices: ids.flatMap((from, k) => steps.map((step) => ({ from, to: `p${(k + step) % ids.length}` }))),
});

describe('the picture of one criterion', () => {
  const whole = network(1, 2, 5);
  const criterion = network(5);

  it('shows its own ties, with pupils near their places in the whole picture', () => {
    const before = drawPicture(pictureRequest(whole, null));
    const after = drawPicture(pictureRequest(whole, criterion));
    const alone = drawPicture(pictureRequest(criterion, null));
    const shift = ({ pupils }: typeof before): number =>
      pupils.reduce((sum, { x, y }, k) => {
        const place = before.pupils[k];
        return sum + Math.hypot(x - (place?.x ?? 0), y - (place?.y ?? 0)) / pupils.length;
      }, 0);
    expect(after.ties).toHaveLength(12);
    expect(shift(after)).toBeLessThan(0.5 * shift(alone));
  });
});

describe('the target', () => {
  // Everyone chooses the first, who chooses the second; the last is nobody's choice and has not answered.
  const last = ids.at(-1);
  const star: ShownNetwork = {
    ...network(),
    pupils: network().pupils.map((pupil) => ({ ...pupil, responded: pupil.pupilId !== last })),
    choices: [
      ...ids.slice(1, -1).map((from) => ({ from, to: 'p0' })),
      { from: 'p0', to: 'p1' },
      { from: last ?? '', to: 'p2' },
    ],
  };
  const picture = drawPicture(pictureRequest(star, null, 'target'));
  const reach = (id: string): number => {
    const [pupil, centre] = [picture.pupils.find((one) => one.id === id), picture.centre];
    return Math.hypot((pupil?.x ?? 0) - (centre?.x ?? 0), (pupil?.y ?? 0) - (centre?.y ?? 0));
  };

  it('has four rings around its middle, and the most chosen nearest to it', () => {
    expect(picture.rings?.map(({ ring }) => ring)).toEqual(['high', 'expected', 'low', 'none']);
    for (const id of ids.slice(1)) expect(reach('p0')).toBeLessThan(reach(id));
  });

  it('counts no choice of a pupil who has not answered', () => {
    const inner = picture.rings?.find(({ ring }) => ring === 'low');
    const p2 = picture.pupils.find(({ id }) => id === 'p2');
    const [x, y] = [(p2?.x ?? 0) - (picture.centre?.x ?? 0), (p2?.y ?? 0) - (picture.centre?.y ?? 0)];
    expect((x / (inner?.radiusX ?? 1)) ** 2 + (y / (inner?.radiusY ?? 1)) ** 2).toBeGreaterThan(1);
  });

  it('is drawn of the criterion shown, and a network has no rings', () => {
    const ties = drawPicture(pictureRequest(star, network(5), 'target')).ties;
    expect(ties).toHaveLength(12);
    expect(drawPicture(pictureRequest(star, null)).rings).toBeUndefined();
  });
});

describe('what a picture is asked for with', () => {
  const two: ShownNetwork = {
    ...network(1),
    pupils: network()
      .pupils.slice(0, 2)
      .map((pupil, k) => ({ ...pupil, responded: k === 0 })),
    choices: [{ from: 'p0', to: 'p1' }],
  };
  const asClass = {
    pupils: [
      { id: 'p0', label: 'Ida' },
      { id: 'p1', label: 'Ida' },
    ],
    respondents: ['p0'],
    choices: [{ from: 'p0', to: 'p1' }],
    places: new Map(),
  };

  it('is the rounds before, all criteria, and the one shown', () => {
    expect(pictureRequest(two, null)).toEqual({ rounds: [asClass], criterion: null, as: 'network' });
    const places = new Map([['p0', { x: 1, y: 2 }]]);
    expect(pictureRequest({ ...two, places }, two, 'target', [two])).toEqual({
      rounds: [asClass, { ...asClass, places }],
      criterion: asClass,
      as: 'target',
    });
  });

  it('is drawn in a frame of 1000 × 750 px, with room for names in letters of 16 px', () => {
    const { width, height, pupils } = drawPicture(pictureRequest(two, null));
    expect([width, height]).toEqual([1000, 750]);
    expect(pupils.map(({ labelBox }) => [labelBox.width, labelBox.height])).toEqual([
      [30, 19],
      [30, 19],
    ]);
  });

  it('is drawn round after round from where the one before ended, and the criterion from the last', () => {
    const starts: (number | undefined)[] = [];
    const draw: typeof drawNetwork = ({ pupils }, before) => {
      starts.push(before?.pupils[0]?.x);
      const x = 100 * starts.length;
      const labelBox = { left: x, top: 30, width: 30, height: 19 };
      return {
        width: 1000,
        height: 750,
        nodeRadius: 10,
        pupils: pupils.map(({ id, label }) => ({ id, label, x, y: 20, labelSide: 'below', labelBox })),
        ties: [],
      };
    };
    const one: ShownNetwork = { ...two, pupils: two.pupils.slice(0, 1), choices: [] };
    const moved: ShownNetwork = { ...one, places: new Map([['p0', { x: 700, y: 300 }]]) };
    expect(drawPicture(pictureRequest(one, one, 'network', [moved]), draw).pupils[0]?.x).toBe(300);
    expect(starts).toEqual([undefined, 700, 200]);
  });
});
