import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest';
import {
  createTestDatabase,
  tablesInOrder,
  type SchemaTable,
  type TestDatabase,
} from '../../packages/db/src/index.ts';
import { citusStandIn } from './citus-stand-in.fixture.ts';
import { citusCommand } from './command.ts';
import { placeTables, type Placement } from './placement.ts';
import { distributionStatements } from './statements.ts';

let database: TestDatabase;
let tables: readonly SchemaTable[];
let placement: Placement;

beforeAll(async () => {
  database = await createTestDatabase(inject('superuserUrl'));
  tables = await tablesInOrder(database.superuser);
  placement = placeTables(tables);
});
afterAll(() => database.drop());
afterEach(() => vi.unstubAllEnvs());

/** All but the extension, which is not here. */
const statements = (of: Placement = placement): string =>
  distributionStatements(of)
    .filter((line) => !line.startsWith('create extension'))
    .join('\n');

const placed = `select logicalrelid::text as name, kind from stand_in.pg_dist_partition order by place`;
/** Runs SQL beside what stands in for Citus, and undoes all of it. */
const after = (
  ...sql: readonly string[]
): Promise<readonly { readonly name: string; readonly kind: string }[]> =>
  database.ask(['begin', citusStandIn, ...sql].join(';\n'));
const placedAs = (of: Placement) => [
  ...of.reference.map((name) => ({ name, kind: 'reference' })),
  ...of.distributed.map((name) => ({ name, kind: 'distributed' })),
];

test('every table of the schema has one place', () => {
  const { reference, distributed, local } = placement;
  const all = [...reference, ...distributed, ...local];
  expect(all.toSorted()).toEqual(tables.map(({ name }) => name).toSorted());
  expect(reference.toSorted()).toEqual([
    'closed_school',
    'questionnaire_version',
    'school_owner',
    'sign_in_method',
  ]);
  expect(distributed).toHaveLength(tables.filter(({ tenant }) => tenant).length);
});

test('no table comes before one it refers to, and none refers to one that stays behind', () => {
  const order = [...placement.reference, ...placement.distributed];
  const tied = tables.filter(({ name, parents }) => parents.length > 0 && !placement.local.includes(name));
  expect(tied.length).toBeGreaterThan(80);
  for (const { name, parents } of tables)
    for (const parent of parents) {
      expect(order.indexOf(parent), `${name} refers to ${parent}`).toBeGreaterThanOrEqual(0);
      expect(order.indexOf(name), `${name} refers to ${parent}`).toBeGreaterThan(order.indexOf(parent));
    }
});

test('PostgreSQL takes the statements, and what stands in for Citus refuses none of them', async () => {
  expect(await after(statements(), placed)).toEqual(placedAs(placement));
  const emptied = await after(statements(), 'select name::text from stand_in.emptied order by place');
  expect(emptied.map(({ name }) => name)).toEqual(
    [...placement.reference, ...placement.distributed].toReversed(),
  );
});

test('run again after an upgrade they take the tables that are new, and no other', async () => {
  const made = `create table newer (school_id uuid references school, newer_id uuid, primary key (school_id, newer_id))`;
  const upgraded = { ...placement, distributed: [...placement.distributed, 'newer'] };
  expect(await after(statements(), made, statements(upgraded), placed)).toEqual(placedAs(upgraded));
});

test.each([
  ['a child before its parent', (p: Placement) => ({ ...p, distributed: p.distributed.toReversed() })],
  ['nothing copied', (p: Placement) => ({ ...p, reference: [] })],
])('what stands in for Citus refuses %s', async (_, change) => {
  await expect(after(statements(change(placement)))).rejects.toThrow(/local table|not there/);
});

test.each([
  [
    'a key that leaves out the school',
    'create unique index planted on class (class_id)',
    'has a key without the school',
  ],
  [
    'a foreign key that crosses schools',
    `create unique index planted on class (class_id, school_id);
     alter table round add constraint planted foreign key (school_id, class_id) references class (class_id, school_id)`,
    'leaves out the school',
  ],
  [
    'a key that takes the school away',
    'alter table round add constraint planted foreign key (school_id) references school on delete set null',
    'changes the school',
  ],
  [
    'a trigger',
    'create trigger planted before update on pupil for each row execute function suppress_redundant_updates_trigger()',
    'has a trigger',
  ],
])('and of the schema %s', async (_, ddl, refusal) => {
  await expect(after(ddl, statements())).rejects.toThrow(refusal);
});

test('the same schema gives the same statements', async () => {
  expect(distributionStatements(placeTables(await tablesInOrder(database.superuser)))).toEqual(
    distributionStatements(placement),
  );
});

test('what is tied to a copied table by foreign keys is copied too, also at a distance', () => {
  const table = (name: string, tenant: boolean, ...parents: readonly string[]) => ({ name, tenant, parents });
  const made = [
    ...[table('root', false), table('owner', false, 'root'), table('alone', false)],
    ...[table('school', true, 'owner'), table('method', false, 'owner'), table('try', false, 'method')],
  ];
  expect(placeTables(made)).toEqual({
    ...{ reference: ['root', 'owner', 'method', 'try'], distributed: ['school'], local: ['alone'] },
  });
});

test('tables that are not divided and lead into a school are refused', () => {
  const lookup = { name: 'loose', tenant: false, parents: ['school'] };
  expect(() => placeTables([...tables, lookup])).toThrow(
    'loose is not divided by school and refers to school',
  );
});

/** The exit code, and what was printed. */
const command = async (
  address: string,
  ...args: readonly string[]
): Promise<readonly (string | number)[]> => {
  vi.stubEnv('DATABASE_URL', address);
  const lines: string[] = [];
  const say = (line: string): void => void lines.push(line);
  const code = await citusCommand(args, { root: '/nowhere' }, { result: say, note: say });
  return [code, ...lines];
};

test('the command prints the statements of the database it is given, and nothing when there are no tables', async () => {
  expect(await command(database.migration)).toEqual([0, distributionStatements(placement).join('\n')]);
  const empty = await createTestDatabase(inject('superuserUrl'), 'empty');
  const [code, line] = await command(empty.migration);
  await empty.drop();
  expect([code, line]).toEqual([1, expect.stringContaining('ikke satt opp ennå')]);
  expect((await command(database.migration, '--tables'))[0]).toBe(1);
});
