import type { CaseDuty, CaseEntryKind, DutyView } from '@samhold/contract';
import { isMet, type CaseFacts } from './duties.ts';

const kindsOf: Readonly<Record<CaseDuty, readonly CaseEntryKind[]>> = {
  follow: ['opened'],
  step_in: ['stepped_in', 'no_need_to_step_in'],
  tell: ['principal_told', 'owner_told'],
  investigate: [
    'immediate_measures',
    'investigation_started',
    'pupil_heard',
    'information_checked',
    'investigation_concluded',
  ],
  measures: ['plan', 'measure_followed'],
  evaluate: ['evaluation', 'closed', 'ended'],
};

const isDone: Readonly<Record<CaseDuty, (facts: CaseFacts) => boolean>> = {
  follow: () => true,
  step_in: (facts) => isMet(facts, 'stepped_in'),
  tell: (facts) => isMet(facts, 'told'),
  investigate: (facts) => isMet(facts, 'investigation_concluded'),
  measures: (facts) => isMet(facts, 'plan_of_every_pupil'),
  // As long as the case runs, it is evaluated again.
  evaluate: () => false,
};

// The keys of a record type are its key type.
const duties = Object.keys(kindsOf) as CaseDuty[];

const isOver = ({ stage }: CaseFacts): boolean => stage === 'closed' || stage === 'merged';

/** The duties in order: those done, the first that is left, and those that come later. A case that is over has none left. */
export const dutyLine = (facts: CaseFacts): DutyView[] => {
  const next = nextDuty(facts);
  return duties.map((duty) => ({
    duty,
    state: isDone[duty](facts) || isOver(facts) ? 'done' : duty === next ? 'now' : 'later',
    entries: facts.entries
      .filter(({ kind, number }) => Number.isInteger(number) && kindsOf[duty].includes(kind))
      .map(({ number }) => number),
  }));
};

export const nextDuty = (facts: CaseFacts): CaseDuty | null =>
  isOver(facts) ? null : (duties.find((duty) => !isDone[duty](facts)) ?? null);
