import { describe, expect, test } from 'vitest';
import { isOrganisationNumber } from './organisation-number.ts';

describe('an organisation number', () => {
  // Brønnøysundregistrene itself, Oslo kommune, Utdanningsdirektoratet.
  test.each(['974760673', '958935420', '970018131'])('%s holds', (text) => {
    expect(isOrganisationNumber(text)).toBe(true);
  });

  test('holds with one ninth digit at most, whatever the first eight', () => {
    for (let first = 80_000_000; first < 80_000_500; first += 1) {
      const holding = Array.from({ length: 10 }, (_, digit) => `${first}${digit}`).filter(
        isOrganisationNumber,
      );
      expect(holding.length).toBeLessThanOrEqual(1);
    }
  });

  test('does not hold with two neighbouring digits that differ changed about', () => {
    for (const at of [0, 1, 2, 3, 4, 5, 6, 7]) {
      const digits = [...'974760673'];
      const [a = '', b = ''] = digits.slice(at, at + 2);
      digits.splice(at, 2, b, a);
      expect(isOrganisationNumber(digits.join(''))).toBe(a === b);
    }
  });

  test.each(['', '97476067', '9747606730', '97476067x', ' 974760673', '974 760 673'])(
    '«%s» is none',
    (text) => {
      expect(isOrganisationNumber(text)).toBe(false);
    },
  );
});
