import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newBackupKey, readSealedArchive } from '@samhold/db';
import type { StaffSession } from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { checkChain, type LogRow } from '../access-log/verify.ts';
import { addDays } from '../calendar/days.ts';
import { dayOf } from '../calendar-days.ts';
import { runDueWork } from '../clock/due-work.ts';
import { bodyOf } from '../testing/answering.ts';
import { json } from '../testing/browser.ts';
import { beginClosing, undoClosing } from './begin-closing.ts';
import { answerOf, openClosingHouse, refusalOf, type ClosingHouse } from './closing-house.fixture.ts';
import { WAITING_DAYS } from './closing.ts';
import type { HandOver } from './hand-over.ts';

const hour = 3_600_000;

let at: ClosingHouse;
beforeAll(async () => {
  at = await openClosingHouse(inject('superuserUrl'));
}, 240_000);
afterAll(() => at.close());

describe('a school that begins to close', () => {
  test('stands still for everybody but its leadership, which reads', async () => {
    const others = await at.hashed('others');
    expect(await beginClosing(at.deps, at.schoolId, 'skoleeier, sak 2026/17')).toBe(
      addDays(dayOf(at.deps.now()), WAITING_DAYS),
    );
    expect(await refusalOf(beginClosing(at.deps, at.schoolId, 'igjen'))).toBe('closing_already');

    expect((await at.seated.browserOf('contact teacher of the class')('/api/v1/session')).status).toBe(401);
    expect((await at.leadership('/api/v1/staff')).status).toBe(200);
    const session = await bodyOf<StaffSession>(await at.leadership('/api/v1/session'));
    expect(session.school.deletedFrom).toBe(addDays(dayOf(at.deps.now()), WAITING_DAYS));
    const pupil = { text: 'Lekte med flere.', noteId: randomUUID() };
    for (const [path, body] of [
      [`/api/v1/pupil-rights/${at.seated.ids.pupilId}/erasure`, { name: 'Elev' }],
      ['/api/v1/training', { staffIds: [], trainedOn: '2026-01-01' }],
      [`/api/v1/rounds/${at.seated.ids.roundId}/end`, pupil],
    ] as const)
      expect(await answerOf(await at.leadership(path, json('POST', body)))).toEqual([403, 'school_closing']);
    const search = json('POST', { sought: 'elev' });
    expect((await at.leadership('/api/v1/pupil-rights/pupils', search)).status).toBe(200);

    expect((await at.seated.browserOf('pupil')('/api/v1/pupil-session/form')).status).toBe(401);
    expect(await answerOf(await at.enter(at.seated.classCode))).toEqual([403, 'school_closing']);
    // A tablet keeps what is answered so, and sends it again.
    expect(await answerOf(await at.hander.send([at.sealed]))).toEqual([403, 'school_closing']);
    expect([await at.comesIn('leder to'), await at.comesIn('ansatt to')]).toEqual([true, false]);
    expect(await at.ask(`select from staff_session where staff_id = '${at.employeeId}'`)).toEqual([]);
    expect(await at.hashed('others')).toEqual(others);
  });

  test('does nothing by the clock', async () => {
    const inTenDays = new Date(at.deps.now().getTime() + 10 * 24 * hour);
    // Where the log stood is still kept and told of, and what is over its time goes as always; here it is gone through already.
    const kept = ['access_log_day', 'notice'];
    await at.ask(`update school set purged_on = '${dayOf(inTenDays)}'`);
    const before = await at.hashed('own', kept);
    at.house.setNow(inTenDays);
    await runDueWork(at.house.deps);
    at.house.setNow(undefined);
    expect(await at.hashed('own', kept)).toEqual(before);
    await at.ask('update school set purged_on = null');
  });

  test('opens again as it was', async () => {
    await undoClosing(at.deps, at.schoolId);
    expect(await refusalOf(undoClosing(at.deps, at.schoolId))).toBe('not_closing');
    expect(await at.comesIn('ansatt to')).toBe(true);
    expect((await at.enter(at.seated.classCode)).ok).toBe(true);
    expect((await at.hander.send([at.sealed])).status).toBe(200);
    const session = await bodyOf<StaffSession>(await at.leadership('/api/v1/session'));
    expect(session.school).not.toHaveProperty('deletedFrom');
  });
});

