import { randomUUID } from 'node:crypto';
import type { SchoolSignals, SignalView } from '@samhold/contract';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { insertHiddenPupil } from '../people/hidden-pupil-queries.ts';
import { bodyOf } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { openSeatedSchool, type SeatedSchool } from '../testing/seated-school.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

let house: TestHouse;
let seated: SeatedSchool;
let socialTeacher: Browser;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  house.setNow(new Date('2026-11-24T09:00:00Z'));
  seated = await openSeatedSchool(house);
  socialTeacher = seated.browserOf('social teacher');
});
afterAll(() => house.close());

const read = async (by: Browser) => bodyOf<SchoolSignals>(await by('/api/v1/signals'));
const open = (by: Browser, signalId: string) =>
  by(`/api/v1/signals/${signalId}/open`, json('POST', { reason: 'meeting' }));

test('the list names nobody, and stands against what chance gives', async () => {
  const list = await read(socialTeacher);
  expect(list.signals.length).toBeGreaterThan(0);
  expect(JSON.stringify(list)).not.toMatch(/Elev\d|pupil/);
  const [round] = list.rounds;
  expect(round).toMatchObject({ classes: 1 });
  expect(round?.expectedByChance).toBeGreaterThan(0);
});

test('age is counted in school weeks, over weekends and days without school', async () => {
  await house.database.ask(`update signal set created_at = '2026-09-22T09:00:00Z'`);
  expect((await read(socialTeacher)).signals[0]?.schoolWeeks).toBe(9);
  const period = { kind: 'free', name: 'Høstferie', startsOn: '2026-10-05', endsOn: '2026-10-09' };
  const added = await seated.browserOf('leadership')(
    '/api/v1/calendar/periods',
    json('POST', {
      schoolYearId: seated.ids.schoolYearId,
      period: { ...period, fromGrade: 1, toGrade: 7 },
    }),
  );
  expect(added.ok).toBe(true);
  expect((await read(socialTeacher)).signals[0]?.schoolWeeks).toBe(8);
});

test('who it is about is opened for a reason, which is logged', async () => {
  const { pupil, evidence } = await bodyOf<SignalView>(await open(socialTeacher, seated.ids.signalId));
  expect(pupil.label).toMatch(/^Elev/);
  expect(evidence.length).toBeGreaterThan(0);
  const [entry] = await house.database.ask<{ readonly purpose: string; readonly subject_id: string }>(
    `select purpose, subject_id from access_log where action = 'signal.opened'`,
  );
  expect(entry).toMatchObject({ subject_id: seated.ids.signalId });
  expect(entry?.purpose).toContain('meeting');
});

test('what is confirmed is seen as such, and what no longer holds is gone', async () => {
  const stateOf = async () =>
    (await read(socialTeacher)).signals.find(({ signalId }) => signalId === seated.ids.signalId)?.state;
  await seated.browserOf('contact teacher of the class')(
    `/api/v1/signals/${seated.ids.signalId}/verifications`,
    json('POST', { verificationId: randomUUID(), state: 'confirmed', observed: 'Sto alene i to friminutt.' }),
  );
  expect(await stateOf()).toBe('confirmed');
  await house.database.ask(
    `update signal set no_longer_at = now() where signal_id = '${seated.ids.signalId}'`,
  );
  expect(await stateOf()).toBeUndefined();
  expect((await open(socialTeacher, seated.ids.signalId)).status).toBe(404);
  await house.database.ask(`update signal set no_longer_at = null`);
});

test('P8: a signal about a hidden pupil is the own class’s and the principal’s', async () => {
  const [row] = await house.database.ask<{ readonly pupil_id: string; readonly staff_id: string }>(
    `select g.pupil_id, r.staff_id from signal g, relation r
      where g.signal_id = '${seated.ids.signalId}' and r.kind = 'principal'`,
  );
  await house.deps.db.inScope(seated.school, (tx) =>
    insertHiddenPupil(tx, seated.school.schoolId, row?.pupil_id ?? '', row?.staff_id ?? '', house.deps.now()),
  );
  for (const seat of ['social teacher', 'leadership'] as const) {
    const by = seated.browserOf(seat);
    expect((await read(by)).signals.map(({ signalId }) => signalId)).not.toContain(seated.ids.signalId);
    expect((await open(by, seated.ids.signalId)).status).toBe(404);
  }
  expect((await open(seated.browserOf('principal'), seated.ids.signalId)).status).toBe(200);
});
