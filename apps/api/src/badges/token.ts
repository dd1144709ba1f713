import { randomBytes } from 'node:crypto';
import type { Keyring } from '@samhold/db';
import { newShortCode, normaliseShortCode } from '../short-code.ts';

/** 160 random bits. */
const BYTES = 20;
/** 49 random bits: short enough to type, so it is taken only while the class answers. */
const CODE_LENGTH = 10;

/** What the QR code of a badge carries; only its hash is kept, so a lost badge is replaced, never shown again. */
export const newBadgeToken = (): string => randomBytes(BYTES).toString('base64url');

export const badgeHash = (keyring: Keyring, token: string): Buffer => keyring.lookupHash('badge', token);

/** What stands under the QR code, for a tablet without a camera. Only its hash is kept. */
export const newBadgeCode = (): string => newShortCode(CODE_LENGTH);

export const badgeCodeHash = (keyring: Keyring, code: string): Buffer =>
  keyring.lookupHash('badge code', normaliseShortCode(code));

/** Two groups of five, as it is printed. */
export const printedBadgeCode = (code: string): string => `${code.slice(0, 5)} ${code.slice(5)}`;

/** After the number sign, so that no server and no log on the way sees it. */
export const badgeAddress = (origin: string, token: string): string => `${origin}/s#b=${token}`;