describe('what is handed over', () => {
  let made: HandOver & { readonly identity: string };
  let files: ReadonlyMap<string, Buffer>;
  beforeAll(async () => {
    await beginClosing(at.deps, at.schoolId, 'skoleeier, sak 2026/17');
    made = await at.handOver('first.age');
    files = await readSealedArchive(join(at.folder, 'first.age'), made.identity, at.house.deps.keyring);
  }, 120_000);

  test('opens by the key of whoever takes it over alone, and every file is as the manifest says', async () => {
    const manifest = files.get('manifest.json') ?? expect.fail('No manifest.');
    const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
    expect(hash(manifest)).toBe(made.manifest);
    expect(hash(readFileSync(join(at.folder, 'first.age')))).toBe(made.sha256);
    const listed = (JSON.parse(manifest.toString()) as { files: { name: string; sha256: string }[] }).files;
    const found = [...files].filter(([name]) => name !== 'manifest.json');
    expect(listed.map(({ name, sha256 }) => [name, sha256])).toEqual(
      found.map(([name, bytes]) => [name, hash(bytes)]),
    );
    const { identity } = await newBackupKey();
    await expect(
      readSealedArchive(join(at.folder, 'first.age'), identity, at.house.deps.keyring),
    ).rejects.toThrow();
  });

  test('holds every case, every report and point outside them, and a log that verifies with the names it speaks of', async () => {
    const cases = await at.ask<{ reference: string }>(
      `select reference from school_case where school_id = '${at.schoolId}'`,
    );
    expect(cases.length).toBeGreaterThan(1);
    expect([...files.keys()].filter((name) => name.startsWith('saker/'))).toHaveLength(cases.length);
    const outside = JSON.parse(files.get('utenfor-saker.json')?.toString() ?? '{}') as {
      reports: object[];
      meetings: object[];
    };
    const [{ reports, points } = { reports: -1, points: -1 }] = await at.ask<{
      reports: number;
      points: number;
    }>(
      `select (select count(*)::int from incident_report where school_id = '${at.schoolId}' and case_id is null) as reports,
              (select count(*)::int from meeting_item where school_id = '${at.schoolId}' and case_id is null) as points`,
    );
    expect(outside.reports).toHaveLength(reports);
    expect(reports + points).toBeGreaterThan(0);
    expect(outside.meetings.length).toBeLessThanOrEqual(points);
    expect(files.get('utenfor-saker.pdf')?.subarray(0, 5).toString()).toBe('%PDF-');

    const log = (files.get('innsynslogg.jsonl') ?? Buffer.alloc(0)).toString().trimEnd().split('\n');
    const check = checkChain();
    // Written by this very export.
    const rows = log.map((line) => JSON.parse(line) as LogRow);
    check.take(rows);
    const { sequence, hash } = rows.at(-1) ?? expect.fail('An empty log.');
    expect(check.end({ sequence, hash }, { stored: [], kept: [] })).toEqual([]);
    expect(rows.at(-1)?.action).toBe('school.handed_over');
    const known = JSON.parse(files.get('personer.json')?.toString() ?? '[]') as {
      id: string;
      name: string;
    }[];
    const names = new Map(known.map(({ id, name }) => [id, name]));
    expect(
      rows.filter(({ subject_kind: kind, subject_id: id }) => kind === 'pupil' && !names.has(id)),
    ).toEqual([]);
    expect([...names.values()]).not.toContain('–');
  });

  test('holds no answer and no note', () => {
    const text = [...files.values()].map((bytes) => bytes.toString('latin1')).join('\n');
    expect(text).not.toContain('Lekte med flere i friminuttet');
    expect([...files.keys()].sort()).not.toContain('svar.json');
  });
});
