import { buffer } from 'node:stream/consumers';
import { type Entry, fromBuffer } from 'yauzl';

/** Every file of a zip, read by another library than the one that wrote it. */
export const unzip = (zip: Buffer): Promise<ReadonlyMap<string, Buffer>> =>
  new Promise((resolve, reject) => {
    const files = new Map<string, Buffer>();
    fromBuffer(zip, { lazyEntries: true }, (failure, opened) => {
      if (opened === undefined) return reject(failure ?? new Error('no zip'));
      opened.on('entry', (entry: Entry) => {
        opened.openReadStream(entry, (fault, stream) => {
          if (stream === undefined) return reject(fault ?? new Error('no stream'));
          void buffer(stream).then((bytes) => {
            files.set(entry.fileName, bytes);
            opened.readEntry();
          }, reject);
        });
      });
      opened.on('end', () => resolve(files));
      opened.on('error', reject);
      opened.readEntry();
    });
  });
