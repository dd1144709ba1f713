import { addDays } from '../calendar/days.ts';

export type KeptCase = {
  /** Closed, ended or merged into another. */
  readonly over: boolean;
  readonly lastEntry: number;
  /** How long the school keeps a case after the archive has it. */
  readonly keptDays: number;
};

/** A whole case handed to the archive. Days are yyyy-mm-dd. */
export type HandedOver = { readonly upToEntry: number; readonly receivedOn: string | null };

/**
 * The day a case is deleted, or null while it is not decided: it is over, and the archive has confirmed to have all of it. An entry that
 * comes later, or a case opened anew, puts the day off until the archive has that as well.
 */
export const deletionDay = (kept: KeptCase, exports: readonly HandedOver[]): string | null => {
  if (!kept.over) return null;
  const days = exports.flatMap(({ upToEntry, receivedOn }) =>
    receivedOn !== null && upToEntry >= kept.lastEntry ? [receivedOn] : [],
  );
  const first = days.toSorted()[0];
  return first === undefined ? null : addDays(first, kept.keptDays);
};
