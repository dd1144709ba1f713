import { describe, expect, test } from 'vitest';
import { costCount } from './costs.ts';
import { Seated } from './seated.ts';
import { placing, rows } from './small-rooms.fixture.ts';
import { firstThen, stageByStage, type Kept, type SolveStage } from './stage-by-stage.ts';

const nobody = placing('');
/** A seating that only has costs: broken demands, then those of the stages given, then 0. */
const costing = (...costs: readonly number[]): Seated => {
  const seated = new Seated(nobody, rows(0), []);
  seated.total.set([0, ...costs]);
  return seated;
};
type Asked = { stage: number; kept: readonly Kept[]; from: Seated; proven: boolean };
const answering = (answer: (stage: number, time: number) => { bound: number; other: Seated | null }) => {
  const asked: Asked[] = [];
  const solve: SolveStage = (stage, kept, from, proven) => {
    asked.push({ stage, kept, from, proven });
    return answer(stage, asked.filter((one) => one.stage === stage).length);
  };
  return { asked, solve };
};

describe('stages in order', () => {
  test('each keep the costs of those before, proven as long as all bounds are reached', () => {
    const found = costing(1, -4, 0);
    const { asked, solve } = answering((stage) => ({
      bound: stage === 2 ? -8 : stage === 1 ? 1 : 0,
      other: null,
    }));
    const { seated, stages } = stageByStage(found, solve);
    expect(seated).toBe(found);
    expect(asked.map(({ stage }) => stage)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(asked[0]?.kept).toEqual([]);
    expect(asked[2]?.kept).toEqual([
      { stage: 1, cost: 1 },
      { stage: 2, cost: -4 },
    ]);
    expect(asked.map(({ proven }) => proven)).toEqual([true, true, false, false, false, false, false]);
    expect(stages).toHaveLength(costCount - 1);
    expect(stages[0]).toEqual({ stage: 'without', value: 1, bound: 1, gap: 0 });
    expect(stages[1]).toEqual({ stage: 'mutual', value: 2, bound: 4, gap: 2 });
  });

  test('have no bound worse than what was found', () => {
    const { solve } = answering(() => ({ bound: 5, other: null }));
    expect(stageByStage(costing(1), solve).stages[0]).toEqual({
      stage: 'without',
      value: 1,
      bound: 1,
      gap: 0,
    });
  });

  test('go on from a better arrangement, and solve anew what came after where it is better', () => {
    const [first, better, worse] = [costing(1, -2, -1), costing(1, -4, 0), costing(1, -4, 3)];
    const { asked, solve } = answering((stage, time) => ({
      bound: -9,
      other: stage === 3 && time === 1 ? better : stage === 5 ? worse : null,
    }));
    const { seated } = stageByStage(first, solve);
    expect(seated).toBe(better);
    // In stage 3 an arrangement better in stage 2 turned up: stage 2 keeps its bound, and 3 is solved anew.
    expect(asked.map(({ stage }) => stage)).toEqual([1, 2, 3, 3, 4, 5, 6, 7]);
    expect(asked[3]?.from).toBe(better);
    expect(asked[3]?.kept).toEqual([
      { stage: 1, cost: 1 },
      { stage: 2, cost: -4 },
    ]);
  });

  test('are not solved anew where the arrangement is better in the stage itself', () => {
    const better = costing(1, -4);
    const { asked, solve } = answering((stage, time) => ({
      bound: -9,
      other: stage === 2 && time === 1 ? better : null,
    }));
    expect(stageByStage(costing(1, -2), solve).seated).toBe(better);
    expect(asked.map(({ stage }) => stage)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('one way to solve a stage and then another', () => {
  const at = costing(1, -4);
  const kept = [{ stage: 1, cost: 1 }];
  const ask = (
    first: { bound: number; other: Seated | null },
    second: { bound: number; other: Seated | null },
  ) => {
    const two = answering(() => second);
    const both = firstThen(answering(() => first).solve, two.solve);
    return { ...both(2, kept, at, true), asked: two.asked };
  };

  test('asks the second only where the first leaves the stage open', () => {
    const settled = ask({ bound: -4, other: null }, { bound: -3, other: null });
    expect([settled.bound, settled.other, settled.asked.length]).toEqual([-4, at, 0]);
    const better = costing(1, -6);
    const done = ask({ bound: -6, other: better }, { bound: -6, other: null });
    expect([done.bound, done.other, done.asked.length]).toEqual([-6, better, 0]);
  });

  test('takes the higher bound and the better arrangement, the second starting from it', () => {
    const [better, best, worse] = [costing(1, -6), costing(1, -8), costing(1, -2)];
    const open = ask({ bound: -10, other: better }, { bound: -8, other: best });
    expect([open.bound, open.other, open.asked]).toEqual([
      -8,
      best,
      [{ stage: 2, kept, from: better, proven: true }],
    ]);
    const low = ask({ bound: -10, other: worse }, { bound: -12, other: worse });
    expect([low.bound, low.other, low.asked[0]?.from]).toEqual([-10, at, at]);
    expect(ask({ bound: -10, other: better }, { bound: -9, other: null }).other).toBe(better);
  });

  test('stops where an earlier stage turned out better, since the bound is then of no use', () => {
    const earlier = costing(0, 0);
    const stopped = ask({ bound: -10, other: earlier }, { bound: -8, other: null });
    expect([stopped.bound, stopped.other, stopped.asked.length]).toEqual([-10, earlier, 0]);
  });
});
