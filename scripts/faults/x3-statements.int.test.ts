import { expect, inject, test } from 'vitest';
import { harmStatements } from './x3-statements.ts';

test('X3: each statement of the most important use cases, and of some drawn, fails: the old state or the new one', async () => {
  const done: string[] = [];
  const { breaches } = await harmStatements({
    superuserUrl: inject('superuserUrl'),
    seed: 65,
    sample: { routes: 3, statements: 4 },
    say: (line) => done.push(line),
  });
  expect(breaches).toEqual([]);
  for (const name of [
    'a response is handed in',
    'a sitting is closed',
    'a round is ended',
    'a pupil is erased',
    'POST /api/v1/signals/:signalId/verifications',
    'POST /api/v1/cases',
  ])
    expect(done).toContainEqual(expect.stringMatching(`^${name}: writes`));
}, 180_000);
