import type { Answer } from '@samhold/survey';
import { describe, expect, it } from 'vitest';
import { createAnswerQueue, type Outcome, type Part, type QueueState } from './answer-queue.ts';

const option = (itemId: string, optionId = 'yes'): Answer => ({ itemId, type: 'option', optionId });
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

function bench(outcomes: Outcome[], start = { revision: 0, storedItemIds: [] as string[] }) {
  const sent: Part[] = [];
  const planned: { ms: number; run: () => void }[] = [];
  const states: QueueState[] = [];
  const queue = createAnswerQueue(
    {
      send: async (part) => {
        sent.push(part);
        return outcomes.shift() ?? { kind: 'stored' };
      },
      after: (ms, run) => {
        const entry = { ms, run };
        planned.push(entry);
        return () => planned.splice(planned.indexOf(entry), 1);
      },
      changed: (state) => states.push(state),
    },
    start,
  );
  const last = () => states.at(-1);
  const clockRuns = async () => {
    planned.shift()?.run();
    await settled();
  };
  return { queue, sent, planned, last, clockRuns };
}

describe('answers with a network', () => {
  it('are sent with a growing revision, starting after the stored one', async () => {
    const { queue, sent, last } = bench([], { revision: 4, storedItemIds: ['z'] });
    queue.put(option('a'));
    await settled();
    queue.put(option('b'));
    await settled();
    expect(sent.map(({ revision, answers }) => [revision, answers])).toEqual([
      [5, [option('a')]],
      [6, [option('b')]],
    ]);
    expect(last()).toMatchObject({ waiting: 0, offline: false, storedItemIds: ['z', 'a', 'b'] });
  });
});

describe('answers without a network', () => {
  const later: Outcome = { kind: 'later' };

  it('wait, are retried unchanged with longer and longer waits, and none is lost', async () => {
    const { queue, sent, planned, last, clockRuns } = bench(Array.from({ length: 8 }, () => later));
    queue.put(option('a'));
    await settled();
    queue.put(option('b'));
    queue.put(option('a', 'no'));
    const waits: number[] = [];
    for (let i = 0; i < 8; i += 1) {
      waits.push(planned[0]?.ms ?? -1);
      await clockRuns();
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000, 15000, 30000, 30000, 30000]);
    expect(new Set(sent.slice(0, 9).map((part) => JSON.stringify(part))).size).toBe(1);
    expect(sent.at(-1)).toEqual({ revision: 2, answers: [option('b'), option('a', 'no')], submit: false });
    expect(last()).toMatchObject({ waiting: 0, offline: false });
  });

  it('are counted while they wait', async () => {
    const { queue, last } = bench([later]);
    queue.put(option('a'));
    await settled();
    queue.put(option('b'));
    expect(last()).toMatchObject({ waiting: 2, offline: true });
  });

  it('go at once when the network is back', async () => {
    const { queue, planned, last } = bench([later]);
    queue.put(option('a'));
    await settled();
    queue.tryNow();
    await settled();
    expect(planned).toHaveLength(0);
    expect(last()?.waiting).toBe(0);
  });
});

describe('the end of a response', () => {
  it('carries what still waits', async () => {
    const { queue, sent, last, clockRuns } = bench([{ kind: 'later' }]);
    queue.put(option('a'));
    await settled();
    queue.put(option('b'));
    queue.submit();
    await clockRuns();
    expect(sent.at(-1)).toEqual({ revision: 2, answers: [option('b')], submit: true });
    expect(last()?.submitted).toBe(true);
  });

  it('can be handed in without any answer', async () => {
    const { queue, sent } = bench([]);
    queue.submit();
    await settled();
    expect(sent).toEqual([{ revision: 1, answers: [], submit: true }]);
  });
});

describe('answers the server does not take', () => {
  it('are found one at a time, so that the others are stored', async () => {
    const refused: Outcome = { kind: 'refused' };
    const { queue, last } = bench([{ kind: 'later' }, { kind: 'stored' }, refused, refused]);
    queue.put(option('a'));
    await settled();
    queue.put(option('b'));
    queue.put(option('c'));
    queue.tryNow();
    await settled();
    expect(last()).toMatchObject({ waiting: 0, storedItemIds: ['a', 'c'], refusedItemIds: ['b'] });
  });

  it('are told from an end that is not taken', async () => {
    const refused: Outcome = { kind: 'refused' };
    const { queue, sent, last } = bench([{ kind: 'later' }, refused]);
    queue.put(option('a'));
    await settled();
    queue.submit();
    queue.put(option('b'));
    queue.tryNow();
    await settled();
    expect(sent.slice(1).map(({ answers, submit }) => [answers.length, submit])).toEqual([
      [1, false],
      [1, true],
    ]);
    expect(last()?.waiting).toBe(0);
  });

  it('go again above the revision the server holds', async () => {
    const { queue, sent, last } = bench([{ kind: 'stale', revision: 9 }]);
    queue.put(option('a'));
    await settled();
    expect(sent.map(({ revision }) => revision)).toEqual([1, 10]);
    expect(last()?.waiting).toBe(0);
  });
});

describe('a session that ends in the middle', () => {
  it('keeps what is not sent until the pupil has signed in again', async () => {
    const { queue, sent, last } = bench([{ kind: 'ended', code: 'pupil_session_ended' }]);
    queue.put(option('a'));
    await settled();
    expect(last()).toMatchObject({ waiting: 1, endedBy: 'pupil_session_ended' });
    queue.revive(3);
    await settled();
    expect(sent.at(-1)?.revision).toBe(4);
    expect(last()).toMatchObject({ waiting: 0, endedBy: null });
  });

  it('forgets everything when told to', async () => {
    const { queue, sent } = bench([{ kind: 'later' }]);
    queue.put(option('a'));
    await settled();
    queue.discard();
    queue.tryNow();
    await settled();
    expect(sent).toHaveLength(1);
  });
});
