import { randomBytes } from 'node:crypto';
import type { Keyring } from '@samhold/db';

/** 160 random bits. */
const BYTES = 20;

/** What the QR code of a badge carries; only its hash is kept, so a lost badge is replaced, never shown again. */
export const newBadgeToken = (): string => randomBytes(BYTES).toString('base64url');

export const badgeHash = (keyring: Keyring, token: string): Buffer => keyring.lookupHash('badge', token);

/** After the number sign, so that no server and no log on the way sees it. */
export const badgeAddress = (origin: string, token: string): string => `${origin}/s#b=${token}`;
