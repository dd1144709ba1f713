import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import { AppError } from '../../errors.ts';
import type { RosterSource, SourceFile } from './roster-source.ts';
import { maximumFiles, tablesAmong } from './source-tables.ts';
import { refused } from './refused.ts';

export type ByteRange = (start: number, end: number) => Readable;

const maximumUnpacked = 1024 ** 3;

const damaged = () => refused('Zip-filen er skadet. Eksporter den på nytt.');

/** What yauzl reads from. */
class RangeReader extends RandomAccessReader {
  readonly #read: ByteRange;

  constructor(read: ByteRange) {
    super();
    this.#read = read;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return this.#read(start, end);
  }
}

/** The bytes of an entry; what differs from its declared size or check sum is damage. */
async function* unpacked(zip: ZipFile, entry: Entry) {
  let sum = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      const bytes = chunk as Buffer; // yauzl gives byte streams
      sum = crc32(bytes, sum);
      yield bytes;
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged();
  }
  if (sum !== entry.crc32) throw damaged();
}

const entriesOf = async (zip: ZipFile): Promise<readonly Entry[]> => {
  const entries: Entry[] = [];
  if (zip.entryCount > maximumFiles) throw refused('Zip-filen har for mange filer.');
  for await (const entry of zip.eachEntry()) if (!entry.fileName.endsWith('/')) entries.push(entry);
  if (entries.some((entry) => entry.fileName === '[Content_Types].xml'))
    throw refused('Dette er et regneark. Lagre det som CSV og velg den filen.');
  if (entries.some((entry) => entry.isEncrypted()))
    throw refused('Zip-filen har passord. Lag en uten passord.');
  if (entries.some((entry) => entry.compressionMethod !== 0 && entry.compressionMethod !== 8))
    throw refused('Zip-filen er pakket på en måte som ikke kan leses. Velg mappen i stedet.');
  if (entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0) > maximumUnpacked)
    throw refused('Innholdet i zip-filen er for stort.');
  return entries;
};

/**
 * The tables in a zip, unpacked each time one is opened and never onto a disk. Throws `roster_rejected` for a zip that is
 * damaged, has a password, or would unpack to more than one gigabyte.
 */
export const zipSource = async (
  read: ByteRange,
  size: number,
  close: () => Promise<void>,
): Promise<RosterSource> => {
  const options = { autoClose: false, lazyEntries: true };
  const zip = await fromRandomAccessReaderPromise(new RangeReader(read), size, options).catch(() => {
    throw damaged();
  });
  // Whoever reads gets the error; without a listener it would end the process.
  zip.on('error', () => {});
  const entries = await entriesOf(zip).catch((error: unknown) => {
    throw error instanceof AppError ? error : damaged();
  });
  const files = entries.map((entry): SourceFile => ({
    name: entry.fileName,
    open: async () => Readable.from(unpacked(zip, entry), { objectMode: false }),
  }));
  return {
    files: tablesAmong(files),
    close: async () => {
      zip.close();
      await close();
    },
  };
};
