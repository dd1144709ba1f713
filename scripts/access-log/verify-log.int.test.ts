import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openHeadFiles } from '../../apps/api/src/access-log/head-files.ts';
import { logOpening } from '../../apps/api/src/access/log.ts';
import { runSchool } from '../../apps/api/src/clock/run-school.ts';
import type { Dependencies } from '../../apps/api/src/dependencies.ts';
import { openTestHouse, type TestHouse } from '../../apps/api/src/testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../../apps/api/src/testing/test-school.ts';
import { verifyLogCommand } from './command.ts';

let house: TestHouse;
let school: TestSchool;
let heads: string;
let deps: Dependencies;

const open = async (count: number): Promise<void> => {
  const actor = { schoolId: school.schoolId, staffId: randomUUID(), relations: [] };
  for (let at = 0; at < count; at += 1)
    await house.deps.db.inScope(school, (tx) =>
      logOpening(tx, actor, house.deps.now(), {
        ...{ action: 'pupil.read', subjectKind: 'pupil', subjectId: randomUUID() },
        purpose: 'follow up the pupil',
      }),
    );
};

const verify = async (folder = heads) => {
  const lines: string[] = [];
  const say = (line: string): void => void lines.push(line);
  const args = ['--database', house.database.serve, '--heads', folder];
  const code = await verifyLogCommand(args, { root: heads, data: heads }, '/', { result: say, note: say });
  return { code, text: lines.join('\n') };
};

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  heads = mkdtempSync(join(tmpdir(), 'samhold-log-'));
  deps = { ...house.deps, logHeads: openHeadFiles(heads) };
  school = await makeSchool(house, 'logged', 'klasse,trinn,fornavn,etternavn,id\n5A,5,Elev,En,p1\n');
  await addStaff(house, school, 'leader of logged', [{ kind: 'leadership' }]);
  for (const day of ['30', '29', '28'].toReversed()) {
    await open(3);
    house.setNow(new Date(`2026-11-${day}T07:00:00Z`));
    await runSchool(deps, school.schoolId);
    await runSchool(deps, school.schoolId);
  }
  await open(2);
});
afterAll(async () => {
  rmSync(heads, { recursive: true });
  await house.close();
});

/** Does this as the superuser, says what the command finds, and puts everything back. */
const afterTampering = async (statements: string) => {
  const tables = ['access_log', 'access_log_head', 'access_log_day'];
  await house.database.ask(tables.map((table) => `create table kept_${table} as table ${table};`).join(''));
  await house.database.ask(statements);
  const found = await verify();
  await house.database.ask(
    tables
      .map(
        (table) =>
          `delete from ${table}; insert into ${table} table kept_${table}; drop table kept_${table};`,
      )
      .join(''),
  );
  return found;
};

const inMiddle = `(select max(sequence) - 4 from access_log)`;

test('the log of every school holds, one line a school and day is kept, and a second look adds none', async () => {
  const { code, text } = await verify();
  expect([code, text]).toEqual([0, expect.stringContaining('3 dager bevart')]);
  expect(readdirSync(heads)).toEqual(['2026-11.txt']);
  const file = join(heads, '2026-11.txt');
  expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(4);
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a server that kept nothing for some days keeps what it lacks, as the database has it', async () => {
  const folder = join(heads, 'another');
  await runSchool({ ...deps, logHeads: openHeadFiles(folder) }, school.schoolId);
  expect(readFileSync(join(folder, '2026-11.txt'))).toEqual(readFileSync(join(heads, '2026-11.txt')));
});

test.each([
  ['changed', `update access_log set staff_id = gen_random_uuid() where sequence = ${inMiddle}`, /er endret/],
  ['removed', `delete from access_log where sequence = ${inMiddle}`, /Oppføring \d+ mangler/],
  [
    'put in another place',
    `update access_log set sequence = -1 where sequence = ${inMiddle};
     update access_log set sequence = ${inMiddle} where sequence = ${inMiddle} + 1;
     update access_log set sequence = ${inMiddle} + 1 where sequence = -1`,
    /er endret eller byttet ut/,
  ],
  [
    'cut off at the end',
    `delete from access_log where sequence = (select max(sequence) from access_log)`,
    /men ender med/,
  ],
  [
    'cut off with the last link set back',
    `delete from access_log where sequence > ${inMiddle};
     update access_log_head h set (sequence, hash) =
       (select l.sequence, l.hash from access_log l where l.school_id = h.school_id order by 1 desc limit 1);
     delete from access_log_day where day = '2026-11-30'`,
    /Loggen er en annen enn den var 2026-11-30/,
  ],
  [
    'all of it gone',
    `delete from access_log; delete from access_log_head; delete from access_log_day; delete from sign_in_lookup`,
    /Standen 2026-11-28 mangler i databasen/,
  ],
])('one entry %s is found', async (_what, statements, told) => {
  const { code, text } = await afterTampering(statements);
  expect([code, text]).toEqual([1, expect.stringMatching(told)]);
  expect((await verify()).code).toBe(0);
});

test('what cannot be run says so', async () => {
  const lines: string[] = [];
  const say = (line: string): void => void lines.push(line);
  const code = await verifyLogCommand(['--no-such'], { root: heads, data: heads }, '/', {
    result: say,
    note: say,
  });
  expect([code, lines.join('')]).toEqual([2, expect.stringContaining('verify-log -- --help')]);
});

test('the serving role can neither change nor delete a day', async () => {
  const privileges = await house.database.ask(
    `select privilege_type from information_schema.table_privileges
      where table_name = 'access_log_day' and grantee = 'samhold_runtime' order by 1`,
  );
  expect(privileges).toEqual([{ privilege_type: 'INSERT' }, { privilege_type: 'SELECT' }]);
});
