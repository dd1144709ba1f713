import { caseEntryKinds as entryKinds, caseStages as stages, type CaseEntryKind } from '@samhold/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stepOf, transitions, type CaseFacts } from './duties.ts';

type Entry = CaseFacts['entries'][number];
type Wish = { readonly kind: CaseEntryKind; readonly pupil: number };

const opening = (about: Pick<CaseFacts, 'kind' | 'serious' | 'leadershipAccused'>): CaseFacts => ({
  ...about,
  stage: 'reported',
  concerned: ['p0'],
  entries: [{ number: 1, kind: 'opened', pupilId: null }],
});

/** Does what is allowed of the wishes, in turn, as the service will: `pupil_added` and `taken_in` bring a pupil. */
const live = (start: CaseFacts, wishes: readonly Wish[]): readonly CaseFacts[] => {
  const states = [start];
  for (const { kind, pupil } of wishes) {
    const now = states.at(-1) ?? start;
    const step = stepOf(now, kind);
    if (!step.allowed) continue;
    const pupilId = kind === 'pupil_heard' || kind === 'pupil_added' ? `p${pupil}` : null;
    const brought = kind === 'pupil_added' || kind === 'taken_in' ? [`p${pupil}`] : [];
    const entry: Entry = { number: now.entries.length + 1, kind, pupilId };
    states.push({
      ...now,
      stage: step.to,
      concerned: [...new Set([...now.concerned, ...brought])],
      entries: [...now.entries, entry],
    });
  }
  return states;
};

const about = fc.record({
  kind: fc.constantFrom('environment' as const, 'staff' as const),
  serious: fc.boolean(),
  leadershipAccused: fc.boolean(),
});

