import { expect, test } from 'vitest';
import { securityText } from './security-txt.ts';

test('the text names whom to tell, and stands for less than a year, as RFC 9116 asks', () => {
  const text = securityText({
    contact: 'mailto:sikkerhet@kommunen.no',
    publicUrl: 'https://samhold.kommunen.no',
    now: () => new Date('2026-11-25T10:00:00Z'),
  });
  expect(text.split('\n')).toEqual([
    'Contact: mailto:sikkerhet@kommunen.no',
    'Expires: 2027-05-26T00:00:00.000Z',
    'Preferred-Languages: nb, nn, en',
    'Canonical: https://samhold.kommunen.no/.well-known/security.txt',
    '',
  ]);
});
