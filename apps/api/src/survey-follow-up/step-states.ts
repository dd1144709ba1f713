import type { FollowUpAudience, FollowUpStep, StepState } from '@samhold/contract';

export type Standing = {
  readonly step: FollowUpStep;
  readonly heldOn: string;
  readonly finished: boolean;
  readonly told: readonly FollowUpAudience[];
};

const ofGrade: readonly FollowUpStep[] = ['reports', 'presented', 'taken_up', 'measures'];
const ofClass: readonly FollowUpStep[] = ['reports', 'class', 'taken_up', 'measures'];

/** The grade's figures are presented on the grade, and followed up in each class. */
export const stepsOf = (unit: 'grade' | 'class'): readonly FollowUpStep[] =>
  unit === 'grade' ? ofGrade : ofClass;

/** Where each step of a grade or a class stands, by the records that are not taken back, the latest first. */
export const stepStates = (unit: 'grade' | 'class', records: readonly Standing[]): StepState[] =>
  stepsOf(unit).map((step) => {
    const of = records.filter((one) => one.step === step);
    const [latest] = of;
    if (latest === undefined) return { step, state: 'none', latestOn: null };
    // Done is done, until the record that said so is taken back.
    return { step, state: of.some(({ finished }) => finished) ? 'done' : 'begun', latestOn: latest.heldOn };
  });

/** The step in the classes, seen from their grade. */
export const stepOfClasses = (classes: readonly (readonly StepState[])[]): StepState => {
  const steps = classes.flatMap((of) => of.filter(({ step }) => step === 'class'));
  const latestOn = steps.reduce<string | null>(
    (latest, one) =>
      one.latestOn !== null && (latest === null || one.latestOn > latest) ? one.latestOn : latest,
    null,
  );
  if (steps.length > 0 && steps.every(({ state }) => state === 'done'))
    return { step: 'class', state: 'done', latestOn };
  return { step: 'class', state: steps.some(({ state }) => state !== 'none') ? 'begun' : 'none', latestOn };
};

export const toldIn = (records: readonly Standing[]): FollowUpAudience[] => [
  ...new Set(records.flatMap(({ told }) => told)),
];
