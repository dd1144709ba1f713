import { randomInt } from 'node:crypto';

/** Without letters and digits that look alike. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

export const newShortCode = (length: number): string =>
  Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/** A code as it was made, however it was typed. */
export const normaliseShortCode = (code: string): string => code.replaceAll(/[\s-]/g, '').toUpperCase();
