import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

export type BagFile = { readonly name: string; readonly bytes: Buffer };

export type BagInfo = {
  /** Who hands it over. */
  readonly source: string;
  /** What it is, without the name of anybody. */
  readonly description: string;
  readonly identifier: string;
  /** The day it was made, as yyyy-mm-dd. */
  readonly day: string;
};

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const manifestOf = (files: readonly BagFile[]): BagFile['bytes'] =>
  Buffer.from(files.map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`).join(''));

/** A value of bag-info.txt is one line. */
const line = (label: string, value: string): string => `${label}: ${value.replaceAll(/\s+/gu, ' ').trim()}\n`;

/** The same files in the same order are the same bytes: the day in the archive is the bag's, and rights are plain. */
const zipped = async (files: readonly BagFile[], day: string): Promise<Buffer> => {
  const zip = new ZipFile();
  for (const { name, bytes } of files)
    zip.addBuffer(bytes, name, { mtime: new Date(`${day}T12:00:00`), mode: 0o100644, compress: true });
  zip.end();
  return buffer(zip.outputStream);
};

/**
 * Files for an archive as a bag (BagIt 1.0, RFC 8493) in a zip: what is handed over lies in `data/`, and every file has its SHA-256 in a manifest, which
 * `sha256sum -c manifest-sha256.txt` checks. `manifest` is the hash of all manifests, to be kept by whoever hands over.
 */
export const makeBag = async (
  payload: readonly BagFile[],
  info: BagInfo,
): Promise<{ readonly zip: Buffer; readonly manifest: Buffer }> => {
  const inside = payload.map(({ name, bytes }) => ({ name: `data/${name}`, bytes }));
  const octets = payload.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const tags: readonly BagFile[] = [
    { name: 'bagit.txt', bytes: Buffer.from('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n') },
    {
      name: 'bag-info.txt',
      bytes: Buffer.from(
        line('Source-Organization', info.source) +
          line('External-Description', info.description) +
          line('External-Identifier', info.identifier) +
          line('Bagging-Date', info.day) +
          line('Payload-Oxum', `${octets}.${payload.length}`),
      ),
    },
    { name: 'manifest-sha256.txt', bytes: manifestOf(inside) },
  ];
  const all = manifestOf(tags);
  const zip = await zipped([...tags, { name: 'tagmanifest-sha256.txt', bytes: all }, ...inside], info.day);
  return { zip, manifest: createHash('sha256').update(all).digest() };
};
