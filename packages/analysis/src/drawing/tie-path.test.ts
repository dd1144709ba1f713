import { expect, it } from 'vitest';
import { tieShape } from './tie-path.ts';

const [west, east] = [
  { x: 0, y: 0 },
  { x: 100, y: 0 },
];
const tie = (mutual: boolean, control: { x: number; y: number } | null = null) => ({
  from: 'a',
  to: 'b',
  mutual,
  control,
});

it('a mutual tie goes from edge to edge of the circles and has no arrowhead', () => {
  expect(tieShape(tie(true), west, east, 10)).toEqual({ line: 'M10 0L90 0', head: null });
});

it('a tie one way ends in an arrowhead just off the circle, 11 px long and 10 wide', () => {
  expect(tieShape(tie(false), west, east, 10)).toEqual({ line: 'M10 0L79 0', head: 'M88 0L77 5L77 -5Z' });
  const down = tieShape(tie(false), west, { x: 0, y: 100 }, 10);
  expect(down).toEqual({ line: 'M0 10L0 79', head: 'M0 88L-5 77L5 77Z' });
});

it('a bent tie leaves and arrives in the direction of its control point', () => {
  const shape = tieShape(tie(false, { x: 100, y: 60 }), { x: 100, y: 120 }, east, 10);
  expect(shape).toEqual({ line: 'M100 110Q100 60 100 21', head: 'M100 12L105 23L95 23Z' });
  const around = tieShape(tie(true, { x: 0, y: 50 }), west, { x: 40, y: 80 }, 10);
  expect(around.line).toBe('M0 10Q0 50 32 74');
});

it('two circles in the same place draw a tie without a direction', () => {
  expect(tieShape(tie(true), west, west, 10).line).toBe('M0 0L0 0');
});
