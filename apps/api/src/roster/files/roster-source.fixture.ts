import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { AppError } from '../../errors.ts';
import { readRoster, type RosterRead } from './read-roster.ts';
import type { ColumnMapping, RosterFile } from './roster-file.ts';
import type { RosterSource, SourceFile } from './roster-source.ts';

export type Texts = Readonly<Record<string, string | Buffer>>;

export const school = { organisationNumber: '974760673', name: 'Fjellvang skole' };
export const today = '2026-11-24';

/** The bytes of a text in pieces of an odd size, so that signs and line ends are cut in two. */
export const inPieces = (content: string | Buffer, size = 7): Readable => {
  const bytes = Buffer.from(content);
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
  return Readable.from(pieces, { objectMode: false });
};

export const fileOf = (content: string | Buffer, name = 'elever.csv'): SourceFile => ({
  name,
  open: async () => inPieces(content),
});

export const sourceOf = (texts: Texts): RosterSource => ({
  files: Object.entries(texts).map(([name, content]) => fileOf(content, name)),
  close: async () => {},
});

export const read = (
  texts: Texts,
  wish: { readonly name?: string; readonly today?: string; readonly mapping?: ColumnMapping } = {},
): Promise<RosterRead> =>
  readRoster(
    sourceOf(texts),
    { ...school, name: wish.name ?? school.name },
    { today: wish.today ?? today, ...(wish.mapping === undefined ? {} : { mapping: wish.mapping }) },
  );

export const readRosterOf = async (
  texts: Texts,
  wish: Parameters<typeof read>[1] = {},
): Promise<RosterFile> => {
  const result = await read(texts, wish);
  if (result.outcome === 'read') return result.roster;
  throw new Error('The file needs a mapping.');
};

/** The sentences a roster is refused with. */
export const refusalOf = async (reading: Promise<unknown>): Promise<readonly string[]> => {
  try {
    await reading;
  } catch (error) {
    if (error instanceof AppError && error.code === 'roster_rejected') return error.details ?? [];
    throw error;
  }
  throw new Error('The roster was accepted.');
};

export const zipOf = async (texts: Texts, folder = ''): Promise<Buffer> => {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(texts))
    zip.addBuffer(Buffer.from(content), `${folder}${name}`);
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
};
