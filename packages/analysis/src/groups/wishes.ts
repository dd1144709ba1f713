/** Pupil `from` wishes to be with pupil `to`. `weight` is a whole number from 1 to 1,000, such as the number of criteria; 1 when absent. */
export type Wish = { readonly from: string; readonly to: string; readonly weight?: number };

/** Two pupils; the order means nothing. */
export type PupilPair = readonly [string, string];

/** Wishes left out, each counted once under the first reason that applies, in this order. */
export type DroppedWishes = { readonly outsideRoster: number; readonly self: number };
