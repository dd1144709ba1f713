import { symbols } from '@samhold/survey';
import { expect, it } from 'vitest';
import { symbolDrawings } from './symbol-drawings.ts';

it('has a drawing of its own for every symbol a questionnaire can name', () => {
  const drawn = symbols.map((id) => JSON.stringify(symbolDrawings[id]));
  expect(drawn.every((drawing) => drawing !== '[]')).toBe(true);
  expect(new Set(drawn).size).toBe(symbols.length);
});
