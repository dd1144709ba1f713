import type { ClassArrangements } from '@samhold/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figuresOf, firstDifference } from './figures.ts';
import { afterMove, noMoves, redo, undo, withMove } from './moves.ts';
import { groupsOf, pairsOf, toSolve, type Placed } from './problem-to-solve.ts';
import { propose } from './propose.ts';
import { reasonsOf } from './reasons.ts';
import { askedOf, firstSettings, type Settings } from './settings.ts';

type Page = Pick<ClassArrangements, 'pupils' | 'wishes' | 'earlier'>;
const class_ = (count: number, wishes: readonly string[], more: Partial<Page> = {}): Page => ({
  pupils: Array.from({ length: count }, (_, at) => ({ pupilId: `p${at}`, label: 'Emma', onList: true })),
  wishes: {
    roundName: 'Høst',
    closedAt: '2026-11-01T10:00:00Z',
    responded: Array.from({ length: count }, (_, at) => `p${at}`),
    criteria: [
      {
        criterionId: 'work',
        title: 'Samarbeid',
        choices: wishes.map((wish) => {
          const [from = '', to = ''] = wish.split('>');
          return { from: `p${from}`, to: `p${to}` };
        }),
      },
    ],
  },
  earlier: [],
  ...more,
});
const solve = (page: Page, changes: Partial<Settings> = {}) => {
  const onList = page.pupils.filter((pupil) => pupil.onList).map(({ pupilId }) => pupilId);
  const asked = askedOf({ ...firstSettings(onList.length, ['work']), ...changes }, new Set(onList));
  const problem = toSolve(page, asked);
  return { asked, problem, answer: propose(problem, { seed: 1 }) };
};
const proposed = (page: Page, changes: Partial<Settings> = {}) => {
  const { answer, ...rest } = solve(page, changes);
  if (answer.outcome !== 'proposed') return expect.fail(answer.outcome);
  return { ...rest, proposal: answer, figures: figuresOf(rest.problem, answer.placed, answer.groups) };
};
const everyone = (count: number): string[] =>
  Array.from({ length: count }, (_, a) =>
    Array.from({ length: count }, (__, b) => (a === b ? [] : [`${a}>${b}`])).flat(),
  ).flat();

