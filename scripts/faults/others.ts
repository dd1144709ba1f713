import type { Fault } from './fault.ts';
import { runScript, runTests } from './run-elsewhere.ts';

const SEEDS = 10_000;

export const x4: Fault = {
  name: 'x4',
  rule: 'The queue of a tablet without a network: reordered, doubled, acknowledgement lost, two tabs, a clock wrong by a day, a round closed meanwhile, a new version of the questionnaire: nothing is lost or doubled.',
  run: () =>
    runTests(
      ['apps/web/src/lib/pupil/queue', 'apps/api/src/responses'],
      ['The tests of the queue and of what takes its parts in; chance plays the rest (x9).'],
    ),
};

export const x6: Fault = {
  name: 'x6',
  rule: 'A filled database of every schema there was on main is upgraded with all that is in it; killed on the way, it is as it was.',
  run: () =>
    runTests(
      ['scripts/upgrade', 'packages/db/src/migrate.int.test.ts', 'apps/api/src/running/upgrade.int.test.ts'],
      [
        'Each schema is kept filled in `scripts/upgrade/fixtures`. Killed after three, seven and ten tenths of the way.',
      ],
    ),
};

export const x7: Fault = {
  name: 'x7',
  rule: 'Backup, wipe, restore: the same hashes of rows, an access log that holds, and somebody who can sign in; a damaged backup is refused.',
  run: () =>
    runTests(
      ['scripts/backup', 'packages/db/src/backup'],
      ['`npm run restore-drill` does the same with the installation it is run in.'],
    ),
};

export const x8: Fault = {
  name: 'x8',
  rule: 'Requests made from openapi.json by every seat, right, nearly right and hostile: no 5xx, no status or body that is not declared, no answer for the wrong role.',
  run: async ({ requests, seed }) => {
    const args = ['--requests', String(requests), '--seed', String(seed)];
    const { said, breaches } = await runScript('scripts/fuzz.ts', args);
    return { figures: [{ what: 'came to', measured: said }], breaches, notes: ['`npm run fuzz`.'] };
  },
};

export const x9: Fault = {
  name: 'x9',
  rule: 'Lives of tablets, queues, network and server by chance under a clock that is moved: no answer lost, doubled or turned.',
  run: async () => {
    const { said, breaches } = await runScript('apps/web/simulate.ts', ['1', String(SEEDS)]);
    return {
      figures: [{ what: 'came to', measured: said }],
      breaches,
      notes: ['`npm run simulate -- <seed>` plays one seed again.'],
    };
  },
};
