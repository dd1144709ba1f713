import type { SittingStatus } from '@samhold/contract';

export type PupilState = SittingStatus['pupils'][number]['state'];

const names: Readonly<Record<PupilState, string>> = {
  responded: 'har svart',
  answering: 'svarer nå',
  not_started: 'ikke begynt',
  locked: 'låst etter for mange forsøk',
  answers_later: 'svarer senere',
};

const marks: Readonly<Record<PupilState, string>> = {
  responded: '✓',
  answering: '…',
  not_started: '○',
  locked: '!',
  answers_later: '↷',
};

/** Those who need the teacher first; within a state the order of the list is kept. */
const order: readonly PupilState[] = ['locked', 'not_started', 'answering', 'answers_later', 'responded'];

export const stateName = (state: PupilState): string => names[state];
export const stateMark = (state: PupilState): string => marks[state];

export const byNeed = (pupils: SittingStatus['pupils']): SittingStatus['pupils'] =>
  [...pupils].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));

/** «3 ikke begynt · 1 svarer nå», in the same order, states nobody is in left out. */
export const stateSummary = (pupils: SittingStatus['pupils']): string =>
  order
    .map((state) => ({ state, count: pupils.filter((pupil) => pupil.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${names[state]}`)
    .join(' · ');
