import { expect, test } from 'vitest';
import { sameId } from './same-id.ts';

test('what is sent again has the id it had, and other words have another', () => {
  const idOf = sameId();
  const first = idOf('Eleven sier at det går bra.');
  expect(idOf('Eleven sier at det går bra.')).toBe(first);
  const other = idOf('Eleven sier at det går bedre.');
  expect(other).not.toBe(first);
  expect(idOf('Eleven sier at det går bedre.')).toBe(other);
  expect(sameId()('Eleven sier at det går bra.')).not.toBe(first);
  expect(sameId()('')).not.toBe('');
});
