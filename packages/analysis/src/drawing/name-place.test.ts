import { expect, it } from 'vitest';
import { namePlace } from './name-place.ts';

const labelBox = { left: 100, top: 50, width: 60, height: 20 };

it('stands against the circle, whichever side of it the name is on', () => {
  const of = (labelSide: 'above' | 'below' | 'right' | 'left') => namePlace({ labelBox, labelSide });
  expect(of('right')).toMatchObject({ x: 100, 'text-anchor': 'start' });
  expect(of('left')).toMatchObject({ x: 160, 'text-anchor': 'end' });
  for (const side of ['above', 'below'] as const) {
    expect(of(side)).toEqual({ x: 130, y: 50 + 0.78 * 20, 'text-anchor': 'middle' });
  }
});
