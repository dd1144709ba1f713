import { expect, test } from 'vitest';
import { outOfService } from './x5-out-of-service.ts';

test('X5: what a database cannot store is answered 503, nothing acknowledged is lost, and it heals', async () => {
  const { breaches, figures } = await outOfService(250);
  expect(breaches).toEqual([]);
  expect(figures.map(({ what }) => what)).toEqual(
    expect.arrayContaining([
      'disk of the tables full',
      'disk of the log full',
      'read-only server',
      'read-only database',
      'no connection left',
      'database stopped',
      'database killed',
      'started without a database',
    ]),
  );
}, 180_000);
