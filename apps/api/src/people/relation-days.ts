import type { RelationState } from '@samhold/contract';
import { dayOf } from '../calendar-days.ts';

/** Midnight in Norway at the start of a day: in summer two hours before UTC's, in winter one. */
export const startOfDay = (day: string): Date => {
  const summer = new Date(`${day}T00:00:00+02:00`);
  return dayOf(summer) === day ? summer : new Date(`${day}T00:00:00+01:00`);
};

/** The last day on which something that ends at `moment` still holds. */
export const lastDay = (moment: Date): string => dayOf(new Date(moment.getTime() - 1));

export type Period = { readonly fromAt: Date; readonly toAt: Date | null };

export const overlap = (a: Period, b: Period): boolean =>
  (b.toAt === null || a.fromAt < b.toAt) && (a.toAt === null || b.fromAt < a.toAt);

export const relationState = (
  { fromAt, toAt, confirmedAt }: Period & { readonly confirmedAt: Date | null },
  now: Date,
): RelationState => {
  if (toAt !== null && toAt <= now) return 'ended';
  if (confirmedAt === null) return 'proposed';
  return fromAt > now ? 'coming' : 'active';
};
