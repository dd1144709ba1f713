import { randomInt } from 'node:crypto';
import type { Dependencies } from '../dependencies.ts';

export const CODE_MINUTES = 30;

export const codeExpiry = (now: Date): Date => new Date(now.getTime() + CODE_MINUTES * 60_000);

export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

export const codeHash = (deps: Pick<Dependencies, 'keyring'>, staffId: string, code: string): Buffer =>
  deps.keyring.lookupHash('mail code', staffId, code);
