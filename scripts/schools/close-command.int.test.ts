import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newBackupKey } from '../../packages/db/src/index.ts';
import {
  openInstallation,
  organisationNumber,
  runNode,
  type Installation,
  type Outcome,
} from '../roster/installation.fixture.ts';

let installation: Installation;
beforeAll(async () => {
  installation = await openInstallation();
});
afterAll(() => installation.remove());

const close = (...args: readonly string[]): Promise<Outcome> => {
  const module = JSON.stringify(new URL('close-command.ts', import.meta.url).href);
  const text = `import { closeSchoolCommand } from ${module};
    const output = { result: console.log, note: console.error };
    process.exitCode = await closeSchoolCommand(process.argv.slice(1), ${JSON.stringify(installation.places)}, process.cwd(), output);`;
  return runNode(['--input-type=module', '-e', text, '--', ...args], installation.files);
};
const school = ['--school', organisationNumber];
const confirmed = ['--confirm', organisationNumber, '--received-as', '2026/4711'];

test('a school is shown, stopped, handed over and deleted, and its receipt lies outside the database', async () => {
  const shown = await close(...school);
  expect([shown.code, shown.fault]).toEqual([0, '']);
  expect(shown.out).toContain('Lesen skole, Lesen kommune: åpen.');
  expect(shown.out).toMatch(/^ +4 {2}pupil$/m);
  expect((await close('delete', ...school, ...confirmed)).fault).toContain('Kjør begin først.');

  expect((await close('begin', ...school, '--by', 'skoleeier, sak 17')).code).toBe(0);
  const { recipient } = await newBackupKey();
  const handed = await close('export', ...school, '--to', 'ut', '--recipient', recipient);
  expect([handed.code, handed.fault]).toEqual([0, '']);
  expect(readdirSync(join(installation.files, 'ut'))).toEqual([
    expect.stringMatching(new RegExp(`^overlevering-${organisationNumber}-\\d{8}T\\d{6}Z\\.tar\\.gz\\.age$`)),
  ]);
  const wrong = await close('export', ...school, '--to', 'feil', '--recipient', 'age1feil');
  expect([wrong.code, readdirSync(join(installation.files, 'feil'))]).toEqual([1, []]);
  expect((await close('delete', ...school, ...confirmed)).fault).toMatch(/kan slettes tidligst \d+\. /);

  await installation.db.inScope(installation, (tx) =>
    tx
      .updateTable('school_closing')
      .set({ delete_from: '2020-01-01' })
      .where('school_id', '=', installation.schoolId)
      .execute(),
  );
  const deleted = await close('delete', ...school, ...confirmed);
  expect([deleted.code, deleted.fault]).toEqual([0, '']);
  expect(deleted.out).toMatch(/^ +4 {2}pupil$/m);
  const file = join(installation.places.data, 'closed-schools', `${installation.schoolId}.json`);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    schoolName: 'Lesen skole',
    receivedAs: '2026/4711',
  });
  expect(`${readFileSync(file, 'utf8')}${deleted.out}`).not.toMatch(/Navnesen|Ada/);
  expect((await close(...school)).fault).toContain('Ingen skole her');
  expect((await close('receipts')).out).toContain('Lesen skole (974589095) ble slettet');
}, 180_000);

test('a receipt that was not written before the process ended is written by the next command', async () => {
  const file = join(installation.places.data, 'closed-schools', `${installation.schoolId}.json`);
  rmSync(file);
  await close('receipts');
  expect(existsSync(file)).toBe(true);
});
