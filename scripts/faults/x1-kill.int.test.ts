import { expect, test } from 'vitest';
import { killUnderLoad } from './x1-kill.ts';

test('X1: api and database are killed four times under load, and every acknowledged response is there once', async () => {
  const { breaches, figures } = await killUnderLoad({ kills: 4, seed: 4 });
  expect(breaches).toEqual([]);
  // Each of the three.
  expect(figures[0]?.measured).not.toContain('0');
  expect(Number(figures[1]?.measured)).toBeGreaterThan(50);
}, 180_000);
