import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { UploadedFile } from './sealed-upload.ts';
import { baseName, maximumFiles, tablesAmong } from './source-tables.ts';
import { type ByteRange, zipSource } from './zip-source.ts';
import { refused } from './refused.ts';

/** One table of a roster, which can be opened any number of times. */
export type SourceFile = { readonly name: string; readonly open: () => Promise<Readable> };

/** The tables of a roster, whether they came as a folder, a zip or a single file. */
export type RosterSource = {
  readonly files: readonly SourceFile[];
  readonly close: () => Promise<void>;
};

type NamedRange = { readonly name: string; readonly size: number; readonly read: ByteRange };

const firstBytes = async (file: NamedRange): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of file.read(0, Math.min(4, file.size))) parts.push(part as Buffer); // a byte stream
  return Buffer.concat(parts).toString('latin1');
};

const sourceOf = async (files: readonly NamedRange[], close: () => Promise<void>): Promise<RosterSource> => {
  const [only, another] = files;
  const asTable = (file: NamedRange): SourceFile => ({
    name: file.name,
    open: async () => file.read(0, file.size),
  });
  if (only === undefined) throw refused('Fant ingen filer.');
  if (another !== undefined) return { files: tablesAmong(files.map(asTable)), close };
  const start = await firstBytes(only);
  if (start === 'PK\x03\x04' || start === 'PK\x05\x06') return zipSource(only.read, only.size, close);
  if (start.startsWith('\xD0\xCF\x11\xE0'))
    throw refused('Dette er et regneark. Lagre det som CSV og velg den filen.');
  return { files: [{ ...asTable(only), name: baseName(only.name) }], close };
};

/** A source of uploaded files. Closing it closes them; so does a failure. */
export const uploadedSource = async (uploads: readonly UploadedFile[]): Promise<RosterSource> => {
  const close = async () => {
    await Promise.all(uploads.map(({ upload }) => upload.close()));
  };
  try {
    return await sourceOf(
      uploads.map(({ name, upload }) => ({ name, size: upload.size, read: upload.read })),
      close,
    );
  } catch (error) {
    await close();
    throw error;
  }
};

const rangeAt = async (path: string): Promise<NamedRange> => ({
  name: path,
  size: (await stat(path)).size,
  read: (start, end) => (end > start ? createReadStream(path, { start, end: end - 1 }) : Readable.from([])),
});

/** A source at a path on this machine: a folder, a zip or a CSV file. */
export const sourceAtPath = async (path: string): Promise<RosterSource> => {
  const found = await stat(path).catch(() => {
    throw refused('Fant ikke filen eller mappen.');
  });
  const close = async () => {};
  if (!found.isDirectory()) return sourceOf([await rangeAt(path)], close);
  const entries = (await readdir(path, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  if (entries.length > maximumFiles) throw refused('Mappen har for mange filer.');
  const files = await Promise.all(entries.map((entry) => rangeAt(join(entry.parentPath, entry.name))));
  return {
    files: tablesAmong(files.map((file) => ({ name: file.name, open: async () => file.read(0, file.size) }))),
    close,
  };
};

export const fileNamed = (source: RosterSource, name: string): SourceFile | undefined =>
  source.files.find((file) => file.name.toLowerCase() === name.toLowerCase());
