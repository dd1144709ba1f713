import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { verifySchools } from '../access-log/verify-schools.ts';
import { addDays } from '../calendar/days.ts';
import { dayOf } from '../calendar-days.ts';
import { runDueWork } from '../clock/due-work.ts';
import { json } from '../testing/browser.ts';
import { beginClosing } from './begin-closing.ts';
import { answerOf, number, openClosingHouse, refusalOf, type ClosingHouse } from './closing-house.fixture.ts';
import { WAITING_DAYS } from './closing.ts';
import { deleteAgain } from './delete-again.ts';
import { deleteRowsOf } from './delete-school.ts';
import { planClosing } from './plan-closing.ts';
import { storedReceipts } from './stored-receipts.ts';

const hour = 3_600_000;

let at: ClosingHouse;
beforeAll(async () => {
  at = await openClosingHouse(inject('superuserUrl'));
}, 240_000);
afterAll(() => at.close());

describe('deletion', () => {
  beforeAll(() => beginClosing(at.deps, at.schoolId, 'skoleeier, sak 2026/17'));

  test('holds up no opening in another school', async () => {
    const { neighbour } = at;
    const { schoolId } = neighbour.school;
    const entries = async (): Promise<number> => {
      const [row] = await at.ask<{ n: number }>(
        `select count(*)::int as n from access_log where school_id = '${schoolId}'`,
      );
      return row?.n ?? 0;
    };
    const before = await entries();
    const undone = new Error('undone');
    const deleting = at.ownDb.inScope(at, async (tx) => {
      const deleted = await deleteRowsOf(tx, at.schoolId, at.tables);
      expect(deleted['access_log']).toBeGreaterThan(0);
      const path = `/api/v1/classes/${neighbour.ids.classId}/picture-cards`;
      const opening = neighbour.browserOf('contact teacher of the class')(path);
      expect(await Promise.race([opening, wait(5_000, 'held up')])).toMatchObject({ status: 200 });
      expect(await entries()).toBe(before + 1);
      throw undone;
    });
    await expect(deleting).rejects.toBe(undone);
  });

  test('is refused while anything stands in its way, and then nothing is gone', async () => {
    const logged = ['pupil_hold', 'school_closing', 'access_log', 'access_log_head', 'staff_session'];
    const before = await at.hashed('own', logged);
    expect(await refusalOf(at.remove('974588145'))).toBe('number_differs');
    expect(await refusalOf(at.remove())).toBe('held');
    const [hold] = await at.ask<{ pupil: string; id: string }>(
      `select pupil_id as pupil, hold_id as id from pupil_hold where school_id = '${at.schoolId}' and ended_at is null`,
    );
    const path = `/api/v1/pupil-rights/${hold?.pupil}/holds`;
    expect((await at.leadership(`${path}/${hold?.id}/end`, { method: 'POST' })).status).toBe(204);
    const again = { holdId: randomUUID(), kind: 'restricted', reason: 'De foresatte bestrider dette.' };
    expect((await at.leadership(path, json('POST', again))).status).toBe(204);
    expect(await refusalOf(at.remove())).toBe('held');
    expect((await at.leadership(`${path}/${again.holdId}/end`, { method: 'POST' })).status).toBe(204);
    expect(await refusalOf(at.remove())).toBe('not_handed_over');
    expect(await at.hashed('own', logged)).toEqual(before);
    await at.handOver('second.age');
    expect(await refusalOf(at.remove())).toBe('too_early');
    at.house.setNow(new Date(at.deps.now().getTime() + (WAITING_DAYS - 1) * 24 * hour));
    expect(await refusalOf(at.remove())).toBe('too_early');
    at.house.setNow(new Date(at.deps.now().getTime() + 24 * hour));
  });

  test('wants what was handed over to be what there is', async () => {
    const [report] = await at.ask<{ id: string }>(
      `update incident_report set revision = revision + 1 where school_id = '${at.schoolId}' returning report_id as id`,
    );
    expect(report).toBeDefined();
    expect(await refusalOf(at.remove())).toBe('records_changed');
    await at.handOver('third.age');
  });

  test('cut off at its end leaves the school as it was', async () => {
    const before = await at.hashed('own');
    await at.ask('alter table closed_school add constraint cut check (received_as is null) not valid');
    await expect(at.remove()).rejects.toThrow('cut');
    expect(await at.hashed('own')).toEqual(before);
    await at.ask('alter table closed_school drop constraint cut');
  });

  test('takes every row of the school in every table, and not one of the neighbour', async () => {
    const plan = await planClosing(at.deps, at.schoolId, at.tables);
    const filled = Object.entries(plan.rows).filter(([, count]) => count > 0);
    expect(filled.length).toBeGreaterThan(70);
    const others = await at.hashed('others', ['closed_school', 'setup_link']);
    const [{ owner_id: ownerId } = { owner_id: '' }] = await at.ask<{ owner_id: string }>(
      `select owner_id from school where school_id = '${at.schoolId}'`,
    );
    const receipt = await at.remove();
    expect(receipt.deletedRows).toEqual({ ...Object.fromEntries(filled), 'pgboss.job': 1 });
    expect(await at.speakOf(at.schoolId)).toEqual(['public.closed_school']);
    expect(await at.hashed('others', ['closed_school', 'setup_link'])).toEqual(others);
    expect(await storedReceipts(at.deps.db)).toEqual([receipt]);
    expect(receipt).toMatchObject({
      ...{
        ownerId,
        organisationNumber: number,
        receivedAs: '2026/4711',
        orderedBy: 'skoleeier, sak 2026/17',
      },
      exportSha256: createHash('sha256')
        .update(readFileSync(join(at.folder, 'third.age')))
        .digest('hex'),
      backupsUntil: addDays(dayOf(at.deps.now()), 35),
    });
  });

  test('leaves the school answered as one that never was', async () => {
    const never = at.house.tablet();
    const unknown = async (path: string) => answerOf(await never(path));
    expect(await answerOf(await at.leadership('/api/v1/session'))).toEqual(await unknown('/api/v1/session'));
    expect(await answerOf(await at.enter(at.seated.classCode))).toEqual(
      await answerOf(await at.enter('AAAAAAAA')),
    );
    expect(await answerOf(await at.hander.send([at.sealed]))).toEqual([401, 'upload_unknown']);
    expect(await at.comesIn('leder to')).toBe(false);
    expect(await refusalOf(at.remove())).toBe('school_unknown');
    expect((await at.neighbour.browserOf('leadership')('/api/v1/session')).status).toBe(401);
    at.house.setNow(undefined);
    expect((await at.neighbour.browserOf('leadership')('/api/v1/session')).status).toBe(200);
    await runDueWork(at.house.deps);
  });

  test('is known to whoever verifies the log by heads that were kept outside', async () => {
    const [receipt] = await storedReceipts(at.deps.db);
    const head = {
      schoolId: at.schoolId,
      day: '2026-11-27',
      sequence: receipt?.log.sequence ?? 0,
      hash: receipt?.log.sha256 ?? '',
    };
    const faultsOf = async (kept: typeof head) =>
      (await verifySchools(at.deps.db, [kept])).find((one) => one.schoolId === at.schoolId)?.faults;
    expect(await faultsOf(head)).toEqual([]);
    expect(await faultsOf({ ...head, sequence: head.sequence - 1 })).toEqual([]);
    const differs = [{ kind: 'day differs', day: '2026-11-27', where: 'file' }];
    expect(await faultsOf({ ...head, sequence: head.sequence + 1 })).toEqual(differs);
    expect(await faultsOf({ ...head, hash: '00' })).toEqual(differs);
  });

  test('is done again to a school that an older backup brings back, its receipt with it', async () => {
    const [receipt] = await storedReceipts(at.deps.db);
    if (receipt === undefined) return expect.fail('No receipt.');
    const back = { ...receipt, schoolId: at.neighbour.school.schoolId };
    expect(await deleteAgain(at.ownDb, [receipt, back], at.tables)).toBe(1);
    expect(await at.speakOf(at.neighbour.school.schoolId)).toEqual(['public.closed_school']);
    expect(await storedReceipts(at.deps.db)).toHaveLength(2);
  });
});

test('the list of tables is the catalog’s: every table with a school, children first', async () => {
  const stored = await at.ask<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'school_id' and not a.attisdropped
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`,
  );
  expect([...at.tables].sort()).toEqual(stored.map(({ name }) => name).sort());
});