/** The way of the plan, with gaps and anything else between: chance alone hardly ever closes a case. */
const theWay: readonly CaseEntryKind[] = [
  'stepped_in',
  'principal_told',
  'owner_told',
  'investigation_started',
  'round_asked',
  'round_approved',
  'pupil_heard',
  'round_ended',
  'information_checked',
  'investigation_concluded',
  'plan',
  'evaluation',
  'closed',
];
const wish = fc.record({ kind: fc.constantFrom(...entryKinds), pupil: fc.nat(2) });
const wishes = fc
  .array(
    fc.oneof(
      { weight: 1, arbitrary: fc.array(wish, { maxLength: 4 }) },
      {
        weight: 2,
        arbitrary: fc
          .subarray([...theWay], { minLength: 10 })
          .map((kinds) => kinds.map((kind) => ({ kind, pupil: 0 }))),
      },
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.flat());

const after = (facts: CaseFacts, from: number, ...kinds: readonly CaseEntryKind[]): readonly Entry[] =>
  facts.entries.filter(({ number, kind }) => number > from && kinds.includes(kind));

const everyCase = (check: (facts: CaseFacts, closing: Entry) => void): number => {
  let closed = 0;
  fc.assert(
    fc.property(about, wishes, (of, list) => {
      for (const facts of live(opening(of), list)) {
        const closing = facts.entries.at(-1);
        if (closing?.kind !== 'closed') continue;
        closed += 1;
        check(facts, closing);
      }
    }),
    { numRuns: 3000 },
  );
  return closed;
};

const lastBefore = (facts: CaseFacts, ...kinds: readonly CaseEntryKind[]): number =>
  after(facts, 0, ...kinds).at(-1)?.number ?? 0;

test('no path to a closed case skips stepping in or telling those it must be told', () => {
  const closed = everyCase((facts) => {
    expect(after(facts, 0, 'stepped_in', 'no_need_to_step_in')).not.toEqual([]);
    const principal = after(facts, 0, 'principal_told').length > 0;
    const owner = after(facts, 0, 'owner_told').length > 0;
    expect(principal).toBe(!facts.leadershipAccused);
    if (facts.kind === 'staff' || facts.serious || facts.leadershipAccused) expect(owner).toBe(true);
  });
  expect(closed).toBeGreaterThan(300);
});

test('no path to a closed case skips an investigation in which each pupil was heard and what was told was checked', () => {
  everyCase((facts) => {
    const opened = lastBefore(facts, 'opened', 'reopened');
    const started = lastBefore(facts, 'investigation_started');
    expect(started).toBeGreaterThan(opened);
    const [checked] = after(facts, started, 'information_checked');
    const [concluded] = after(facts, started, 'investigation_concluded');
    expect(checked?.number).toBeLessThan(concluded?.number ?? 0);
    for (const pupilId of facts.concerned)
      expect(after(facts, opened, 'pupil_heard').some((entry) => entry.pupilId === pupilId)).toBe(true);
  });
});

test('where there was a plan, it is evaluated before the case is closed, and without a new investigation it covers every pupil', () => {
  let planned = 0;
  everyCase((facts, closing) => {
    const opened = lastBefore(facts, 'opened', 'reopened');
    const plan = after(facts, opened, 'plan').at(-1);
    if (plan === undefined) return;
    planned += 1;
    expect(after(facts, plan.number, 'evaluation').at(0)?.number).toBeLessThan(closing.number);
    if (after(facts, plan.number, 'investigation_concluded').length > 0) return;
    const brought = after(facts, opened, 'pupil_added', 'taken_in').at(-1)?.number ?? 0;
    expect(plan.number).toBeGreaterThan(brought);
  });
  expect(planned).toBeGreaterThan(100);
});

test('what is closed or merged takes nothing more than words, and only a closed case is opened anew', () => {
  for (const stage of ['closed', 'merged'] as const) {
    const facts = { ...opening({ kind: 'environment', serious: false, leadershipAccused: false }), stage };
    const allowed = entryKinds.filter((kind) => stepOf(facts, kind).allowed && !kind.startsWith('round_'));
    expect(allowed).toEqual(stage === 'closed' ? ['reopened', 'view', 'note', 'correction'] : []);
  }
});

test('pupils are asked only while it is investigated, and what they answered is checked after it, before anything is concluded', () => {
  let asked = 0;
  everyCase((facts) => {
    for (const [at, { kind, number }] of facts.entries.entries()) {
      if (kind !== 'round_approved') continue;
      asked += 1;
      const before = facts.entries.slice(0, at);
      const led = before.findLast((entry) =>
        ['investigation_started', 'investigation_concluded', 'reopened'].includes(entry.kind),
      );
      expect(led?.kind).toBe('investigation_started');
      const [concluded] = after(facts, number, 'investigation_concluded');
      if (concluded === undefined) continue;
      const between = facts.entries.slice(at + 1, concluded.number - 1);
      const over = between.findLast((entry) => ['round_ended', 'round_withdrawn'].includes(entry.kind));
      const checked = between.findLast((entry) => entry.kind === 'information_checked');
      const started = between.findLast((entry) => entry.kind === 'round_approved')?.number ?? number;
      expect(over?.number).toBeGreaterThan(started);
      const ended = between.findLast((entry) => entry.kind === 'round_ended')?.number ?? number;
      expect(checked?.number).toBeGreaterThan(Math.max(started, ended));
    }
  });
  expect(asked).toBeGreaterThan(30);
});

test('the receipt of what was deleted can be written however a case has ended', () => {
  for (const stage of stages)
    expect(
      stepOf(
        { ...opening({ kind: 'environment', serious: false, leadershipAccused: false }), stage },
        'round_deleted',
      ),
    ).toEqual({ allowed: true, to: stage });
});

test('a case opens only once, and every other kind of entry is possible somewhere', () => {
  for (const kind of entryKinds) expect(transitions[kind].length > 0, kind).toBe(kind !== 'opened');
  const reached = new Set(entryKinds.flatMap((kind) => transitions[kind].map(({ to }) => to)));
  for (const stage of stages.filter((one) => one !== 'reported')) expect(reached).toContain(stage);
});

test('the principal is never the one to be told when leadership is accused, and the owner takes the case on', () => {
  const facts = opening({ kind: 'staff', serious: false, leadershipAccused: true });
  expect(stepOf(facts, 'principal_told')).toEqual({ allowed: false, reason: 'stage' });
  expect(stepOf(facts, 'owner_told')).toEqual({ allowed: true, to: 'told' });
});

test('what is left is named', () => {
  const facts: CaseFacts = {
    ...opening({ kind: 'environment', serious: true, leadershipAccused: false }),
    stage: 'told',
  };
  expect(stepOf(facts, 'investigation_started')).toEqual({
    allowed: false,
    reason: 'missing',
    missing: ['stepped_in', 'told'],
  });
});
