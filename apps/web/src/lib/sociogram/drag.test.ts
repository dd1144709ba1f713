import { expect, it } from 'vitest';
import { dragged, gripped, stepOf } from './drag.ts';

const grip = gripped('a', { x: 100, y: 100 }, { x: 103, y: 98 }, { x: 50, y: 50 });

it('is a press until the pointer has gone some way, and a drag from then on, also back again', () => {
  const still = dragged(grip, { x: 105, y: 98 }, { x: 52, y: 52 });
  expect(still.place).toBeNull();
  const away = dragged(grip, { x: 200, y: 98 }, { x: 99, y: 50 });
  expect(away.place).not.toBeNull();
  expect(dragged(away.grip, { x: 103, y: 98 }, { x: 50, y: 50 }).place).toEqual({ x: 100, y: 100 });
});

it('keeps the circle where it was taken hold of', () => {
  expect(dragged(grip, { x: 203, y: 148 }, { x: 100, y: 75 }).place).toEqual({ x: 200, y: 150 });
});

it('steps by arrow keys alone', () => {
  expect(['ArrowLeft', 'ArrowDown', 'Enter'].map(stepOf)).toEqual([{ x: -10, y: 0 }, { x: 0, y: 10 }, null]);
});
