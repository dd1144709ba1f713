import { expect, test } from 'vitest';
import { answerKeys, sealPart } from './sealed-part.ts';
import type { AnswerPart } from './pupil.ts';

const place = { responseId: '00000000-0000-4000-8000-000000000001', number: 3 };
const part = (optionId: string): AnswerPart => ({
  language: 'nb',
  answers: [{ itemId: 'w57-safe', type: 'option', optionId }],
  submit: false,
});
const keys = await answerKeys(new Uint8Array(32).fill(7));

test('the same seed gives the same keys', async () => {
  expect(await answerKeys(new Uint8Array(32).fill(7))).toEqual(keys);
});

test('answers of different lengths seal to the same length, and the same answer differently each time', async () => {
  const sealed = await Promise.all(
    ['a', 'a', 'never-or-hardly-ever'].map((id) => sealPart(keys.publicKey, place, part(id))),
  );
  expect(new Set(sealed.map(({ length }) => length)).size).toBe(1);
  expect(new Set(sealed).size).toBe(3);
});
