import { readdir, readFile, readlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import type { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../errors.ts';
import { inPieces } from './roster-source.fixture.ts';
import { sealUpload, sealUploads, uploadLimits } from './sealed-upload.ts';

const contentOf = async (stream: Readable): Promise<Buffer> => Buffer.concat(await stream.toArray());

const codeOf = async (sealing: Promise<unknown>): Promise<string | undefined> => {
  try {
    await sealing;
    return undefined;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
};

/** What this process has open that once was a file of an upload. */
const openFiles = async (): Promise<readonly string[]> => {
  const names = await readdir('/proc/self/fd');
  const links = await Promise.all(
    names.map(async (name) => [name, await readlink(`/proc/self/fd/${name}`).catch(() => '')] as const),
  );
  return links
    .filter(([, link]) => link.includes('/samhold-upload-'))
    .map(([name]) => `/proc/self/fd/${name}`);
};

describe('a sealed upload', () => {
  test('reads back the same from any place to any other', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.nat(320),
        fc.nat(320),
        async (bytes, start, end) => {
          const upload = await sealUpload(inPieces(Buffer.from(bytes)));
          expect(upload.size).toBe(bytes.length);
          expect(await contentOf(upload.read())).toEqual(Buffer.from(bytes));
          expect(await contentOf(upload.read(start, end))).toEqual(Buffer.from(bytes).subarray(start, end));
          await upload.close();
        },
      ),
      { numRuns: 60 },
    );
  });

  test('reads back the same past the first piece it is read in', async () => {
    const bytes = Buffer.from(Array.from({ length: 200_001 }, (_, index) => index % 251));
    const upload = await sealUpload(inPieces(bytes, 9999));
    expect((await contentOf(upload.read(65_537, 199_999))).equals(bytes.subarray(65_537, 199_999))).toBe(
      true,
    );
    await upload.close();
  });

  test.skipIf(process.platform !== 'linux')('has no name on the disk and cannot be read there', async () => {
    const upload = await sealUpload(inPieces('Ask Lie går i 5A. '.repeat(50)));
    expect((await readdir(tmpdir())).filter((name) => name.startsWith('samhold-upload-'))).toEqual([]);
    const [file] = await openFiles();
    const stored = await readFile(file ?? '');
    expect(stored.length).toBe(upload.size);
    expect(stored.includes('Ask')).toBe(false);
    await upload.close();
    await upload.close();
    expect(await openFiles()).toEqual([]);
  });

  test('of more bytes than it may have is refused and put away', async () => {
    expect(await codeOf(sealUpload(inPieces('12345'), 4))).toBe('body_too_large');
    expect(await codeOf(sealUpload(inPieces('1234'), 4).then((upload) => upload.close()))).toBe(undefined);
    if (process.platform === 'linux') expect(await openFiles()).toEqual([]);
  });

  test('is one of several that share a limit', async () => {
    async function* parts() {
      const megabyte = Buffer.alloc(1024 * 1024);
      for (let name = 1; name <= 4; name += 1)
        yield {
          name: `${name}.csv`,
          bytes: (async function* () {
            for (let sent = 0; sent < uploadLimits.file; sent += megabyte.length) yield megabyte;
          })(),
        };
    }
    expect(await codeOf(sealUploads(parts()))).toBe('body_too_large');
    if (process.platform === 'linux') expect(await openFiles()).toEqual([]);
  });
});
