import { readFileSync } from 'node:fs';
import { AnswerPart } from '@samhold/contract';
import { answerKeys } from '@samhold/contract/sealed-part';
import { Compile } from 'typebox/compile';
import { expect, test } from 'vitest';
import { partOpener } from './open-part.ts';

type Kept = {
  readonly responseId: string;
  readonly parts: readonly { readonly number: number; readonly sealed: string; readonly part: AnswerPart }[];
};

// Sealed by the code of commit de4beec, the first that sealed. What lies in a tablet's queue is never written anew.
const { responseId, parts } = JSON.parse(
  readFileSync(new URL('parts-of-before.json', import.meta.url), 'utf8'),
) as Kept; // a file of ours

test('parts that the first tablets sealed still open, and are still answers', async () => {
  const { privateKey } = await answerKeys(new Uint8Array(32).fill(7));
  const open = partOpener(privateKey);
  const shape = Compile(AnswerPart);
  for (const { number, sealed, part } of parts) {
    const found: unknown = JSON.parse(open({ responseId, number }, sealed));
    expect(found).toEqual(part);
    expect(shape.Check(found)).toBe(true);
  }
  expect(parts).toHaveLength(2);
});
