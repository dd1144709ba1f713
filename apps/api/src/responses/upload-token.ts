import { answerKeys, type AnswerKeys } from '@samhold/contract/sealed-part';
import type { Keyring, SchoolSealer } from '@samhold/db';
import { hashToken } from '../session/tokens.ts';

/** The token that goes with a session: the same each time it is asked for, and of no use for reading the session's. */
export const uploadToken = (keyring: Keyring, schoolId: string, sessionHash: Buffer) => {
  const token = keyring.lookupHash('upload', schoolId, sessionHash.toString('hex')).toString('base64url');
  return { token: `${schoolId}.${token}`, tokenHash: hashToken(token) };
};

const derived = new Map<string, Promise<AnswerKeys>>();

/** The school's keys for answers. Deriving them takes a hundred times as long as remembering. */
export const keysOf = (sealer: SchoolSealer): Promise<AnswerKeys> => {
  const seed = sealer.answerSeed();
  const name = seed.toString('base64');
  const known = derived.get(name) ?? answerKeys(seed);
  derived.set(name, known);
  return known;
};
