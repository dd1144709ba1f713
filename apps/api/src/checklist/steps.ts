import type { ChecklistStep } from '@samhold/contract';
import type { Holder, ListedClass } from './queries.ts';

/** What is stored of a school at a moment, as far as its first round depends on it. */
export type Readiness = {
  readonly hasYear: boolean;
  readonly methodTested: boolean;
  readonly ownSignIn: boolean;
  readonly holders: readonly Holder[];
  readonly classes: readonly ListedClass[];
  readonly hasGrounds: boolean;
  readonly calendarLookedOver: boolean;
  readonly roundPlanned: boolean;
};

type Reached = { readonly reached: number; readonly all: number; readonly waiting?: readonly string[] };

const step = (
  code: ChecklistStep['code'],
  by: ChecklistStep['by'],
  done: boolean,
  { reached, all, waiting = [] }: Reached = { reached: done ? 1 : 0, all: 1 },
): ChecklistStep => ({
  code,
  by,
  done,
  reached,
  all,
  optional: code === 'ways_in',
  waiting: waiting.slice(0, 10),
});

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** What is left before the first round can open, in the order a school goes through it. */
export const stepsOf = (now: Readiness): readonly ChecklistStep[] => {
  const { holders, classes } = now;
  const taught = new Set(holders.flatMap((one) => (one.kind === 'contact_teacher' ? [one.classId] : [])));
  const waiting = classes.filter(({ classId }) => !taught.has(classId)).map(({ name }) => name);
  const withClasses = new Map(
    holders.filter(({ classId }) => classId !== null).map((one) => [one.staffId, one.trained]),
  );
  const trained = [...withClasses.values()].filter(Boolean).length;
  const pupils = sum(classes.map((one) => one.pupils));
  const getIn = sum(classes.map((one) => one.getIn));
  const leads = holders.filter(({ kind }) => kind === 'leadership');
  return [
    step('school_year', 'administrator', now.hasYear),
    step('sign_in_method', 'administrator', now.methodTested),
    step('own_sign_in', 'administrator', now.ownSignIn),
    step(
      'leadership',
      'administrator',
      leads.some((one) => one.signsIn),
      {
        reached: new Set(leads.filter((one) => one.signsIn).map((one) => one.staffId)).size,
        all: new Set(leads.map((one) => one.staffId)).size,
      },
    ),
    step('roster', 'administrator', pupils > 0, { reached: pupils, all: classes.length }),
    step('contact_teachers', 'leadership', classes.length > 0 && waiting.length === 0, {
      reached: classes.length - waiting.length,
      all: classes.length,
      waiting,
    }),
    step('training', 'leadership', withClasses.size > 0 && trained === withClasses.size, {
      reached: trained,
      all: withClasses.size,
    }),
    step('grounds', 'leadership', now.hasGrounds),
    step('calendar', 'administrator', now.calendarLookedOver),
    step('first_round', 'leadership', now.roundPlanned),
    step('ways_in', 'administrator', pupils > 0 && getIn === pupils, { reached: getIn, all: pupils }),
  ];
};
