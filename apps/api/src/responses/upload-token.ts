import { answerKeys } from '@samhold/contract/sealed-part';
import type { Keyring, SchoolSealer } from '@samhold/db';
import { hashToken } from '../session/tokens.ts';
import { partOpener, type PartOpener } from './open-part.ts';

/** The token that goes with a session: the same each time it is asked for, and of no use for reading the session's. */
export const uploadToken = (keyring: Keyring, schoolId: string, sessionHash: Buffer) => {
  const token = keyring.lookupHash('upload', schoolId, sessionHash.toString('hex')).toString('base64url');
  return { token: `${schoolId}.${token}`, tokenHash: hashToken(token) };
};

/** What a school's tablets seal answers to, and what opens them here. */
export type AnswerKeys = { readonly publicKey: string; readonly open: PartOpener };

const known = new Map<string, Promise<AnswerKeys>>();

const derive = async (sealer: SchoolSealer): Promise<AnswerKeys> => {
  const { publicKey, privateKey } = await answerKeys(sealer.answerSeed());
  return { publicKey, open: partOpener(privateKey) };
};

/** The school's keys for answers, by its key as it is stored. Deriving them takes a hundred times as long as remembering. */
export const keysOf = (keyring: Keyring, schoolId: string, wrappedKey: Buffer): Promise<AnswerKeys> => {
  const name = `${schoolId} ${wrappedKey.toString('base64')}`;
  const keys = known.get(name) ?? derive(keyring.sealerFor(schoolId, wrappedKey));
  known.set(name, keys);
  return keys;
};
