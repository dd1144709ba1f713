import type { AnswerPart } from '@samhold/contract';
import { answerKeys, sealPart } from '@samhold/contract/sealed-part';
import { describe, expect, test } from 'vitest';
import { partOpener } from './open-part.ts';

const place = { responseId: '00000000-0000-4000-8000-000000000001', number: 3 };
const part = (optionId: string): AnswerPart => ({
  language: 'nb',
  answers: [{ itemId: 'w57-safe', type: 'option', optionId }],
  submit: false,
});
const keys = await answerKeys(new Uint8Array(32).fill(7));
const open = partOpener(keys.privateKey);

// Sealed by @hpke/core, which this has no line in common with.
describe('a part sealed on a tablet', () => {
  test('opens to what was sealed, for any key and any length', async () => {
    for (let at = 0; at < 40; at += 1) {
      const { publicKey, privateKey } = await answerKeys(new Uint8Array(32).fill(at));
      const written = part('æ'.repeat(at * 40));
      const sealed = await sealPart(publicKey, { ...place, number: at + 1 }, written);
      expect(JSON.parse(partOpener(privateKey)({ ...place, number: at + 1 }, sealed))).toEqual(written);
    }
  });

  test('opens in its own place with its own key only', async () => {
    const sealed = await sealPart(keys.publicKey, place, part('a'));
    expect(() => open({ ...place, number: 4 }, sealed)).toThrow();
    expect(() => open({ ...place, responseId: crypto.randomUUID() }, sealed)).toThrow();
    const other = await answerKeys(new Uint8Array(32));
    expect(() => partOpener(other.privateKey)(place, sealed)).toThrow();
  });

  test('does not open when a byte is changed, left out or added', async () => {
    const sealed = await sealPart(keys.publicKey, place, part('a'));
    for (let at = 0; at < sealed.length - 1; at += 29) {
      const altered = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
      expect(() => open(place, altered), String(at)).toThrow();
    }
    for (const broken of [sealed.slice(0, -4), sealed.slice(4), `${sealed}AAAA`, '', 'A'.repeat(88), '\0'])
      expect(() => open(place, broken), broken.slice(-8)).toThrow();
  });
});
