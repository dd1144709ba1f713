import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';

/** RFC 9106, the choice for machines with less memory: 64 MiB, three passes. */
const MEMORY = 65_536;
const PASSES = 3;
const LANES = 4;
const LENGTH = 32;

const derive = promisify<'argon2id', Argon2Parameters, Buffer>(argon2);

const keyOf = (password: string, nonce: Buffer): Promise<Buffer> =>
  derive('argon2id', {
    // The same letters may come composed or not, by the keyboard.
    message: Buffer.from(password.normalize('NFKC')),
    nonce,
    memory: MEMORY,
    passes: PASSES,
    parallelism: LANES,
    tagLength: LENGTH,
  });

const coded = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');
const head = `$argon2id$v=19$m=${MEMORY},t=${PASSES},p=${LANES}$`;

/** A password as it is stored: argon2id, in the usual text form. */
export const hashPassword = async (password: string): Promise<string> => {
  const nonce = randomBytes(16);
  return `${head}${coded(nonce)}$${coded(await keyOf(password, nonce))}`;
};

/** Stands in where there is no account, so that it takes as long to refuse. */
export const nobodysHash = (): string => `${head}${coded(randomBytes(16))}$${coded(randomBytes(LENGTH))}`;

/** Throws for a hash of other costs than today's: those are changed together with a way from the old ones. */
export const isPassword = async (password: string, stored: string): Promise<boolean> => {
  if (!stored.startsWith(head)) throw new Error('This is not a stored password.');
  const [nonce = '', key = ''] = stored.slice(head.length).split('$');
  const found = await keyOf(password, Buffer.from(nonce, 'base64'));
  const right = Buffer.from(key, 'base64');
  return right.length === found.length && timingSafeEqual(right, found);
};
