import { expect, test } from 'vitest';
import { outOfService } from './x5-out-of-service.ts';

test('X5: what a database cannot store is answered 503, nothing acknowledged is lost, and it heals', async () => {
  const { breaches, healing } = await outOfService(250);
  expect(breaches).toEqual([]);
  expect(healing.map(({ what }) => what)).toEqual(
    expect.arrayContaining([
      'read-only server',
      'read-only database',
      'no connection left',
      'database stopped',
      'database killed',
      'started without a database',
    ]),
  );
}, 180_000);
