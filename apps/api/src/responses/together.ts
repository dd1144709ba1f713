/** What became of one of several that were done together. */
export type Settled<Result> = { readonly result: Result } | { readonly error: unknown };

type Waiting<Item, Result> = {
  readonly item: Item;
  readonly settle: (settled: Settled<Result>) => void;
};

const afterThisTurn = (): Promise<void> => new Promise((turn) => setImmediate(turn));

type Desk<Item, Result> = { busy: number; readonly waiting: Waiting<Item, Result>[] };

/**
 * Does items of one key at once while few come, and otherwise what has come meanwhile together: `atOnce` of a key are worked on
 * at a time, each with at most `most` items. Nothing waits for others to come. Where several fail together they are done
 * again one by one, so that none is in another's way, unless `failsAll` says that each would fail alike.
 */
export const together = <Item, Result>(
  work: (key: string, items: readonly Item[]) => Promise<readonly Settled<Result>[]>,
  failsAll: (error: unknown) => boolean,
  { atOnce, most }: { readonly atOnce: number; readonly most: number },
): ((key: string, item: Item) => Promise<Result>) => {
  const desks = new Map<string, Desk<Item, Result>>();

  const doAll = async (key: string, items: readonly Item[]): Promise<readonly Settled<Result>[]> => {
    try {
      return await work(key, items);
    } catch (error) {
      if (items.length === 1 || failsAll(error)) return items.map(() => ({ error }));
      const settled: Settled<Result>[] = [];
      for (const item of items) settled.push(...(await doAll(key, [item])));
      return settled;
    }
  };

  const serve = async (key: string, desk: Desk<Item, Result>): Promise<void> => {
    desk.busy += 1;
    await afterThisTurn();
    while (desk.waiting.length > 0) {
      const taken = desk.waiting.splice(0, most);
      const settled = await doAll(
        key,
        taken.map(({ item }) => item),
      );
      for (const [at, { settle }] of taken.entries())
        settle(settled[at] ?? { error: new Error('Nothing became of it.') });
    }
    desk.busy -= 1;
    if (desk.busy === 0) desks.delete(key);
  };

  return async (key, item) => {
    const desk = desks.get(key) ?? { busy: 0, waiting: [] };
    desks.set(key, desk);
    const settled = await new Promise<Settled<Result>>((settle) => {
      desk.waiting.push({ item, settle });
      if (desk.busy < atOnce) void serve(key, desk);
    });
    if ('error' in settled) throw settled.error;
    return settled.result;
  };
};
