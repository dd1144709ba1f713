import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { ReleaseAudit } from '../publications/release-audit.ts';
import { releaseEndedRound } from '../publications/release-ended-round.ts';
import { endRoundInScope } from '../rounds/end-round.ts';
import { bodyOf, cardsOf, handIn } from '../testing/answering.ts';
import { rosterHeader, rosterOf } from '../testing/class-with-teacher.ts';
import { planRoundOf, storedRounds } from '../testing/planned-school.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';
import { runDueWork } from './due-work.ts';
import { runSchool } from './run-school.ts';

let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
});
afterAll(() => house.close());

const OPENING = '2026-11-09T06:00:00Z';
const ENDING = '2026-11-21T06:00:00Z';
const days = { opensOn: '2026-11-09', closesOn: '2026-11-20' };

const schoolBeforeRound = async (name: string): Promise<TestSchool> => {
  house.setNow(new Date('2026-11-09T05:00:00Z'));
  const school = await makeSchool(house, name, rosterHeader + rosterOf('5A', 5, 3) + rosterOf('5B', 5, 3));
  const classId = school.classIds.get('5A') ?? '';
  await addStaff(house, school, `teacher of ${name}`, [{ kind: 'contact_teacher', classId }]);
  await planRoundOf(house, school, days);
  return school;
};

/** One pupil of 5A answers, so that there are results. */
const answerOne = async (name: string, { classIds }: TestSchool): Promise<void> => {
  const teacher = await house.staffBrowser(`teacher of ${name}`);
  const classId = classIds.get('5A') ?? '';
  const { sittings } = await bodyOf<{ sittings: readonly { sittingId: string }[] }>(
    await teacher(`/api/v1/classes/${classId}/home`),
  );
  const code = await teacher(`/api/v1/sittings/${sittings[0]?.sittingId}/class-code`, { method: 'POST' });
  const { classCode } = await bodyOf<{ classCode: string }>(code);
  const [card] = await cardsOf(teacher, classId);
  if (card === undefined) throw new Error('The class has no pupils.');
  await handIn(house, classCode, card);
};

const plant = (table: string): Promise<unknown> =>
  house.database.ask(`
    create or replace function planted() returns trigger language plpgsql as $$ begin raise 'planted'; end $$;
    create trigger planted before insert on ${table} for each row execute function planted()`);
const unplant = (): Promise<unknown> => house.database.ask('drop function planted() cascade');

test.each(['sitting', 'sitting_pupil', 'notice'])(
  'an opening that fails at a row of %s leaves nothing of itself, and the next look opens it once',
  async (table) => {
    const school = await schoolBeforeRound(`opening ${table}`);
    const before = await storedRounds(house, school);
    house.setNow(new Date(OPENING));
    await plant(table);
    await expect(runSchool(house.deps, school.schoolId)).rejects.toThrow('planted');
    await unplant();
    expect(await storedRounds(house, school)).toEqual(before);
    await Promise.all([1, 2, 3, 4].map(() => runSchool(house.deps, school.schoolId)));
    const { rounds, sittings, notices } = await storedRounds(house, school);
    expect(rounds).toMatchObject([{ opened_at: new Date(OPENING) }]);
    expect(sittings).toHaveLength(2);
    expect(notices.map((notice) => notice.kind)).toEqual(['round_opened']);
  },
);

test.each(['tally', 'released_participation', 'notice', 'release_audit', 'release'])(
  'an ending that fails at a row of %s leaves nothing of that step, and the next look ends and releases it once',
  async (table) => {
    const name = `ending ${table}`;
    const school = await schoolBeforeRound(name);
    house.setNow(new Date(OPENING));
    await runSchool(house.deps, school.schoolId);
    await answerOne(name, school);
    house.setNow(new Date(ENDING));
    await plant(table);
    await expect(runSchool(house.deps, school.schoolId)).rejects.toThrow('planted');
    await unplant();
    const half = await storedRounds(house, school);
    // The class that could be closed is: each step is its own.
    if (table.startsWith('release_') || table === 'release')
      expect(half.rounds).toMatchObject([{ ended_at: new Date(ENDING) }]);
    else expect(half.rounds).toMatchObject([{ ended_at: null }]);
    expect(half.releases).toEqual([]);
    if (['tally', 'notice'].includes(table))
      expect(half.sittings.map((sitting) => sitting.state)).toContain('open');
    await Promise.all([1, 2, 3, 4].map(() => runSchool(house.deps, school.schoolId)));
    const { rounds, sittings, notices, releases } = await storedRounds(house, school);
    expect(rounds).toMatchObject([{ ended_at: new Date(ENDING) }]);
    expect(sittings.map((sitting) => sitting.state)).toEqual(['closed', 'closed']);
    expect(releases).toHaveLength(2);
    expect(notices.map((notice) => notice.kind)).toEqual(['round_opened', 'results_ready']);
  },
);

