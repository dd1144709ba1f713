import { accessLogHash } from '../access/log.ts';
import type { DayHead } from './day-heads.ts';

/** One stored entry of the log, with the fields its hash covers. */
export type LogRow = {
  readonly sequence: number;
  readonly at: string;
  readonly staff_id: string;
  readonly role: string;
  readonly action: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly purpose: string;
  readonly hash: string;
};

export type Link = { readonly sequence: number; readonly hash: string };

export type Fault =
  | { readonly kind: 'changed'; readonly sequence: number }
  | { readonly kind: 'missing'; readonly from: number; readonly to: number }
  | { readonly kind: 'cut short'; readonly wanted: number; readonly found: number }
  | { readonly kind: 'head differs'; readonly sequence: number }
  | { readonly kind: 'day differs'; readonly day: string; readonly where: 'database' | 'file' }
  | { readonly kind: 'deleted early'; readonly day: string }
  | { readonly kind: 'day missing'; readonly day: string; readonly where: 'database' | 'file' };

export const GENESIS: Link = { sequence: 0, hash: '0'.repeat(64) };

export type ChainCheck = {
  /** The next entries, in the order of their sequence. */
  readonly take: (rows: readonly LogRow[]) => void;
  readonly entries: () => number;
  /** Holds what was read against the last link that is kept of the whole chain, and of each day. */
  readonly end: (
    head: Link | undefined,
    days: { readonly stored: readonly DayHead[]; readonly kept: readonly DayHead[] },
  ) => readonly Fault[];
};

/**
 * Computes a school's chain again from `start`, the last link before the first entry there is. An entry that does not follow from
 * the one before it is told, and the chain goes on from its own hash, so that one change is one fault.
 */
export const checkChain = (start: Link = GENESIS): ChainCheck => {
  const faults: Fault[] = [];
  const hashes = new Map<number, string>();
  let last = start;
  let entries = 0;
  const hashAt = (sequence: number): string | undefined =>
    sequence === start.sequence ? start.hash : hashes.get(sequence);
  return {
    take: (rows) => {
      for (const { hash, ...entry } of rows) {
        const { sequence } = entry;
        if (sequence > last.sequence + 1)
          faults.push({ kind: 'missing', from: last.sequence + 1, to: sequence - 1 });
        else if (accessLogHash(Buffer.from(last.hash, 'hex'), entry).toString('hex') !== hash)
          faults.push({ kind: 'changed', sequence });
        last = { sequence, hash };
        hashes.set(sequence, hash);
        entries += 1;
      }
    },
    entries: () => entries,
    end: (head, { stored, kept }) => {
      if (head === undefined ? last.sequence > 0 : head.sequence !== last.sequence)
        faults.push({ kind: 'cut short', wanted: head?.sequence ?? 0, found: last.sequence });
      else if (head !== undefined && head.hash !== last.hash)
        faults.push({ kind: 'head differs', sequence: head.sequence });
      const ofChain = (one: DayHead): boolean =>
        one.sequence < start.sequence || hashAt(one.sequence) === one.hash;
      for (const one of stored)
        if (!ofChain(one)) faults.push({ kind: 'day differs', day: one.day, where: 'database' });
      const inDatabase = new Map(stored.map((one) => [one.day, one]));
      for (const one of kept) {
        const twin = inDatabase.get(one.day);
        if (twin === undefined) faults.push({ kind: 'day missing', day: one.day, where: 'database' });
        if (!ofChain(one) || (twin !== undefined && twin.hash !== one.hash))
          faults.push({ kind: 'day differs', day: one.day, where: 'file' });
      }
      const inFile = new Set(kept.map(({ day }) => day));
      const since = kept[0]?.day;
      // The newest may be on its way to the file.
      for (const { day } of stored.slice(0, -1))
        if (since !== undefined && day > since && !inFile.has(day))
          faults.push({ kind: 'day missing', day, where: 'file' });
      return faults;
    },
  };
};

/** Days kept outside whose entries are deleted though they are younger than `keptSince`: whole years go by age, and nothing else does. */
export const deletedEarly = (
  start: Link | undefined,
  kept: readonly DayHead[],
  keptSince: string,
): readonly Fault[] =>
  kept
    .filter(({ sequence, day }) => sequence < (start?.sequence ?? 0) && day >= keptSince)
    .map(({ day }) => ({ kind: 'deleted early', day }));
