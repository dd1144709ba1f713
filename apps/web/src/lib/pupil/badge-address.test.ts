import { expect, it } from 'vitest';
import { badgeIn } from './badge-address.ts';

it('reads the token of a badge, and takes nothing else for one', () => {
  expect(badgeIn('#b=Ab_c-0123456789012345')).toBe('Ab_c-0123456789012345');
  for (const other of [
    '',
    '#',
    '#b=',
    '#b=short',
    '#main',
    '#b=Ab_c 0123456789012345',
    '#c=Ab_c-0123456789012345',
  ])
    expect(badgeIn(other)).toBeNull();
});
