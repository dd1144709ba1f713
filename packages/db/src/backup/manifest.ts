import type { Client } from 'pg';
import type { Keyring } from '../sealing.ts';
import type { TableHash } from './copy-table.ts';

/** A fault of the backup or of where it is to go, told to whoever runs the command, in bokmål. */
export class BackupFault extends Error {
  override readonly name = 'BackupFault';
}

export const FORMAT = 1;

/** First in a backup: what must be known before anything is read on. */
export type Header = {
  readonly format: number;
  readonly madeAt: string;
  readonly server: string;
  readonly migrations: readonly { readonly name: string; readonly hash: string }[];
  /** A keyed hash that only the same keyring gives. */
  readonly keyring: string;
};

export type ChainHead = { readonly school: string; readonly sequence: string; readonly hash: string };

/** Last in a backup: a backup that was cut has none. */
export type Manifest = Header & {
  readonly tables: readonly TableHash[];
  /** The last entry of each school's access log. */
  readonly chains: readonly ChainHead[];
};

export const fingerprintOf = (keyring: Keyring): string =>
  keyring.lookupHash('backup', 'keyring').toString('hex');

/** Shows that the manifest was written by whoever has the keyring: anyone can encrypt to a public key. */
export const signatureOf = (keyring: Keyring, manifest: string): string =>
  keyring.lookupHash('backup', 'manifest', manifest).toString('hex');

export const chainHeads = async (client: Client): Promise<readonly ChainHead[]> =>
  (
    await client.query<ChainHead>(
      `select school_id::text as school, sequence::text, encode(hash, 'hex') as hash from access_log_head order by 1`,
    )
  ).rows;
