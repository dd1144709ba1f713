import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { Transform } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import { extract, pack } from 'tar-stream';
import type { Keyring } from '../sealing.ts';
import { decrypted, encrypted } from './encryption.ts';

export type ArchiveFile = { readonly name: string; readonly bytes: Buffer };

/** Counts and hashes what passes. */
const counting = () => {
  const seen = { bytes: 0, hash: createHash('sha256') };
  const through = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      seen.bytes += chunk.length;
      seen.hash.update(chunk);
      done(null, chunk);
    },
  });
  return { through, seen };
};

/**
 * Writes files to `file` as a tar, compressed, encrypted by age to a public key. Each is held in memory on its own. Returns
 * the size and SHA-256 of what was written. Of one that fails nothing is left.
 */
export const writeSealedArchive = async (
  file: string,
  { recipient, keyring, at }: { readonly recipient: string; readonly keyring: Keyring; readonly at: Date },
  files: AsyncIterable<ArchiveFile>,
): Promise<{ readonly bytes: number; readonly sha256: Buffer }> => {
  const archive = pack();
  const zipped = createGzip();
  const { through, seen } = counting();
  const filling = (async () => {
    for await (const { name, bytes } of files)
      await new Promise<void>((resolve, reject) => {
        archive.entry({ name, mtime: at, mode: 0o600 }, bytes, (error) =>
          error ? reject(error) : resolve(),
        );
      });
    archive.finalize();
  })().catch((error: unknown) => {
    archive.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  });
  const ends = await Promise.allSettled([
    filling,
    pipeline(archive, zipped),
    encrypted(zipped, recipient, keyring).then((sealed) =>
      pipeline(sealed, through, createWriteStream(file, { mode: 0o600, flush: true })),
    ),
  ]);
  // The first of them says why; the others fail because of it.
  for (const end of ends) {
    if (end.status === 'fulfilled') continue;
    rmSync(file, { force: true });
    throw end.reason;
  }
  return { bytes: seen.bytes, sha256: seen.hash.digest() };
};

/** The files of such an archive, by name, opened by a private key. Throws when it was altered. */
export const readSealedArchive = async (
  file: string,
  identity: string,
  keyring: Keyring,
): Promise<ReadonlyMap<string, Buffer>> => {
  const opened = await decrypted(createReadStream(file), [identity], keyring);
  const entries = extract();
  const unpacking = pipeline(opened, createGunzip(), entries);
  const files = new Map<string, Buffer>();
  for await (const entry of entries) files.set(entry.header.name, await buffer(entry));
  await unpacking;
  return files;
};