describe('a proposal', () => {
  test('places everybody once, with the same sums as when it is looked at', () => {
    for (const kind of ['groups', 'seating'] as const) {
      const { proposal, figures } = proposed(class_(13, ['0>1', '1>0', '2>3', '4>0', '5>12']), { kind });
      expect(new Set(proposal.placed.map(({ pupilId }) => pupilId)).size).toBe(13);
      expect(proposal.placed).toHaveLength(13);
      expect(firstDifference(proposal.stages, figures.values)).toBeNull();
      expect(figures.without).toEqual(kind === 'groups' ? [] : ['p4']);
      expect(figures.mutual).toEqual({ fulfilled: 1, all: 1 });
    }
  });

  test('is made also when all chose everyone, when nobody chose anyone, and for one pupil alone', () => {
    expect(proposed(class_(9, everyone(9)), { size: 3 }).figures.without).toEqual([]);
    const none = proposed(class_(9, []), { size: 3 }).figures;
    expect([none.withWishes, none.without.length, none.all.all]).toEqual([0, 0, 0]);
    expect(proposed(class_(1, [])).proposal.placed).toEqual([{ pupilId: 'p0', place: '1' }]);
    expect(proposed(class_(40, [], { wishes: null })).proposal.groups).toBe(10);
  });

  test('of whom sat together before as few do again', () => {
    const page = class_(4, []);
    const first = proposed(page, { size: 2 });
    const earlier = [{ asked: first.asked, placed: [...first.proposal.placed] }].map((one) => ({
      ...{ arrangementId: 'x', usedFrom: '2026-11-01', madeBy: 'L', madeAt: '2026-11-01T10:00:00Z' },
      ...one,
    }));
    expect(first.figures.repeats).toBe(0);
    expect(proposed({ ...page, earlier }, { size: 2 }).figures.repeats).toBe(0);
    const again = toSolve({ ...page, earlier }, first.asked);
    expect(figuresOf(again, first.proposal.placed, 2).repeats).toBe(2);
  });

  test('puts wishes for somebody new first, and lets nobody be without for it', () => {
    // Nobody is without when 0 is with 1, nor when 0 is with 2; 0 and 1 chose each other on two criteria.
    const wishes = ['0>1', '0>1', '1>0', '1>0', '2>3', '0>2', '2>0', '1>3'];
    const pairs = ({ proposal }: ReturnType<typeof proposed>) =>
      groupsOf(proposal.placed)
        .map((group) => group.join(''))
        .toSorted();
    const next = (page: Page, preferNew: boolean) => {
      const { asked, proposal } = proposed(page, { size: 2 });
      const made = {
        arrangementId: 'x',
        usedFrom: '2026-11-01',
        madeBy: 'L',
        madeAt: '2026-11-01T10:00:00Z',
      };
      const earlier = [{ ...made, asked, placed: [...proposal.placed] }];
      return proposed({ ...page, earlier }, { size: 2, preferNew });
    };
    expect(pairs(proposed(class_(4, wishes), { size: 2 }))).toEqual(['p0p1', 'p2p3']);
    expect(pairs(next(class_(4, wishes), false))).toEqual(['p0p1', 'p2p3']);
    const after = next(class_(4, wishes), true);
    expect([pairs(after), after.figures.without, after.figures.repeats]).toEqual([['p0p2', 'p1p3'], [], 0]);
    // 3 wishes for 2 alone now, and would be without.
    expect(pairs(next(class_(4, [...wishes, '3>2']), true))).toEqual(['p0p1', 'p2p3']);
  });

  test('with fewer seats than pupils says that, and nothing else', () => {
    const { answer } = solve(class_(5, []), {
      ...{ kind: 'seating', shape: 'rows', rows: { rows: 1, seats: 4 } },
      apart: [['p0', 'p1']],
    });
    expect(answer).toMatchObject({
      outcome: 'contradiction',
      conflict: { minimal: true, demands: [{ kind: 'number-of-seats', seats: 4, pupils: 5 }] },
    });
  });

  test('leaves out who is away or has left, and wishes for them', () => {
    const page = class_(5, ['0>4', '1>3']);
    const left = page.pupils.map((pupil) => ({ ...pupil, onList: pupil.pupilId !== 'p4' }));
    const of = proposed({ ...page, pupils: left }, { size: 3, absent: ['p3'], apart: [['p0', 'p3']] });
    expect(of.proposal.placed.map(({ pupilId }) => pupilId).toSorted()).toEqual(['p0', 'p1', 'p2']);
    const reasons = reasonsOf({ ...page, pupils: left }, of.asked, of.problem, {
      ...of,
      placed: of.proposal.placed,
    });
    expect(reasons.map(({ pupilId, reason }) => `${pupilId} ${reason}`)).toEqual([
      'p0 only-others',
      'p1 only-others',
      'p2 wished-for-nobody',
    ]);
  });
});

test('what stood in the way of a pupil holds until somebody is moved', () => {
  // p0 and p1 both wish for p2, who can be with one of them only.
  const page = class_(6, ['0>2', '1>2', '2>0', '3>1']);
  const of = proposed(page, { size: 2, apart: [['p3', 'p1']] });
  const told = (placed: Placed) =>
    Object.fromEntries(
      reasonsOf(page, of.asked, of.problem, {
        placed,
        proposal: of.proposal,
        figures: figuresOf(of.problem, placed, of.proposal.groups),
      }).map(({ pupilId, reason }) => [pupilId, reason]),
    );
  const before = told(of.proposal.placed);
  expect(before['p3']).toBe('kept-apart');
  expect(['others-without', 'none-found', 'ruled-out']).toContain(before['p1']);
  const moved = afterMove(of.proposal.placed, 'p0', { pupilId: 'p1' }, false);
  expect(told(moved)).toMatchObject({ p0: 'moved', p3: 'kept-apart' });
  // Without before and after, but others might have been placed otherwise now.
  const with4 = of.proposal.placed.find(({ pupilId }) => pupilId === 'p4') ?? expect.fail();
  const with1 = of.proposal.placed.find(({ pupilId }) => pupilId === 'p1') ?? expect.fail();
  const other = with4.place === with1.place ? 'p3' : 'p4';
  expect(told(afterMove(of.proposal.placed, 'p1', { pupilId: other }, false))).toMatchObject({ p1: 'moved' });
});

