import type { CaseEntryKind, CaseNeed, CaseStage } from '@samhold/contract';

export type CaseFacts = {
  readonly kind: 'environment' | 'staff';
  readonly stage: CaseStage;
  /** The kommune is told as well (10.3). */
  readonly serious: boolean;
  /** Somebody of the leadership is the accused: then the owner is told, and the principal is not (§ 12-5). */
  readonly leadershipAccused: boolean;
  /** Whose environment it is about, now. Nobody in a case on a class as such. */
  readonly concerned: readonly string[];
  /** In the order they were recorded. */
  readonly entries: readonly {
    readonly number: number;
    readonly kind: CaseEntryKind;
    readonly pupilId: string | null;
  }[];
};

const last = (facts: CaseFacts, ...kinds: readonly CaseEntryKind[]): number =>
  facts.entries.findLast(({ kind }) => kinds.includes(kind))?.number ?? 0;

/** A case that is opened anew is investigated anew; that somebody stepped in and was told stands. */
const since = (facts: CaseFacts): number => last(facts, 'opened', 'reopened');

const told = (facts: CaseFacts): boolean => {
  const owner = last(facts, 'owner_told') > 0;
  if (facts.leadershipAccused) return owner;
  return last(facts, 'principal_told') > 0 && (owner || (facts.kind === 'environment' && !facts.serious));
};

const heard = (facts: CaseFacts): boolean =>
  facts.concerned.every((pupilId) =>
    facts.entries.some(
      (entry) => entry.kind === 'pupil_heard' && entry.pupilId === pupilId && entry.number > since(facts),
    ),
  );

/** Pupils are still asked, or about to be. */
const roundRuns = (facts: CaseFacts): boolean =>
  last(facts, 'round_approved') > last(facts, 'round_ended', 'round_withdrawn');

const met: Readonly<Record<CaseNeed, (facts: CaseFacts) => boolean>> = {
  stepped_in: (facts) => last(facts, 'stepped_in', 'no_need_to_step_in') > 0,
  told,
  every_pupil_heard: heard,
  information_checked: (facts) =>
    !roundRuns(facts) &&
    last(facts, 'information_checked') >
      Math.max(since(facts), last(facts, 'investigation_started', 'round_approved', 'round_ended')),
  investigation_concluded: (facts) =>
    last(facts, 'investigation_concluded') > Math.max(since(facts), last(facts, 'investigation_started')),
  plan_of_every_pupil: (facts) =>
    last(facts, 'plan') > Math.max(since(facts), last(facts, 'pupil_added', 'taken_in')),
  plan_evaluated: (facts) =>
    last(facts, 'plan') <= since(facts) || last(facts, 'evaluation') > last(facts, 'plan'),
};

type Transition = {
  readonly from: readonly CaseStage[];
  /** Left out when the case stays where it is. */
  readonly to?: CaseStage;
  readonly needs?: readonly CaseNeed[];
};

const running = ['reported', 'told', 'investigating', 'investigated', 'planned', 'evaluated'] as const;
const afterTold = ['told', 'investigating', 'investigated', 'planned', 'evaluated'] as const;
const stays = { from: running } as const;

/** What becomes of an investigation round goes on after the case, to the receipt of its deletion. */
const always = { from: [...running, 'closed', 'merged'] } as const;

/**
 * The duties of § 12-4 in the order of the plan (10.1–10.6), a row for each thing that can be done: from which stages, to which, and what
 * must be there before. `closed` says that the pupil has it safe and good; `ended`, that the case goes on elsewhere.
 */
export const transitions: Readonly<Record<CaseEntryKind, readonly Transition[]>> = {
  opened: [],
  stepped_in: [stays],
  no_need_to_step_in: [stays],
  principal_told: [{ from: ['reported'], to: 'told' }, { from: afterTold }],
  owner_told: [stays],
  immediate_measures: [stays],
  investigation_started: [
    {
      from: ['told', 'investigated', 'planned', 'evaluated'],
      to: 'investigating',
      needs: ['stepped_in', 'told'],
    },
  ],
  pupil_heard: [stays],
  information_checked: [{ from: ['investigating'] }],
  investigation_concluded: [
    { from: ['investigating'], to: 'investigated', needs: ['every_pupil_heard', 'information_checked'] },
  ],
  // Named negatives are for what is being investigated (forskrift § 20-5); what comes of them is checked before it counts.
  round_asked: [{ from: ['investigating'] }],
  round_approved: [{ from: ['investigating'] }],
  round_declined: [always],
  round_withdrawn: [always],
  round_ended: [always],
  round_deleted: [always],
  plan: [
    {
      from: ['investigated', 'planned', 'evaluated'],
      to: 'planned',
      needs: ['investigation_concluded', 'every_pupil_heard'],
    },
  ],
  measure_followed: [{ from: ['planned', 'evaluated'] }],
  evaluation: [{ from: ['planned', 'evaluated'], to: 'evaluated' }],
  closed: [
    {
      from: ['investigated'],
      to: 'closed',
      needs: ['investigation_concluded', 'every_pupil_heard', 'plan_evaluated'],
    },
    {
      from: ['evaluated'],
      to: 'closed',
      needs: ['plan_of_every_pupil', 'every_pupil_heard', 'plan_evaluated'],
    },
  ],
  ended: [{ from: afterTold, to: 'closed', needs: ['told'] }],
  reopened: [{ from: ['closed'], to: 'told' }],
  merged: [{ from: running, to: 'merged' }],
  taken_in: [stays],
  split: [stays],
  pupil_added: [stays],
  pupil_removed: [stays],
  staff_added: [stays],
  staff_removed: [stays],
  view: [{ from: [...running, 'closed'] }],
  note: [{ from: [...running, 'closed'] }],
  correction: [{ from: [...running, 'closed'] }],
};

export const isMet = (facts: CaseFacts, need: CaseNeed): boolean => met[need](facts);

export type Step =
  | { readonly allowed: true; readonly to: CaseStage }
  | { readonly allowed: false; readonly reason: 'stage' }
  | { readonly allowed: false; readonly reason: 'missing'; readonly missing: readonly CaseNeed[] };

/** With leadership accused, the owner is whom it is told to: that takes the case on, and the principal hears nothing. */
const rowsOf = (facts: CaseFacts, kind: CaseEntryKind): readonly Transition[] => {
  if (!facts.leadershipAccused) return transitions[kind];
  if (kind === 'principal_told') return [];
  return kind === 'owner_told' ? transitions.principal_told : transitions[kind];
};

/** Whether something may be done now, and where it takes the case; or which duties are left before. */
export const stepOf = (facts: CaseFacts, kind: CaseEntryKind): Step => {
  const row = rowsOf(facts, kind).find(({ from }) => from.includes(facts.stage));
  if (row === undefined) return { allowed: false, reason: 'stage' };
  const missing = (row.needs ?? []).filter((need) => !met[need](facts));
  if (missing.length > 0) return { allowed: false, reason: 'missing', missing };
  return { allowed: true, to: row.to ?? facts.stage };
};
