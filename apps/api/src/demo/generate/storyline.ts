import type { StoryId } from './demo-school.ts';
import { firstStepOfThisYear } from './plan-rounds.ts';

export type PupilRole = Extract<
  StoryId,
  | 'alone-and-says-so'
  | 'alone-and-does-not-say'
  | 'alone-since-moving-in'
  | 'chosen-one-sidedly'
  | 'declines-everything'
>;

/** One planted pupil in each of these classes of this year. */
export const plantedPupils: { readonly [className: string]: PupilRole } = {
  '3B': 'chosen-one-sidedly',
  '4A': 'alone-and-says-so',
  '5B': 'alone-since-moving-in',
  '6A': 'alone-and-does-not-say',
  '7B': 'declines-everything',
};

export const classInTrouble = '6B';
export const classGettingBetter = '3A';
export const classLowParticipation = '2B';
export const classNotStarted = '5A';
/** Classes of this year that have finished the open round. */
export const classesDone: readonly string[] = ['3A', '4A', '6B', '7B'];
/** Classes of this year with two pupils of the same given name. */
export const classesWithNamesakes: readonly string[] = ['1B', '4B', '7A'];

const firstSociogramStep = firstStepOfThisYear + 1;
const secondSociogramStep = firstStepOfThisYear + 3;
/** A pupil moves in when the round of this step has closed. */
export const movedInAfterStep = firstSociogramStep;
export const lowParticipationStep = secondSociogramStep;

export const isUnchosen = (role: PupilRole | null): boolean =>
  role === 'alone-and-says-so' || role === 'alone-and-does-not-say' || role === 'alone-since-moving-in';

/** Shift of a class's wellbeing in standard deviations of pupils, from round to round. */
export function classMoodShift(className: string, step: number): number {
  if (className === classInTrouble) {
    return step < firstStepOfThisYear ? 0 : -0.5 - 0.27 * (step - firstStepOfThisYear);
  }
  if (className === classGettingBetter) return -1.5 + 0.17 * step;
  return 0;
}

/** How much less one likes a classmate on the other side of a divided class; 0 elsewhere. */
export function campSeparation(className: string, step: number): number {
  return className === classInTrouble && step >= firstStepOfThisYear
    ? 1.2 + 0.6 * (step - firstStepOfThisYear)
    : 0;
}

/** Share of a class's pupils exposed to bullying at the time. */
export function bullyingShare(className: string, step: number, usual: number): number {
  if (className === classInTrouble && step >= firstStepOfThisYear) return Math.max(0.28, usual);
  if (className === classGettingBetter) return Math.max(0.04, 0.16 - 0.012 * step);
  return usual;
}
