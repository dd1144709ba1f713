import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const SECONDS = 30;
const DIGITS = 6;

/** RFC 4648, without padding: what apps for codes read. */
const base32 = (bytes: Buffer): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
};

const bytesOf = (secret: string): Buffer => {
  const bits = [...secret].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
};

/** 160 bits, as RFC 4226 recommends. */
export const newSecret = (): string => base32(randomBytes(20));

/** RFC 6238 with SHA-1, which is what the apps know: the code of one step of thirty seconds. */
export const codeAt = (secret: string, step: number): string => {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', bytesOf(secret)).update(counter).digest();
  const offset = digest.readUInt8(digest.length - 1) & 0xf;
  const number = (digest.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS;
  return String(number).padStart(DIGITS, '0');
};

export const stepAt = (now: Date): number => Math.floor(now.getTime() / 1000 / SECONDS);

/** The step a code is of, one earlier or later than now allowed for clocks that differ, and later than the last one used. */
export const stepOfCode = (secret: string, code: string, now: Date, lastUsed: number): number | undefined => {
  const written = Buffer.from(code.replaceAll(/\s/g, ''));
  return [0, -1, 1]
    .map((away) => stepAt(now) + away)
    .find((step) => {
      const right = Buffer.from(codeAt(secret, step));
      return step > lastUsed && right.length === written.length && timingSafeEqual(right, written);
    });
};

/** What an app reads from a QR code. */
export const addressOf = (secret: string, name: string): string =>
  `otpauth://totp/${encodeURIComponent(`Samhold:${name}`)}?secret=${secret}&issuer=Samhold`;
