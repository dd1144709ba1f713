import { expect, it } from 'vitest';
import { badgeIn, badgeOfAddress } from './badge-address.ts';

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

it('takes a QR code for a badge only when it leads to this very site', () => {
  const read = (text: string) => badgeOfAddress(text, 'https://skole.test');
  const token = 'Ab_c-0123456789012345';
  expect(read(`https://skole.test/s#b=${token}`)).toBe(token);
  for (const other of [
    `https://annen.test/s#b=${token}`,
    `http://skole.test/s#b=${token}`,
    `https://skole.test.annen.test/s#b=${token}`,
    `https://skole.test@annen.test/s#b=${token}`,
    `https://skole.test/class#b=${token}`,
    'https://skole.test/s',
    token,
    '',
  ])
    expect(read(other), other).toBeNull();
});
