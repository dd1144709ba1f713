import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { allStored, bench, newStore, numbersOf, part, put } from './part-sender.fixture.ts';

describe('answers that follow each other', () => {
  test('go together, after a while of which half is chance', async () => {
    for (const [chance, expected] of [
      [0, 10_000],
      [1, 20_000],
    ] as const) {
      const store = await newStore();
      const { sender, sent, planned } = bench(store, allStored, chance);
      await put(store, part(1));
      sender.goSoon();
      await put(store, part(2));
      sender.goSoon();
      expect(planned.map(({ ms }) => ms)).toEqual([expected]);
      expect(sent).toEqual([]);
      planned[0]?.run();
      await vi.waitFor(() => expect(sent.map(numbersOf)).toEqual([[1, 2]]));
    }
  });

  test('go at once with what does not wait, and the while is over', async () => {
    const store = await newStore();
    const { sender, sent, planned } = bench(store);
    await put(store, part(1));
    sender.goSoon();
    await put(store, part(2));
    await sender.go();
    expect(sent.map(numbersOf)).toEqual([[1, 2]]);
    expect(planned).toEqual([]);
    await put(store, part(3));
    sender.goSoon();
    expect(planned).toHaveLength(1);
    sender.stop();
    expect(planned).toEqual([]);
  });

  test('wait for the next attempt after one that failed', async () => {
    const store = await newStore();
    const { sender, planned } = bench(store, () => ({ kind: 'later' }));
    await put(store, part(1));
    await sender.go();
    sender.goSoon();
    expect(planned.map(({ ms }) => ms)).toEqual([750]);
  });
});
