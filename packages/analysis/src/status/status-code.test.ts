import { expect, test } from 'vitest';
import { above, below } from './status-code.ts';

test('above and below a limit leave out what rounding alone puts there', () => {
  expect([above(1 + 1e-12, 1), above(1, 1), above(1 + 1e-8, 1)]).toEqual([false, false, true]);
  expect([below(1 - 1e-12, 1), below(1, 1), below(1 - 1e-8, 1)]).toEqual([false, false, true]);
});
