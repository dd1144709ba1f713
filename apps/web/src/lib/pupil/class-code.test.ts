import { expect, it } from 'vitest';
import { cleanClassCode, shownClassCode } from './class-code.ts';

it('takes a code as a child types it', () => {
  expect(cleanClassCode(' ab2d-ef 9h7')).toBe('AB2DEF9H');
});

it('shows a code in two groups of four', () => {
  expect(shownClassCode('AB2')).toBe('AB2');
  expect(shownClassCode('AB2D')).toBe('AB2D');
  expect(shownClassCode('AB2DEF9H')).toBe('AB2D EF9H');
});
