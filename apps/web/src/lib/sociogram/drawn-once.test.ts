import { drawNetwork } from '@samhold/analysis';
import { expect, it } from 'vitest';
import { drawnOnce } from './drawn-once.ts';

const pupils = ['a', 'b', 'c'].map((id) => ({ id, label: id }));
const network = (to: string) => ({ pupils, choices: [{ from: 'a', to }] });

it('draws the same network from the same places once, and any other anew', () => {
  let times = 0;
  const picture = drawNetwork(network('b'), null);
  const draw = drawnOnce(() => {
    times += 1;
    return { ...picture };
  });
  const one = draw(network('b'), null);
  expect(draw(network('b'), null)).toBe(one);
  expect(times).toBe(1);
  const other = draw(network('c'), null);
  draw(network('b'), other);
  draw(network('b'), { ...other, pupils: other.pupils.map((pupil) => ({ ...pupil, x: pupil.x + 1 })) });
  expect(times).toBe(4);
});

it('forgets what was asked for longest ago', () => {
  const asked: string[] = [];
  const draw = drawnOnce((one, before) => {
    asked.push(one.choices[0]?.to ?? '');
    return { ...drawNetwork({ pupils: [], choices: [] }, before) };
  });
  for (let k = 0; k <= 60; k += 1) draw(network(String(k)), null);
  draw(network('60'), null);
  expect(asked).toHaveLength(61);
  draw(network('0'), null);
  expect(asked.at(-1)).toBe('0');
});
