import { blend } from './class-life.ts';
import type { RandomValues } from './random-values.ts';

/**
 * What pupils answer about themselves, as assumed; there is no open data to fit it to. Shares of those who give a
 * low answer on having someone to be with, by how they have it, and of those who answer «ingen» to everything.
 */
export type AnswerModel = {
  readonly lowWhenAlone: number;
  readonly lowWithoutMutual: number;
  readonly lowOtherwise: number;
  readonly noneWhenAlone: number;
  readonly noneOtherwise: number;
  /** Share who skip the question. */
  readonly skipped: number;
  /** Correlation from round to round of how a pupil is inclined to answer. */
  readonly stability: number;
};

export const ASSUMED_ANSWERS: AnswerModel = {
  lowWhenAlone: 0.5,
  lowWithoutMutual: 0.12,
  lowOtherwise: 0.05,
  noneWhenAlone: 0.1,
  noneOtherwise: 0.005,
  skipped: 0.05,
  stability: 0.7,
};

/** The inclination of each pupil, normal with standard deviation 1: the lowest are the first to answer low. */
export const startInclinations = (size: number, random: RandomValues): Float64Array => random.normals(size);

export const nextInclinations = (
  before: Float64Array,
  model: AnswerModel,
  random: RandomValues,
): Float64Array => blend(before, random.normals(before.length), model.stability);

/** The score 1–5 of one pupil: 2 or 1 for the lowest share, then 3, 4 and mostly 5. */
export function companionshipScore(inclination: number, lowShare: number): number {
  const place = normalShare(inclination);
  if (place < lowShare) return place < lowShare / 3 ? 1 : 2;
  const above = (place - lowShare) / (1 - lowShare);
  return above < 0.1 ? 3 : above < 0.4 ? 4 : 5;
}

/** The share of a normal distribution below a value, by the logistic approximation (within .01). */
const normalShare = (value: number): number => 1 / (1 + Math.exp(-1.702 * value));
