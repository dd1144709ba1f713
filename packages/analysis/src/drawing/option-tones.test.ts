import { expect, it } from 'vitest';
import { optionTones } from './option-tones.ts';

const option = (optionId: string, score: number | null) => ({ optionId, text: optionId, score, count: 1 });
const tones = (...scores: readonly (number | null)[]) =>
  optionTones(scores.map((score, k) => option(`o${String(k)}`, score))).map(({ optionId, tone }) => [
    optionId,
    tone,
  ]);

it('options go from low score to high with tones from −1 to 1, and those outside the scale last in their order', () => {
  expect(tones(null, 5, 1, 3, 4, null)).toEqual([
    ['o2', -1],
    ['o3', 0],
    ['o4', 0.5],
    ['o1', 1],
    ['o0', null],
    ['o5', null],
  ]);
});

it('one score alone is the middle', () => {
  expect(tones(4)).toEqual([['o0', 0]]);
});
