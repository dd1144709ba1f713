import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { allStored, bench, newStore, numbersOf, part, put, type Sent } from './part-sender.fixture.ts';

test('a part whose number the server has of another is kept, and told of', async () => {
  const store = await newStore();
  await put(store, part(1), part(2));
  const { sender, sent, settled } = bench(store, (one) =>
    one.body.parts.length === 0
      ? allStored(one)
      : {
          kind: 'receipt',
          receipt: {
            parts: [
              { number: 1, outcome: 'refused', code: 'part_differs' },
              { number: 2, outcome: 'stored' },
            ],
            submitted: false,
          },
        },
  );
  await sender.go();
  expect(settled).toEqual(['1 set_aside', '2 stored']);
  expect(await store.getAll('setAside')).toMatchObject([{ token: 'a', entry: { number: 1 } }]);
  expect(sent.at(-1)?.body).toEqual({ parts: [], waiting: 0, setAside: 1 });
});

describe('handing over', () => {
  test('goes upload by upload, a bundle at a time, and says how many more there are', async () => {
    const store = await newStore();
    await put(store, ...Array.from({ length: 45 }, (_, at) => part(at + 1)), part(1, 'b'));
    const { sender, sent } = bench(store);
    await sender.go();
    expect(sent.map(({ token, body }) => [token, body.parts.length, body.waiting])).toEqual([
      ['a', 20, 25],
      ['a', 20, 5],
      ['a', 5, 0],
      ['b', 1, 0],
    ]);
    expect(await store.count('parts')).toBe(0);
  });

  test('keeps what is not acknowledged, and waits twice as long each time, half of it by chance', async () => {
    const store = await newStore();
    await put(store, part(1));
    for (const [chance, expected] of [
      [0, [500, 1000, 2000, 4000, 8000, 16000, 30000, 30000]],
      [1, [1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000]],
    ] as const) {
      const { sender, planned, offline } = bench(store, () => ({ kind: 'later' }), chance);
      const waits: number[] = [];
      for (let time = 0; time < 8; time += 1) {
        await sender.go();
        waits.push(planned.at(-1)?.ms ?? -1);
      }
      expect(waits).toEqual(expected);
      expect(planned).toHaveLength(1);
      expect(offline.every(Boolean)).toBe(true);
    }
    expect(await store.count('parts')).toBe(1);
  });

  test('what the server never takes is found one at a time and set aside; the rest is handed over', async () => {
    const store = await newStore();
    await put(store, part(1), part(2), part(3));
    const never = ({ body }: Sent) => body.parts.some(({ number }) => number === 2);
    const { sender, settled } = bench(store, (sent) => (never(sent) ? { kind: 'never' } : allStored(sent)));
    await sender.go();
    expect(settled).toEqual(['1 stored', '2 set_aside', '3 stored']);
    expect(await store.count('parts')).toBe(0);
    expect(await store.getAll('setAside')).toMatchObject([{ token: 'a', entry: part(2) }]);
  });

  test('an entry that is no part is set aside and stops no other', async () => {
    const store = await newStore();
    await put(store, { token: 'a', number: 1 }, part(2), { ...part(3), sealed: '' }, part(4));
    const { sender, sent } = bench(store);
    await sender.go();
    expect(sent.map(numbersOf)).toEqual([[2, 4], []]);
    expect(await store.count('setAside')).toBe(2);
  });

  test('the server is told of what is set aside, once, and of what nobody can be read of with the upload in use', async () => {
    const store = await newStore();
    await put(store, { token: 'a', number: 1 }, { token: 'å', number: 2 }, part(3, 'b'), part(4, 'c'));
    let later = true;
    const { sender, sent, settled } = bench(store, (one) => {
      if (one.token === 'c') return { kind: 'never' };
      return later ? { kind: 'later' } : allStored(one);
    });
    await sender.go();
    later = false;
    await sender.go();
    sender.use({ token: 'b', responseId: 'r-b' });
    await sender.go();
    await sender.go();
    const told = sent.filter(({ body }) => body.setAside !== undefined);
    expect(told.map(({ token, body }) => [token, body.parts.length, body.setAside])).toEqual([
      ['a', 0, 1],
      ['c', 0, 1],
      ['b', 0, 1],
    ]);
    expect(settled).toEqual(['1 set_aside', '2 set_aside', '4 set_aside', '3 stored']);
  });

  test('a response that has to wait keeps no other waiting', async () => {
    const store = await newStore();
    await put(store, part(1), part(1, 'b'));
    const { sender, planned } = bench(store, (one) =>
      one.token === 'a' ? { kind: 'later' } : allStored(one),
    );
    await sender.go();
    expect(await store.getAll('parts')).toEqual([part(1)]);
    expect(planned).toHaveLength(1);
  });

  test('a receipt that leaves a part out keeps it for the next time', async () => {
    const store = await newStore();
    await put(store, part(1), part(2));
    const { sender, sent } = bench(store, (one, at) =>
      at === 0
        ? { kind: 'receipt', receipt: { parts: [{ number: 1, outcome: 'stored' }], submitted: false } }
        : allStored(one),
    );
    await sender.go();
    await sender.go();
    expect(sent.map(numbersOf)).toEqual([[1, 2], [2]]);
  });

  test('what is in memory goes like the rest, also where the tablet keeps nothing', async () => {
    const { sender, sent, settled } = bench(null);
    sender.keepInMemory(part(7));
    await sender.go();
    await sender.go();
    expect(sent.map(numbersOf)).toEqual([[7]]);
    expect(settled).toEqual(['7 stored']);
  });

  test('two calls at once make one attempt, and one more for what came meanwhile', async () => {
    const store = await newStore();
    await put(store, part(1));
    const { sender, sent } = bench(store);
    const first = sender.go();
    await put(store, part(2));
    await Promise.all([first, sender.go(), sender.go()]);
    expect(sent.flatMap(numbersOf)).toEqual([1, 2]);
  });
});

test('what another window has settled is heard, and what is settled here is told to the others', async () => {
  const store = await newStore();
  await put(store, part(1), { token: 'a', number: 2 });
  const { sender, settled, told } = bench(store);
  await sender.go();
  expect(told).toEqual(['2 set_aside', '1 stored']);
  sender.heard([{ token: 'a', number: 3, outcome: 'held' }]);
  expect(settled).toEqual(['2 set_aside', '1 stored', '3 held']);
  expect(told).toHaveLength(2);
});

describe('the upload in use', () => {
  test('is said to be alive when nothing waits, every forty seconds', async () => {
    const { sender, sent, planned } = bench(await newStore());
    sender.use({ token: 'a', responseId: 'r-a' });
    await sender.go();
    expect(sent).toEqual([{ token: 'a', responseId: 'r-a', body: { parts: [], waiting: 0 } }]);
    expect(planned.map(({ ms }) => ms)).toEqual([40_000]);
    sender.use(null);
    await sender.go();
    expect(planned).toHaveLength(0);
  });
});
