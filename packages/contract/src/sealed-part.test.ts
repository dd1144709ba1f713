import { expect, test } from 'vitest';
import { answerKeys, openPart, sealPart } from './sealed-part.ts';
import type { AnswerPart } from './pupil.ts';

const place = { responseId: '00000000-0000-4000-8000-000000000001', number: 3 };
const part = (optionId: string): AnswerPart => ({
  language: 'nb',
  answers: [{ itemId: 'w57-safe', type: 'option', optionId }],
  submit: false,
});
const keys = await answerKeys(new Uint8Array(32).fill(7));

test('a part opens to what was sealed, in its own place with its own key only', async () => {
  const sealed = await sealPart(keys.publicKey, place, part('æøå'));
  expect(JSON.parse(await openPart(keys, place, sealed))).toEqual(part('æøå'));
  await expect(openPart(keys, { ...place, number: 4 }, sealed)).rejects.toThrow();
  await expect(openPart(keys, { ...place, responseId: crypto.randomUUID() }, sealed)).rejects.toThrow();
  await expect(openPart(await answerKeys(new Uint8Array(32)), place, sealed)).rejects.toThrow();
});

test('the same seed gives the same keys', async () => {
  expect((await answerKeys(new Uint8Array(32).fill(7))).publicKey).toBe(keys.publicKey);
});

test('answers of different lengths seal to the same length, and the same answer differently each time', async () => {
  const sealed = await Promise.all(
    ['a', 'a', 'never-or-hardly-ever'].map((id) => sealPart(keys.publicKey, place, part(id))),
  );
  expect(new Set(sealed.map(({ length }) => length)).size).toBe(1);
  expect(new Set(sealed).size).toBe(3);
});

test('no byte can be changed, none left out', async () => {
  const sealed = await sealPart(keys.publicKey, place, part('a'));
  for (let at = 0; at < sealed.length - 1; at += 29) {
    const altered = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
    await expect(openPart(keys, place, altered), String(at)).rejects.toThrow();
  }
  await expect(openPart(keys, place, sealed.slice(0, -4))).rejects.toThrow();
  await expect(openPart(keys, place, '')).rejects.toThrow();
});
