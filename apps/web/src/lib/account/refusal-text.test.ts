import { describe, expect, it } from 'vitest';
import { ProblemError } from '#lib/problem.ts';
import { proofRefusalText, refusalText } from './refusal-text.ts';

const waits = (openFrom: Date): string =>
  refusalText(new ProblemError('account_waits', [openFrom.toISOString()]));

describe('what is said of a password or a code that was not taken', () => {
  it('names a minute at which one may try again, also when the wait ends within one', () => {
    expect(waits(new Date(2026, 10, 27, 9, 36, 30))).toContain('Vent til klokken er 09.37,');
    expect(waits(new Date(2026, 10, 27, 9, 36, 0))).toContain('Vent til klokken er 09.36,');
  });

  it('does not speak of a user name to somebody who is signed in, and says that nothing was changed', () => {
    const refused = new ProblemError('account_refused');
    expect(refusalText(refused)).toMatch(/^Brukernavnet, passordet eller koden stemmer ikke/);
    expect(proofRefusalText(refused)).toMatch(/^Passordet eller koden stemmer ikke\. Ingenting er endret/);
    expect(proofRefusalText(new ProblemError('password_weak', ['short']))).toContain('minst 12 tegn');
  });
});
