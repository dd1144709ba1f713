import { expect, it } from 'vitest';
import type { PlacedPupil, SociogramLayout } from '../layout/sociogram.ts';
import { droppedAt, steppedTo, withDragged } from './by-hand.ts';

const pupil = (id: string, x: number, y: number): PlacedPupil => ({
  id,
  label: id,
  x,
  y,
  labelSide: 'below',
  labelBox: { left: x - 20, top: y + 16, width: 40, height: 19 },
});
const bent = (from: string, to: string) => ({ from, to, mutual: false, control: { x: 5, y: 6 } });
const picture: SociogramLayout = {
  width: 1000,
  height: 750,
  nodeRadius: 14,
  pupils: [pupil('a', 100, 100), pupil('b', 300, 100), pupil('c', 500, 500)],
  ties: [bent('a', 'b'), bent('c', 'a'), bent('b', 'c')],
};

it('lets the pupil who is dragged take its name along, and straightens its ties alone', () => {
  expect(withDragged(picture, 'a', { x: 130, y: 90 })).toEqual({
    ...picture,
    pupils: [pupil('a', 130, 90), pupil('b', 300, 100), pupil('c', 500, 500)],
    ties: [{ ...bent('a', 'b'), control: null }, { ...bent('c', 'a'), control: null }, bent('b', 'c')],
  });
});

it('puts a pupil where it is dropped or stepped when there is room, with room for a name in the letters of the picture', () => {
  expect(droppedAt(picture, new Map(), 'a', { x: 700, y: 300 })).toEqual({ x: 700, y: 300 });
  expect(steppedTo(picture, new Map(), 'a', { x: 0, y: 40 })).toEqual({ x: 100, y: 140 });
});
