import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const FORMAT = 1;
const NONCE = 12;
const TAG = 16;

/** Which field of which row a sealed value belongs to: bound to the ciphertext, so a value moved elsewhere does not open. */
export type Place = { readonly table: string; readonly column: string; readonly row: string };

const encrypt = (key: Buffer, plain: Buffer, associated: string): Buffer => {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(associated));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(FORMAT), nonce, cipher.getAuthTag(), body]);
};

const decrypt = (key: Buffer, sealed: Buffer, associated: string): Buffer => {
  if (sealed[0] !== FORMAT || sealed.length < 1 + NONCE + TAG) throw new Error('This is not a sealed value.');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE))
    .setAAD(Buffer.from(associated))
    .setAuthTag(sealed.subarray(1 + NONCE, 1 + NONCE + TAG));
  return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE + TAG)), decipher.final()]);
};

const derive = (key: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', purpose, 32));

const keyedHash = (key: Buffer, parts: readonly string[]): Buffer =>
  createHmac('sha256', key).update(parts.join('\0')).digest();

/** Seals and opens the fields of one school, and hashes its external ids for look-up. */
export type SchoolSealer = {
  readonly seal: (text: string, place: Place) => Buffer;
  /** Throws when the value was altered or belongs to another row or school. */
  readonly open: (sealed: Buffer, place: Place) => string;
  readonly lookupHash: (...parts: readonly string[]) => Buffer;
};

export type Keyring = {
  /** A new random school key, wrapped by the master key for storing beside the school. */
  readonly newSchoolKey: (schoolId: string) => Buffer;
  readonly sealerFor: (schoolId: string, wrappedKey: Buffer) => SchoolSealer;
  /** Keyed hash for what is looked up before the school is known: sign-in subjects, class codes. */
  readonly lookupHash: (...parts: readonly string[]) => Buffer;
  /** A key for another purpose, derived from the master key: cookies. */
  readonly keyFor: (purpose: string) => Buffer;
};

/** Envelope encryption, AES-256-GCM: one master key wraps one key per school. Throws on a master key of other than 32 bytes. */
export const createKeyring = (masterKey: Buffer): Keyring => {
  if (masterKey.length !== 32) throw new Error('The master key must be 32 bytes.');
  const wrapping = derive(masterKey, 'samhold wrap school key');
  const lookup = derive(masterKey, 'samhold lookup');
  const wrapAssociated = (schoolId: string): string => `school.wrapped_key:${schoolId}`;
  return {
    newSchoolKey: (schoolId) => encrypt(wrapping, randomBytes(32), wrapAssociated(schoolId)),
    sealerFor: (schoolId, wrappedKey) => {
      const schoolKey = decrypt(wrapping, wrappedKey, wrapAssociated(schoolId));
      const fields = derive(schoolKey, 'samhold fields');
      const external = derive(schoolKey, 'samhold lookup');
      const associated = (place: Place): string => `${place.table}.${place.column}:${schoolId}:${place.row}`;
      return {
        seal: (text, place) => encrypt(fields, Buffer.from(text, 'utf8'), associated(place)),
        open: (sealed, place) => decrypt(fields, sealed, associated(place)).toString('utf8'),
        lookupHash: (...parts) => keyedHash(external, parts),
      };
    },
    lookupHash: (...parts) => keyedHash(lookup, parts),
    keyFor: (purpose) => derive(masterKey, `samhold ${purpose}`),
  };
};
