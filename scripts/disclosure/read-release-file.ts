import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import canonicalize from 'canonicalize';
import { Compile } from 'typebox/compile';
import { BadInput } from '../analyse/bad-input.ts';
import { ReleaseFile, type ReleasedDocument, type ReleasedItem } from './release-file.ts';

/** A release that was read, and the name of its file. */
export type ReadRelease = ReleaseFile & { readonly file: string };

const largest = 200 * 1024 * 1024;
const shape = Compile(ReleaseFile);

export const hashOf = (document: ReleasedDocument): string =>
  createHash('sha256')
    .update(canonicalize(document) ?? '')
    .digest('hex');

/**
 * Reads a file of one release and checks that it is whole, well formed and unchanged.
 * @throws BadInput with file, place and reason.
 */
export function readReleaseFile(path: string, folder: string): ReadRelease {
  const file = basename(path);
  const read = parsed(decoded(bytesOf(resolve(folder, path), file), file), file);
  if (!shape.Check(read)) throw new BadInput(`${file}: ${faultOf(read)}`);
  for (const table of read.document.tables) {
    for (const item of table.items) checkItem(item, `${file}: spørsmålet «${item.itemId}»`);
  }
  if (hashOf(read.document) !== read.hash)
    throw new BadInput(`${file}: innholdet er endret etter frigivelsen (kontrollsummen stemmer ikke).`);
  return { ...read, file };
}

function bytesOf(path: string, file: string): Buffer {
  try {
    const about = statSync(path);
    if (about.isDirectory()) throw new BadInput(`${file}: dette er en mappe, ikke en fil.`);
    if (about.size > largest) throw new BadInput(`${file}: filen er større enn 200 MB.`);
    if (about.size === 0) throw new BadInput(`${file}: filen er tom.`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof BadInput) throw error;
    const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new BadInput(`${file}: filen ${gone ? 'finnes ikke' : 'kan ikke leses'}.`);
  }
}

function decoded(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BadInput(`${file}: filen er ikke tekst i UTF-8.`);
  }
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadInput(`${file}: filen er ikke hel JSON.`);
  }
}

/** The first thing that is not as the format says, and where. */
function faultOf(read: unknown): string {
  if (typeof read !== 'object' || read === null || !('format' in read) || !('document' in read))
    return 'dette er ikke en fil med en frigivelse.';
  if (read.format !== 'samhold-release/1') return 'formatet er ikke «samhold-release/1».';
  const faults = shape.Errors(read);
  const [fault] = faults.toSorted((a, b) => Number(isOfFields(b)) - Number(isOfFields(a)));
  if (fault === undefined) return 'filen følger ikke formatet.';
  const place = fault.instancePath.slice(1).replaceAll('/', '.');
  if (fault.keyword === 'required') return `${place} mangler ${fault.params.requiredProperties.join(', ')}.`;
  if (fault.keyword === 'additionalProperties')
    return `${place} har feltet ${fault.params.additionalProperties.join(', ')}, som ikke hører til formatet.`;
  return `${place} har en verdi som ikke hører til formatet.`;
}

const isOfFields = ({ keyword }: { readonly keyword: string }): boolean =>
  keyword === 'required' || keyword === 'additionalProperties';

/** What a type cannot say. */
function checkItem({ options, rows }: ReleasedItem, place: string): void {
  const ids = options.map(({ optionId }) => optionId);
  const sources = options.flatMap(({ of }) => of);
  if (repeats(ids) || repeats(sources)) throw new BadInput(`${place} har samme svar to ganger.`);
  if (options.some(({ score }) => score !== null && !isHundredths(score)))
    throw new BadInput(`${place} har poeng med mer enn to desimaler.`);
  for (const { groupId, of, counts, mean } of rows) {
    const row = `${place}, gruppen «${groupId}»`;
    if (counts.length !== ids.length || counts.some(({ optionId }, i) => optionId !== ids[i]))
      throw new BadInput(`${row} har andre svar enn spørsmålet.`);
    if (repeats(of)) throw new BadInput(`${row} har samme del to ganger.`);
    if (mean !== null && !isHundredths(mean))
      throw new BadInput(`${row} har et snitt med mer enn to desimaler.`);
  }
}

const repeats = (ids: readonly string[]): boolean => new Set(ids).size < ids.length;
const isHundredths = (value: number): boolean => Math.round(value * 100) / 100 === value;
