import { addDays } from '../calendar/days.ts';

export type KeptCase = {
  /** Closed, ended or merged into another. */
  readonly over: boolean;
  /** How long the school keeps a case after the archive has it. */
  readonly keptDays: number;
};

/** A case handed to the archive. Days are yyyy-mm-dd. */
export type HandedOver = {
  /** Nothing has come to the case, or to what lies beside it, since. */
  readonly whole: boolean;
  readonly receivedOn: string | null;
};

type Handed = { readonly up_to_entry: number; readonly beside_hash: Buffer | null };
type Stands = { readonly lastEntry: number; readonly beside: Buffer };

/** Whether an export holds all there is now. */
export const isWhole = (handed: Handed, { lastEntry, beside }: Stands): boolean =>
  handed.up_to_entry >= lastEntry && handed.beside_hash?.equals(beside) === true;

/**
 * The day a case is deleted, or null while it is not decided: it is over, and the archive has confirmed to have all of it. What comes
 * later, or a case opened anew, puts the day off until the archive has that as well.
 */
export const deletionDay = ({ over, keptDays }: KeptCase, exports: readonly HandedOver[]): string | null => {
  if (!over) return null;
  const days = exports.flatMap(({ whole, receivedOn }) => (receivedOn !== null && whole ? [receivedOn] : []));
  const first = days.toSorted()[0];
  return first === undefined ? null : addDays(first, keptDays);
};
