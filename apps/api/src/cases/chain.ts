import { createHash, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { CaseEntryContent } from '@samhold/contract';
import type { SchoolSealer } from '@samhold/db';
import type { EntryRow } from './queries.ts';

/** With a salt: the hash stands in the log, and nobody shall find out what an entry says by guessing. */
type Salted = { readonly salt: string; readonly said: CaseEntryContent };

const contentPlace = (entryId: string) => ({ table: 'case_entry', column: 'content', row: entryId }) as const;

export const titlePlace = (caseId: string) =>
  ({ table: 'school_case', column: 'title', row: caseId }) as const;
export const measurePlace = (measureId: string) =>
  ({ table: 'case_measure', column: 'what', row: measureId }) as const;

type Line = Omit<EntryRow, 'content' | 'hash' | 'school_id'>;

const canonical = (value: unknown): string => canonicalize(value) ?? '';

/** SHA-256 over the hash of the entry before and this one as canonical JSON, with what it says. */
const hashOf = (previous: Buffer, line: Line, salted: Salted): Buffer => {
  const { case_id, number, entry_id, kind, pupil_id, occurred_on, corrects, recorded_by, recorded_at } = line;
  const entry = { case_id, number, entry_id, kind, pupil_id, occurred_on, corrects, recorded_by };
  return createHash('sha256')
    .update(previous)
    .update(canonical({ ...entry, recorded_at: recorded_at.toISOString(), ...salted }))
    .digest();
};

const FIRST = Buffer.alloc(32);

/** What an entry says, sealed, and the hash that binds it to the one before. */
export const sealEntry = (
  sealer: SchoolSealer,
  previous: Buffer | undefined,
  line: Line,
  said: CaseEntryContent,
) => {
  const salted = { salt: randomBytes(16).toString('hex'), said };
  return {
    content: sealer.seal(canonical(salted), contentPlace(line.entry_id)),
    hash: hashOf(previous ?? FIRST, line, salted),
  };
};

const openSalted = (sealer: SchoolSealer, row: EntryRow): Salted | null => {
  try {
    // Written by sealEntry only.
    return JSON.parse(sealer.open(row.content, contentPlace(row.entry_id))) as Salted;
  } catch {
    return null;
  }
};

/** As it stands in the log of openings. */
export const loggedAs = (number: number, hash: Buffer): string => `entry ${number} ${hash.toString('hex')}`;

export type OpenedEntry = { readonly row: EntryRow; readonly said: CaseEntryContent | null };

/**
 * The entries of a case with what they say, and the first that is not as it was recorded: altered, left out, moved, or in the
 * log and not here. The log may have let go of the oldest; it never holds more than there are.
 */
export const openEntries = (
  sealer: SchoolSealer,
  rows: readonly EntryRow[],
  logged: readonly string[],
): { readonly entries: readonly OpenedEntry[]; readonly brokenAt: number | null } => {
  let previous: Buffer = FIRST;
  const broken: number[] = [];
  const entries = rows.map((row, at) => {
    const salted = openSalted(sealer, row);
    const whole =
      salted !== null &&
      row.number === at + 1 &&
      salted.said.kind === row.kind &&
      hashOf(previous, row, salted).equals(row.hash);
    if (!whole) broken.push(at + 1);
    previous = row.hash;
    return { row, said: salted?.said ?? null };
  });
  const here = new Set(rows.map((row) => loggedAs(row.number, row.hash)));
  for (const one of logged) {
    if (!here.has(one)) broken.push(Number(/^entry (\d+) /.exec(one)?.[1] ?? rows.length + 1));
  }
  return { entries, brokenAt: broken.length === 0 ? null : Math.min(...broken) };
};
