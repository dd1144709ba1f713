import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';

const FORMAT = 1;
const FORMAT_BYTE = Buffer.of(FORMAT);
const NONCE = 12;
const TAG = 16;

/** Which field of which row a sealed value belongs to: bound to the ciphertext, so a value moved elsewhere does not open. */
export type Place = { readonly table: string; readonly column: string; readonly row: string };

/** Random bytes not used yet: drawing them for each value alone takes longer than sealing it. */
const drawn = { bytes: Buffer.alloc(0), used: 0 };

const newNonce = (): Buffer => {
  if (drawn.used === drawn.bytes.length) {
    drawn.bytes = randomBytes(256 * NONCE);
    drawn.used = 0;
  }
  drawn.used += NONCE;
  return drawn.bytes.subarray(drawn.used - NONCE, drawn.used);
};

const encrypt = (key: KeyObject, plain: Buffer, associated: string): Buffer => {
  const nonce = newNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(associated));
  const body = [cipher.update(plain), cipher.final()];
  return Buffer.concat([FORMAT_BYTE, nonce, cipher.getAuthTag(), ...body]);
};

const decrypt = (key: KeyObject, sealed: Buffer, associated: string): Buffer => {
  if (sealed[0] !== FORMAT || sealed.length < 1 + NONCE + TAG) throw new Error('This is not a sealed value.');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE))
    .setAAD(Buffer.from(associated))
    .setAuthTag(sealed.subarray(1 + NONCE, 1 + NONCE + TAG));
  return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE + TAG)), decipher.final()]);
};

const derive = (key: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', purpose, 32));

/** A Buffer would be made into a key again for every value: several times the work of sealing a name. */
const deriveKey = (key: Buffer, purpose: string): KeyObject => createSecretKey(derive(key, purpose));

const keyedHash = (key: KeyObject, parts: readonly string[]): Buffer =>
  createHmac('sha256', key).update(parts.join('\0')).digest();

/** Seals and opens the fields of one school, and hashes its external ids for look-up. */
export type SchoolSealer = {
  readonly seal: (text: string, place: Place) => Buffer;
  /** Throws when the value was altered or belongs to another row or school. */
  readonly open: (sealed: Buffer, place: Place) => string;
  readonly lookupHash: (...parts: readonly string[]) => Buffer;
  /** What the key pair is derived from that tablets seal answers to: 32 bytes, the same each time. */
  readonly answerSeed: () => Buffer;
};

export type Keyring = {
  /** A new random school key, wrapped by the master key for storing beside the school. */
  readonly newSchoolKey: (schoolId: string) => Buffer;
  /** The same school key, wrapped by the master key of now. */
  readonly rewrap: (schoolId: string, wrappedKey: Buffer) => Buffer;
  readonly sealerFor: (schoolId: string, wrappedKey: Buffer) => SchoolSealer;
  /** Keyed hash for what is looked up before the school is known: sign-in subjects, class codes. */
  readonly lookupHash: (...parts: readonly string[]) => Buffer;
  /** Seals what belongs to no school, for one purpose and bound to `associated`: a sign-in under way, a client secret. */
  readonly seal: (purpose: string, text: string, associated: string) => Buffer;
  /** Throws when the value was altered, or sealed for another purpose or bound to something else. */
  readonly open: (purpose: string, sealed: Buffer, associated: string) => string;
};

/** What look-up hashes are keyed with when nothing else is said. It outlives the master key: what was hashed cannot be hashed again. */
export const lookupKeyOf = (masterKey: Buffer): Buffer => derive(masterKey, 'samhold lookup');

export type OtherKeys = {
  /** Master keys of before, which still open what they sealed. */
  readonly previous?: readonly Buffer[];
  /** The key of look-up hashes, when it is of another master key than the one of now. */
  readonly lookupKey?: Buffer | undefined;
};

/** The first that opens it; the failure of the last when none does. */
const firstThatOpens = <T>(keys: readonly Buffer[], open: (key: Buffer) => T): T => {
  const [key, ...rest] = keys;
  if (key === undefined) throw new Error('No key is given.');
  if (rest.length === 0) return open(key);
  try {
    return open(key);
  } catch {
    return firstThatOpens(rest, open);
  }
};

/**
 * Envelope encryption, AES-256-GCM: one master key wraps one key per school. Seals by the master key of now, and opens by it
 * or one of before. Throws on a key of other than 32 bytes.
 */
export const createKeyring = (
  masterKey: Buffer,
  { previous = [], lookupKey = lookupKeyOf(masterKey) }: OtherKeys = {},
): Keyring => {
  const masterKeys = [masterKey, ...previous];
  if ([...masterKeys, lookupKey].some((key) => key.length !== 32))
    throw new Error('The master key must be 32 bytes.');
  const lookup = createSecretKey(lookupKey);
  const wrappingOf = (key: Buffer): KeyObject => deriveKey(key, 'samhold wrap school key');
  const keyFor = (key: Buffer, purpose: string): KeyObject => deriveKey(key, `samhold ${purpose}`);
  const wrapAssociated = (schoolId: string): string => `school.wrapped_key:${schoolId}`;
  const wrapping = wrappingOf(masterKey);
  const wrap = (schoolId: string, schoolKey: Buffer): Buffer =>
    encrypt(wrapping, schoolKey, wrapAssociated(schoolId));
  const unwrap = (schoolId: string, wrappedKey: Buffer): Buffer =>
    firstThatOpens(masterKeys, (key) =>
      decrypt(key === masterKey ? wrapping : wrappingOf(key), wrappedKey, wrapAssociated(schoolId)),
    );
  return {
    newSchoolKey: (schoolId) => wrap(schoolId, randomBytes(32)),
    rewrap: (schoolId, wrappedKey) => wrap(schoolId, unwrap(schoolId, wrappedKey)),
    sealerFor: (schoolId, wrappedKey) => {
      const schoolKey = unwrap(schoolId, wrappedKey);
      const fields = deriveKey(schoolKey, 'samhold fields');
      const external = deriveKey(schoolKey, 'samhold lookup');
      const answers = derive(schoolKey, 'samhold answers 1');
      const associated = (place: Place): string => `${place.table}.${place.column}:${schoolId}:${place.row}`;
      return {
        seal: (text, place) => encrypt(fields, Buffer.from(text, 'utf8'), associated(place)),
        open: (sealed, place) => decrypt(fields, sealed, associated(place)).toString('utf8'),
        lookupHash: (...parts) => keyedHash(external, parts),
        answerSeed: () => Buffer.from(answers),
      };
    },
    lookupHash: (...parts) => keyedHash(lookup, parts),
    seal: (purpose, text, associated) =>
      encrypt(keyFor(masterKey, purpose), Buffer.from(text, 'utf8'), associated),
    open: (purpose, sealed, associated) =>
      firstThatOpens(masterKeys, (key) => decrypt(keyFor(key, purpose), sealed, associated)).toString('utf8'),
  };
};
