import { expect, inject, test } from 'vitest';
import { createTestDatabase } from '../../packages/db/src/index.ts';
import { cutAtBytes } from './x2-cut.ts';

test('X2: a connection is cut here and there while a response is handed in, and there is one response with one answer', async () => {
  const database = await createTestDatabase(inject('superuserUrl'));
  const { breaches, figures } = await cutAtBytes({
    serveUrl: database.serve,
    superuserUrl: database.superuser,
    every: 67,
    responses: 200,
  }).finally(() => database.drop());
  expect(breaches).toEqual([]);
  expect(Number(figures[1]?.measured)).toBeGreaterThan(50);
}, 60_000);
