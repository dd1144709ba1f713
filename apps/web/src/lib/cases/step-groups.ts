import type { CaseDuty, CaseEntryKind, CaseStep, CaseView } from '@samhold/contract';
import { laterWords } from './case-words.ts';

const ofDuty: Readonly<Record<CaseDuty, readonly CaseEntryKind[]>> = {
  follow: [],
  step_in: ['stepped_in', 'no_need_to_step_in'],
  tell: ['principal_told', 'owner_told'],
  investigate: [
    'immediate_measures',
    'investigation_started',
    'pupil_heard',
    'information_checked',
    'investigation_concluded',
  ],
  measures: ['plan'],
  evaluate: ['evaluation', 'closed'],
};

/** Work on measures goes on beside every duty once there are any. */
const beside: readonly CaseEntryKind[] = [
  'measure_followed',
  'evaluation',
  'closed',
  'reopened',
  'note',
  'view',
];

export type StepGroups = {
  /** What the duty at hand asks for. */
  readonly next: readonly CaseEntryKind[];
  readonly more: readonly CaseEntryKind[];
  /** What comes later, and what it waits for. */
  readonly blocked: readonly CaseStep[];
  readonly rest: readonly CaseEntryKind[];
};

/** Done once, these are not asked for any more, and are found among the rest. */
const once: ReadonlySet<CaseEntryKind> = new Set([
  'stepped_in',
  'no_need_to_step_in',
  'principal_told',
  'owner_told',
]);

export const stepGroups = ({ steps, duties, entries, pupils, kind }: CaseView): StepGroups => {
  const now = duties.find(({ state }) => state === 'now')?.duty;
  const done = new Set(entries.map((one) => one.kind));
  const heard = new Set(entries.flatMap((one) => (one.kind === 'pupil_heard' ? [one.pupilId] : [])));
  const allHeard = pupils
    .filter(({ part, removed }) => part === 'concerned' && !removed)
    .every(({ pupilId }) => heard.has(pupilId));
  const asked = (one: CaseEntryKind): boolean =>
    one === 'pupil_heard'
      ? !allHeard
      : !(once.has(one) && done.has(one)) && !(one === 'immediate_measures' && done.has(one));
  const allowed = steps.filter((one) => one.allowed).map((one) => one.kind);
  const wanted = now === undefined ? [] : ofDuty[now].filter((one) => asked(one));
  const next = wanted.filter((one) => allowed.includes(one));
  const more = beside.filter((one) => allowed.includes(one) && !next.includes(one));
  return {
    next,
    more,
    blocked: steps.filter(
      (one) =>
        !one.allowed &&
        !done.has(one.kind) &&
        laterWords[one.kind] !== undefined &&
        (wanted.includes(one.kind) || one.kind === 'closed') &&
        !(kind === 'staff' && one.kind === 'principal_told') &&
        duties.some(({ state }) => state !== 'done'),
    ),
    rest: allowed.filter((one) => !next.includes(one) && !more.includes(one) && one !== 'correction'),
  };
};
