import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { accessTable } from '../../apps/api/src/access/access-table.ts';
import { createTestDatabase, type TestDatabase } from '../../packages/db/src/index.ts';
import { activities } from './activities.ts';
import { privacyDocuments } from './documents.ts';
import { flows } from './flows.ts';
import { inStyle } from './in-style.ts';
import { readSchema } from './read-schema.ts';
import { whoSeesWhat } from './who-sees-what.ts';

const folder = resolve(import.meta.dirname, '../../docs/privacy');
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(inject('superuserUrl'));
});
afterAll(() => database.drop());

describe('P11: the documents on privacy', () => {
  test('are what the schema and the table of access say now; else run node scripts/privacy-documents.ts', async () => {
    for (const [name, text] of await privacyDocuments(database)) {
      const path = resolve(folder, name);
      expect(readFileSync(path, 'utf8'), name).toBe(await inStyle(path, text));
    }
  });

  test('tell of every table, in one activity each', async () => {
    const tables = (await readSchema(database)).map(({ name }) => name);
    const named = activities.flatMap((activity) => activity.tables);
    expect(tables.filter((name) => named.filter((one) => one === name).length !== 1)).toEqual([]);
  });

  test.each([
    ['without a comment', 'null'],
    ['that says its retention class alone', `'retention: roster'`],
    ['that says one word', `'retention: roster; pupils'`],
  ])('are refused for a table %s', async (_what, comment) => {
    await database.ask(`create table planted (id uuid primary key); comment on table planted is ${comment}`);
    await expect(readSchema(database)).rejects.toThrow('planted');
    await database.ask('drop table planted');
  });

  test('name flows by routes that are there, and every way in that asks nobody who they are', () => {
    const named = new Set(flows.flatMap(({ routes }) => routes));
    expect([...named].filter((route) => accessTable[route] === undefined)).toEqual([]);
    const open = Object.entries(accessTable).filter(
      ([, { nobody, pupil }]) => nobody !== 'not signed in' || pupil === 'allowed',
    );
    expect(open.map(([route]) => route).filter((route) => !named.has(route))).toEqual([]);
  });
});

describe('who sees what', () => {
  const changed = (route: string, answers: object) =>
    whoSeesWhat({
      ...accessTable,
      [route]: { ...accessTable[route], ...answers } as (typeof accessTable)[string],
    });

  test('is refused when what is told of together is open to different people', () => {
    expect(() => changed('GET /api/v1/classes/:classId/wellbeing', { leadership: 'allowed' })).toThrow(
      'Navngitte svar',
    );
  });

  test('is refused when a new route that shows something is not told of', () => {
    const [first = ''] = Object.keys(accessTable);
    expect(() =>
      whoSeesWhat({ ...accessTable, 'GET /api/v1/new-thing': accessTable[first] ?? expect.fail() }),
    ).toThrow('new-thing');
  });
});
