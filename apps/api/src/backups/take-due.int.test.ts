import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { newBackupKey, readMigrations } from '@samhold/db';
import { startClock, type ClockOptions } from '../clock/start-clock.ts';
import { openMetrics } from '../running/metrics.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool } from '../testing/test-school.ts';
import { takeDueBackup, type BackupSettings } from './take-due.ts';

let house: TestHouse;
let folder: string;
let settings: BackupSettings;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  folder = mkdtempSync(join(tmpdir(), 'samhold-nightly-'));
  const school = await makeSchool(house, 'nightly', 'klasse,trinn,fornavn,etternavn,id\n5A,5,Elev,En,p1\n');
  await addStaff(house, school, 'administrator of nightly', [{ kind: 'administrator' }]);
  await addStaff(house, school, 'teacher of nightly', [{ kind: 'leadership' }]);
  const { recipient } = await newBackupKey();
  const migrations = readMigrations(resolve(import.meta.dirname, '../../../../migrations'));
  settings = {
    ...{ url: house.database.backup, directory: join(folder, 'kept'), recipient, migrations },
    ...{ at: '02:30', keptDays: 35 },
  };
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

const takeAt = (moment: string, how: Partial<BackupSettings> = {}): Promise<void> => {
  house.setNow(new Date(moment));
  return takeDueBackup(house.deps, { ...settings, ...how });
};
const backups = (): number => readdirSync(settings.directory).filter((name) => name.endsWith('.age')).length;
const noticesOf = async (subject: string): Promise<readonly string[]> => {
  const answer = await (await house.staffBrowser(subject))('/api/v1/notices');
  const { notices } = (await answer.json()) as { notices: readonly { kind: string }[] };
  return notices.map(({ kind }) => kind);
};

test('one backup a day is taken, from its hour on, however many servers look', async () => {
  await takeAt('2026-11-30T01:29:00Z');
  await Promise.all([takeAt('2026-11-30T01:30:00Z'), takeAt('2026-11-30T01:30:00Z')]);
  await takeAt('2026-11-30T20:00:00Z');
  expect(backups()).toBe(1);
  await takeAt('2026-12-01T01:31:00Z');
  expect(backups()).toBe(2);
});

test('one that fails is told to the administrators and to nobody else, and tried again after an hour', async () => {
  const file = join(folder, 'a-file');
  writeFileSync(file, '');
  await expect(takeAt('2026-12-02T02:00:00Z', { directory: join(file, 'below') })).rejects.toThrow('ENOTDIR');
  expect(await noticesOf('administrator of nightly')).toEqual(['backup_failed']);
  expect(await noticesOf('teacher of nightly')).toEqual([]);
  await takeAt('2026-12-02T02:30:00Z');
  expect(backups()).toBe(2);
  await takeAt('2026-12-02T03:01:00Z');
  expect(backups()).toBe(3);
  const runs = await house.database.ask(
    `select outcome, bytes > 0 as has_bytes from backup_run order by day`,
  );
  expect(runs).toEqual(Array.from({ length: 3 }, () => ({ outcome: 'written', has_bytes: true })));
});

test('whoever watches hears when the newest was written, and nothing where none are taken', async () => {
  house.setNow(new Date('2026-12-02T04:00:00Z'));
  const metrics = openMetrics();
  const options = { databaseUrl: house.database.serve, log: () => undefined, ...metrics };
  const ofBackups = async (): Promise<string | undefined> =>
    (await metrics.text()).match(/^samhold_backup_newest_timestamp_seconds .*$/m)?.[0];
  const swept = `select count(*)::int as count from pgboss.job where name = 'clock.sweep' and state = 'completed'`;
  const afterSweep = async (how: Partial<ClockOptions>): Promise<string | undefined> => {
    const done = async () => JSON.stringify(await house.database.ask(swept).catch(() => [{ count: 0 }]));
    const before = await done();
    const clock = await startClock(house.deps, { ...options, ...how });
    await vi.waitFor(async () => expect(await done()).not.toBe(before), { timeout: 20_000, interval: 200 });
    await clock.stop();
    return ofBackups();
  };
  expect(await afterSweep({})).toBeUndefined();
  const at = Date.parse('2026-12-02T03:01:00Z') / 1_000;
  expect(await afterSweep({ backups: settings })).toBe(`samhold_backup_newest_timestamp_seconds ${at}`);
});
