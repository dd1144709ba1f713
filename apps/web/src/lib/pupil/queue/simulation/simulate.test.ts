import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { simulate } from './simulate.ts';

const seeds = 200;

test(`tablets, queues, a bad network and a server come to one right response each, in ${String(seeds)} lives`, async () => {
  for (let seed = 1; seed <= seeds; seed += 1) expect([seed, await simulate(seed)]).toEqual([seed, []]);
}, 300_000);
