import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { buildApp } from '../app.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { accessTable } from './access-table.ts';

let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
});
afterAll(() => house.close());

/** Reads the routes out of the router's own picture of itself: one line a node, four columns a level. */
const routesIn = (picture: string): readonly string[] => {
  const path: string[] = [];
  return picture.split('\n').flatMap((line) => {
    const found = /^([│ ]*)[├└]── (\S*)(?: \(([A-Z, ]+)\))?/.exec(line);
    if (found === null) return [];
    const [, indent = '', part = '', methods = ''] = found;
    path.length = indent.length / 4;
    path.push(part);
    return methods
      .split(', ')
      .flatMap((method) => (method === '' || method === 'HEAD' ? [] : [`${method} ${path.join('')}`]));
  });
};

test('the table holds the routes of the server, no more and no fewer', async () => {
  const app = await buildApp(house.deps);
  await app.ready();
  const routes = routesIn(app.printRoutes());
  expect([...new Set(routes)].sort()).toEqual(Object.keys(accessTable).sort());
  await app.close();
});

test('a route that declares no access stops the server from being built', async () => {
  const app = await buildApp(house.deps);
  expect(() => app.get('/api/v1/forgotten', () => 'open')).toThrow('declares no access');
  await app.close();
});
