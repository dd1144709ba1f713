import { describe, expect, it } from 'vitest';
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
