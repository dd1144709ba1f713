/** A sitting that is closed, by the day it was held. */
export type DatedSitting = { readonly sittingId: string; readonly day: string };

/** Days a measure has to have run before a sitting may say anything of it: four weeks. */
export const fewestDaysOfMeasure = 28;

const daysFrom = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);

/**
 * Which two sittings stand before and after a measure that began on `from`: the last one held before that day, and the first one
 * held when it had run for four weeks. Null where there is none yet. Days are dates as «2026-11-23».
 */
export function whichSittings<T extends DatedSitting>(
  sittings: readonly T[],
  from: string,
): { readonly before: T | null; readonly after: T | null } {
  const inOrder = sittings.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return {
    before: inOrder.findLast(({ day }) => day < from) ?? null,
    after: inOrder.find(({ day }) => daysFrom(from, day) >= fewestDaysOfMeasure) ?? null,
  };
}