test('what a class is shown while a release is worked out is not overlooked: the release is made anew beside it', async () => {
  const name = 'meanwhile';
  const school = await schoolBeforeRound(name);
  house.setNow(new Date(OPENING));
  await runSchool(house.deps, school.schoolId);
  await answerOne(name, school);
  house.setNow(new Date(ENDING));
  const [{ round_id: roundId = '' } = {}] = (await storedRounds(house, school)).rounds;
  const teacher = await house.staffBrowser(`teacher of ${name}`);
  await house.deps.db.inScope(school, (tx) =>
    endRoundInScope(tx, school.schoolId, roundId, house.deps.now()),
  );
  const { sittings } = await bodyOf<{ sittings: readonly { sittingId: string }[] }>(
    await teacher(`/api/v1/classes/${school.classIds.get('5A')}/home`),
  );
  let scopes = 0;
  const inScope: typeof house.deps.db.inScope = async (scope, work) => {
    scopes += 1;
    // Its steps are listed, the first is read, and now it is to be stored.
    if (scopes === 3)
      await teacher(`/api/v1/sittings/${sittings[0]?.sittingId}/wellbeing/summary`, { method: 'POST' });
    return house.deps.db.inScope(scope, work);
  };
  await releaseEndedRound({ ...house.deps, db: { ...house.deps.db, inScope } }, school, roundId);
  const audits = await house.deps.db.inScope(school, (tx) =>
    tx
      .selectFrom('release as r')
      .innerJoin('release_audit as a', (join) =>
        join.onRef('a.school_id', '=', 'r.school_id').onRef('a.audit_id', '=', 'r.audit_id'),
      )
      .select(['r.audience', 'r.class_id', 'a.audit'])
      .where('r.school_id', '=', school.schoolId)
      .execute(),
  );
  const heldAgainst = (audience: string): readonly number[] =>
    audits
      .filter((row) => row.audience === audience)
      .map(({ audit }) => (audit as unknown as ReleaseAudit).with.length)
      .sort();
  // 5A came first, then the school's for everybody, then 5B, then leadership's.
  expect([heldAgainst('class'), heldAgainst('public'), heldAgainst('leadership')]).toEqual([
    [0, 2],
    [1],
    [3],
  ]);
});

test('what fails at one step does not keep the others of the school from being done', async () => {
  const school = await schoolBeforeRound('one step');
  await planRoundOf(house, school, { ...days, kind: 'sociogram' });
  house.setNow(new Date(OPENING));
  const [first] = (await storedRounds(house, school)).rounds;
  await house.database.ask(`
    create function planted() returns trigger language plpgsql as $$ begin
      if new.round_id = '${first?.round_id}' then raise 'planted'; end if; return new; end $$;
    create trigger planted before insert on sitting for each row execute function planted()`);
  await expect(runSchool(house.deps, school.schoolId)).rejects.toThrow('planted');
  await unplant();
  expect((await storedRounds(house, school)).sittings).toHaveLength(2);
});

test('a server killed in the middle of an opening leaves nothing of it, and the next opens it once', async () => {
  const school = await schoolBeforeRound('killed');
  const before = await storedRounds(house, school);
  let release = (): void => undefined;
  const released = new Promise<void>((done) => (release = done));
  // The notice, last of what an opening writes, waits for its reader's row.
  const holding = house.deps.db.inScope(school, async (tx) => {
    await tx
      .selectFrom('staff_member')
      .select('staff_id')
      .where('school_id', '=', school.schoolId)
      .forUpdate()
      .execute();
    await released;
  });
  const program = resolve(import.meta.dirname, '../testing/run-due-work.ts');
  const server = spawn(process.execPath, [program, house.database.serve, OPENING]);
  const died = new Promise((done) => server.once('exit', (_code, signal) => done(signal)));
  const waits = async (): Promise<boolean> =>
    (
      await house.database.ask(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
          and query ilike 'insert into "notice"%'`,
      )
    ).length > 0;
  for (let tries = 0; !(await waits()); tries += 1) {
    if (tries > 100) throw new Error('The server did not come to the notice.');
    await new Promise((done) => setTimeout(done, 100));
  }
  server.kill('SIGKILL');
  expect(await died).toBe('SIGKILL');
  release();
  await holding;
  house.setNow(new Date(OPENING));
  // The database notices the lost connection by itself; until then the opening waits behind it.
  expect((await storedRounds(house, school)).rounds).toEqual(before.rounds);
  await runDueWork(house.deps);
  await runDueWork(house.deps);
  const { rounds, sittings, notices } = await storedRounds(house, school);
  expect(rounds).toMatchObject([{ opened_at: new Date(OPENING) }]);
  expect(sittings).toHaveLength(2);
  expect(notices).toHaveLength(1);
});
