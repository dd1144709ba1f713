import { expect, test } from 'vitest';
import { addressOf, codeAt, newSecret, stepAt, stepOfCode } from './totp.ts';

/** «12345678901234567890», the secret of the test vectors of RFC 6238, Appendix B. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at %i seconds the code is %s', (seconds, code) => {
  const at = new Date(seconds * 1000);
  expect(codeAt(secret, stepAt(at))).toBe(code);
  expect(stepOfCode(secret, ` ${code.slice(0, 3)} ${code.slice(3)}`, at, 0)).toBe(stepAt(at));
});

test('a clock may be half a minute off, and no more', () => {
  const at = new Date(1_111_111_111_000);
  const step = stepAt(at);
  expect([-2, -1, 0, 1, 2].map((away) => stepOfCode(secret, codeAt(secret, step + away), at, 0))).toEqual([
    undefined,
    step - 1,
    step,
    step + 1,
    undefined,
  ]);
});

test('a code is used once, and not after a later one', () => {
  const at = new Date(1_111_111_111_000);
  const step = stepAt(at);
  expect(stepOfCode(secret, codeAt(secret, step), at, step)).toBeUndefined();
  expect(stepOfCode(secret, codeAt(secret, step - 1), at, step)).toBeUndefined();
  expect(stepOfCode(secret, codeAt(secret, step + 1), at, step)).toBe(step + 1);
});

test.each(['', '12345', '1234567', 'abcdef', '２８７０８２'])('%j is no code', (code) => {
  expect(stepOfCode(secret, code, new Date(59_000), 0)).toBeUndefined();
});

test('a new secret is 160 bits, and another each time', () => {
  expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/);
  expect(newSecret()).not.toBe(newSecret());
});

test('the address names who and where', () => {
  expect(addressOf('ABC', 'anne@skolen')).toBe(
    'otpauth://totp/Samhold%3Aanne%40skolen?secret=ABC&issuer=Samhold',
  );
});
