import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Keyring } from '../sealing.ts';
import { BackupFault } from './manifest.ts';

/** What only this installation knows: a copy that stays beside the database opens by its own keyring. */
const phraseOf = (keyring: Keyring): string => keyring.lookupHash('backup', 'phrase').toString('base64url');

// The phrase is 256 random bits: stretching it would only take time.
const WORK_FACTOR = 10;

export const newBackupKey = async (): Promise<{ readonly identity: string; readonly recipient: string }> => {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
};

const transformed = async (
  input: Readable,
  by: (stream: globalThis.ReadableStream<Uint8Array>) => Promise<globalThis.ReadableStream<Uint8Array>>,
): Promise<Readable> => {
  // The web streams of Node and of the DOM are the same object under two types.
  const output = await by(Readable.toWeb(input) as globalThis.ReadableStream<Uint8Array>);
  return Readable.fromWeb(output as ReadableStream);
};

/** To a public key of age, or to the installation itself when none is given. */
export const encrypted = (
  input: Readable,
  recipient: string | undefined,
  keyring: Keyring,
): Promise<Readable> => {
  const encrypter = new Encrypter();
  if (recipient === undefined) {
    encrypter.setPassphrase(phraseOf(keyring));
    encrypter.setScryptWorkFactor(WORK_FACTOR);
  } else encrypter.addRecipient(recipient);
  return transformed(input, (stream) => encrypter.encrypt(stream));
};

/** Throws when neither a private key nor the installation's own phrase opens it. */
export const decrypted = async (
  input: Readable,
  identities: readonly string[],
  keyring: Keyring,
): Promise<Readable> => {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(phraseOf(keyring));
  try {
    for (const identity of identities) decrypter.addIdentity(identity);
  } catch (error) {
    throw new BackupFault('Nøkkelfilen har ingen privat nøkkel for age (AGE-SECRET-KEY-1…).', {
      cause: error,
    });
  }
  try {
    return await transformed(input, (stream) => decrypter.decrypt(stream));
  } catch (error) {
    throw new BackupFault(
      'Sikkerhetskopien åpnes ikke: enten er det ikke en sikkerhetskopi, eller så er den kryptert til en annen nøkkel.',
      { cause: error },
    );
  }
};
