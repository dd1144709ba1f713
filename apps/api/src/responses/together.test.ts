import fc from 'fast-check';
import { expect, test } from 'vitest';
import { together, type Settled } from './together.ts';

type Job = { readonly id: number; readonly kind: 'good' | 'refused' | 'poison' };

const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Work that says what it was given, refuses what is to be refused, and fails as a whole when anything in it is poison. */
const openWork = () => {
  const seen: number[][] = [];
  let most = 0;
  const busy = new Map<string, number>();
  const work = async (key: string, jobs: readonly Job[]): Promise<readonly Settled<string>[]> => {
    seen.push(jobs.map(({ id }) => id));
    busy.set(key, (busy.get(key) ?? 0) + 1);
    most = Math.max(most, busy.get(key) ?? 0);
    await soon();
    busy.set(key, (busy.get(key) ?? 0) - 1);
    if (jobs.some(({ kind }) => kind === 'poison')) throw new Error('poison');
    return jobs.map(({ id, kind }) =>
      kind === 'refused' ? { error: new Error(`refused ${id}`) } : { result: `${key} ${id}` },
    );
  };
  return { work, seen, most: () => most };
};

const limits = { atOnce: 2, most: 5 };
const never = (): boolean => false;

test('each gets its own, whatever else came at the same moment and however that fared', async () => {
  const job = fc.record({
    key: fc.constantFrom('a', 'b'),
    kind: fc.constantFrom('good', 'good', 'good', 'refused', 'poison'),
    pause: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(job, { maxLength: 40 }), async (jobs) => {
      const { work, seen, most } = openWork();
      const run = together(work, never, limits);
      const pending: Promise<string>[] = [];
      for (const [id, { key, kind, pause }] of jobs.entries()) {
        pending.push(run(key, { id, kind }).catch((error: unknown) => String(error)));
        if (pause) await soon();
      }
      const expected = {
        good: (key: string, id: number) => `${key} ${id}`,
        refused: (_key: string, id: number) => `Error: refused ${id}`,
        poison: () => 'Error: poison',
      };
      expect(await Promise.all(pending)).toEqual(jobs.map(({ key, kind }, id) => expected[kind](key, id)));
      expect(most()).toBeLessThanOrEqual(limits.atOnce);
      for (const ids of seen) expect(ids.length).toBeLessThanOrEqual(limits.most);
    }),
  );
});

test('one that comes alone goes alone, those that come meanwhile go together, in their order', async () => {
  const { work, seen } = openWork();
  const run = together(work, never, limits);
  const give = (ids: readonly number[]) => ids.map((id) => run('a', { id, kind: 'good' }));
  const [first] = give([0]);
  while (seen.length === 0) await soon();
  const second = give([1]);
  while (seen.length === 1) await soon();
  await Promise.all([first, ...second, ...give([2, 3, 4, 5, 6, 7, 8])]);
  expect(seen.slice(0, 2)).toEqual([[0], [1]]);
  expect(seen.slice(2).flat()).toEqual([2, 3, 4, 5, 6, 7, 8]);
  expect(seen.length).toBe(4);
});

test('what fails for all is not tried one by one', async () => {
  const { work, seen } = openWork();
  const run = together(work, () => true, limits);
  const kinds = ['good', 'good', 'good', 'poison', 'good'] as const;
  const ended = await Promise.allSettled(kinds.map((kind, id) => run('a', { id, kind })));
  expect(seen).toEqual([[0, 1, 2, 3, 4]]);
  expect(ended.map(({ status }) => status)).toEqual(kinds.map(() => 'rejected'));
});