test('an arrangement is better or worse in the first aim that differs: fewer without, more wishes, fewer again', () => {
  const { figures, proposal } = proposed(class_(6, ['0>1', '1>0']), { size: 2 });
  const beside = (changes: Partial<typeof figures.values>) =>
    firstDifference(proposal.stages, { ...figures.values, ...changes });
  expect(beside({})).toBeNull();
  expect(beside({ without: 1, mutual: 9 })).toEqual({ stage: 'without', better: false });
  expect(beside({ mutual: 9, repeats: 9 })).toEqual({ stage: 'mutual', better: true });
  expect(beside({ mutual: 0 })).toEqual({ stage: 'mutual', better: false });
  expect(beside({ repeats: 2 })).toEqual({ stage: 'repeats', better: false });
});

describe('moving', () => {
  const seats: Placed = ['1-1', '1-2', '2-1'].map((place, at) => ({ pupilId: `p${at}`, place }));
  const at = (placed: Placed) => placed.map(({ pupilId, place }) => `${pupilId} ${place}`);

  test('to a free seat moves one, to a seat in use or a pupil changes two', () => {
    expect(at(afterMove(seats, 'p0', { place: '2-2' }, true))).toEqual(['p0 2-2', 'p1 1-2', 'p2 2-1']);
    for (const target of [{ place: '1-2' }, { pupilId: 'p1' }])
      expect(at(afterMove(seats, 'p0', target, true))).toEqual(['p0 1-2', 'p1 1-1', 'p2 2-1']);
  });

  test('to a group moves one, though others are there; to where the pupil is, nobody', () => {
    const groups: Placed = [
      ...seats.map(({ pupilId }) => ({ pupilId, place: '1' })),
      { pupilId: 'p3', place: '2' },
    ];
    expect(groupsOf(afterMove(groups, 'p0', { place: '2' }, false))).toEqual([
      ['p1', 'p2'],
      ['p0', 'p3'],
    ]);
    expect(groupsOf(afterMove(groups, 'p0', { pupilId: 'p3' }, false))).toEqual([['p1', 'p2', 'p3'], ['p0']]);
    for (const target of [{ place: '1' }, { pupilId: 'p1' }, { pupilId: 'p0' }, { pupilId: 'nobody' }])
      expect(afterMove(groups, 'p0', target, false)).toBe(groups);
  });

  test('undone step by step and done again, everybody is where they were', () => {
    const step = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.constantFrom('1-1', '1-2', '2-1', '2-2'));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let [now, history] = [seats, noMoves];
        const states = [now];
        for (const [pupil, place] of steps) {
          const next = afterMove(now, `p${pupil}`, { place }, true);
          expect(new Set(next.map((one) => one.place)).size).toBe(3);
          if (next === now) continue;
          history = withMove(history, now);
          now = next;
          states.push(now);
        }
        const last = now;
        for (const before of states.slice(0, -1).toReversed()) {
          const turned = undo(history, now) ?? expect.fail();
          ({ history, placed: now } = turned);
          expect(now).toBe(before);
        }
        expect(undo(history, now)).toBeNull();
        for (let again = redo(history, now); again !== null; again = redo(history, now))
          ({ history, placed: now } = again);
        expect(now).toBe(last);
      }),
    );
  });
});

test('those beside each other in a room are pairs of what was', () => {
  const asked = solve(class_(3, []), { kind: 'seating', shape: 'rows', rows: { rows: 1, seats: 4 } }).asked;
  const placed = ['1-1', '1-2', '1-4'].map((place, at) => ({ pupilId: `p${at}`, place }));
  expect(pairsOf({ asked, placed })).toEqual([['p0', 'p1']]);
});
