import { expect, inject, test } from 'vitest';
import { createTestDatabase } from '../../packages/db/src/index.ts';
import { rollingRestart } from './rolling-restart.ts';

test('two servers are replaced one after the other while a class hands in, and no answer is lost or doubled', async () => {
  const database = await createTestDatabase(inject('superuserUrl'));
  const result = await rollingRestart({
    databaseUrl: database.serve,
    classes: 1,
    pupils: 20,
    pauseMs: 400,
  }).finally(() => database.drop());
  expect(result.lost).toEqual([]);
  expect(result.acknowledged).toBeGreaterThan(100);
  expect([result.stored, result.twice]).toEqual([result.acknowledged, 0]);
  expect(result.ended).toEqual([0, 0]);
  expect(result.afterGuessing).toBe(429);
}, 60_000);
