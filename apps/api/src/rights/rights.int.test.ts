import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { ClassSignalList, ClassSociograms, Erased, FoundPupils, PupilRights } from '@samhold/contract';
import { dayOf } from '../calendar-days.ts';
import { verifySchool } from '../access-log/verify-schools.ts';
import { waitingSignals } from '../meetings/candidate-rows.ts';
import { pinnedQuestionnaire } from '../questionnaires/service.ts';
import { readSittingAnswers } from '../responses/sitting-answers.ts';
import { computeAnew } from '../rounds/close.ts';
import { roundSettings } from '../rounds/round-settings.ts';
import * as rounds from '../rounds/queries.ts';
import { unjudgedSignals } from '../signals/unjudged.ts';
import { usableSignals } from '../signals/restricted-signals.ts';
import { bodyOf, codeOf } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { openSeatedSchool, type SeatedSchool } from '../testing/seated-school.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { countTallies } from '../wellbeing/tallies.ts';

let house: TestHouse;
let seated: SeatedSchool;
let leadership: Browser;
let teacher: Browser;
let pupilId: string;

/** Answered the sociogram, and is in no case. */
const ERASED = 8;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  seated = await openSeatedSchool(house);
  leadership = seated.browserOf('leadership');
  teacher = seated.browserOf('contact teacher of the class');
  pupilId = seated.cards[ERASED]?.pupil.pupilId ?? '';
});
afterAll(() => house.close());

const ask = async <T>(text: string): Promise<readonly T[]> =>
  (await house.database.ask(text)) as readonly T[];
const rights = async (): Promise<PupilRights> => bodyOf(await leadership(`/api/v1/pupil-rights/${pupilId}`));
const place = (kind: string): Promise<Response> =>
  leadership(
    `/api/v1/pupil-rights/${pupilId}/holds`,
    json('POST', { holdId: randomUUID(), kind, reason: 'De foresatte bestrider opplysningene.' }),
  );
const endAll = async (): Promise<void> => {
  for (const { holdId } of (await rights()).holds)
    await leadership(`/api/v1/pupil-rights/${pupilId}/holds/${holdId}/end`, { method: 'POST' });
};
const erase = (name: string): Promise<Response> =>
  leadership(`/api/v1/pupil-rights/${pupilId}/erasure`, json('POST', { name }));

const ofClass = (path: string): string => `/api/v1/classes/${seated.ids.classId}/${path}`;
const tied = async (): Promise<number> =>
  (await bodyOf<ClassSociograms>(await teacher(ofClass('sociograms')))).rounds
    .flatMap((round) => round.criteria.flatMap((criterion) => criterion.choices))
    .filter(({ from, to }) => from === pupilId || to === pupilId).length;
const signalled = async (): Promise<ReadonlySet<string>> =>
  new Set(
    (await bodyOf<ClassSignalList>(await teacher(ofClass('signals')))).signals.map(
      (one) => one.pupil.pupilId,
    ),
  );

test('a pupil is found by the beginning of a name', async () => {
  const found = await bodyOf<FoundPupils>(
    await leadership('/api/v1/pupil-rights/pupils', json('POST', { sought: 'elev' })),
  );
  expect(found.pupils.length).toBeGreaterThan(5);
});

class Undone extends Error {
  readonly used: readonly number[];
  constructor(used: readonly number[]) {
    super('Nothing of it is kept.');
    this.used = used;
  }
}

/** How often signals about the pupil are reminded of, offered to a meeting, and usable in a point there is, were they the only ones. */
const signalsInUse = async (): Promise<readonly number[]> => {
  const { schoolId } = seated.school;
  try {
    return await house.deps.db.inScope(seated.school, async (tx) => {
      const others = tx.updateTable('signal').set({ state: 'confirmed' }).where('pupil_id', '<>', pupilId);
      await others.where('school_id', '=', schoolId).execute();
      const own = await ask<{ id: string }>(
        `select signal_id as id from signal where pupil_id = '${pupilId}'`,
      );
      throw new Undone([
        (await unjudgedSignals(tx, schoolId, house.deps.now())).length,
        (await waitingSignals(tx, schoolId)).length,
        (
          await usableSignals(
            tx,
            schoolId,
            own.map(({ id }) => id),
          )
        ).size,
      ]);
    });
  } catch (thrown) {
    if (thrown instanceof Undone) return thrown.used;
    throw thrown;
  }
};

describe('restricted', () => {
  test('what is recorded is kept, counted, and shown to nobody until it is ended, with who and why', async () => {
    const before = { rights: await rights(), tied: await tied(), signalled: await signalled() };
    expect(before.tied).toBeGreaterThan(0);
    await house.database.ask(
      `insert into signal (school_id, signal_id, sitting_id, pupil_id, level, rule_id, rule_set_version, evidence, created_at)
       select school_id, gen_random_uuid(), sitting_id, '${pupilId}', level, rule_id, rule_set_version, evidence, created_at
         from signal where signal_id = '${seated.ids.signalId}' on conflict do nothing`,
    );
    expect(await signalled()).toContain(pupilId);
    expect(await signalsInUse()).toEqual([1, 1, 1]);
    expect((await place('restricted')).status).toBe(204);
    expect(await tied()).toBe(0);
    expect(await signalled()).not.toContain(pupilId);
    const page = await teacher(ofClass(`pupils/${pupilId}`));
    expect([page.status, await codeOf(page)]).toEqual([423, 'pupil_restricted']);
    expect((await teacher(ofClass(`pupils/${pupilId}/talk`))).status).toBe(423);
    expect(await signalsInUse()).toEqual([0, 0, 0]);
    const exportId = randomUUID();
    const exports = `/api/v1/pupil-rights/${pupilId}/exports`;
    await leadership(exports, json('POST', { exportId, askedOn: dayOf(house.deps.now()) }));
    expect(await (await leadership(`${exports}/${exportId}`)).text()).toContain('Tegn å se nærmere på');
    const during = await rights();
    expect(during.holds).toMatchObject([
      { kind: 'restricted', reason: 'De foresatte bestrider opplysningene.', ended: null },
    ]);
    expect(during.kept.find(({ kind }) => kind === 'responses')).toEqual(
      before.rights.kept.find(({ kind }) => kind === 'responses'),
    );
    await endAll();
    expect(await tied()).toBe(before.tied);
    expect((await teacher(ofClass(`pupils/${pupilId}`))).status).toBe(200);
    expect((await rights()).holds[0]?.ended).not.toBeNull();
  });
});

const tallies = () =>
  ask<{ sitting_id: string; item_id: string; outcome: string; grade: number; count: number }>(
    `select sitting_id, item_id, outcome, grade, count from tally where school_id = '${seated.school.schoolId}' order by 1, 2, 3, 4`,
  );
/** What the answers there are now would be counted as. */
const recount = () =>
  house.deps.db.inScope(seated.school, async (tx) => {
    const counted = [];
    const { schoolId } = seated.school;
    for (const id of [seated.ids.sociogramId, seated.ids.wellbeingId]) {
      const sitting = (await rounds.sittingById(tx, schoolId, id)) ?? expect.fail('No sitting.');
      const { questionnaire_id: asked, questionnaire_version: version } = sitting;
      const questionnaire = await pinnedQuestionnaire(tx, schoolId, asked, version);
      const answers = await readSittingAnswers(tx, schoolId, id);
      counted.push(...countTallies(answers, questionnaire, roundSettings(sitting.settings).criteria));
    }
    return counted.reduce((sum, row) => sum + row.count, 0);
  });
const hashOf = async (table: string): Promise<string> =>
  (
    await ask<{ hash: string }>(
      `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${table} t`,
    )
  )[0]?.hash ?? '';

/** Tables in which the pupil's id stands, in whatever column. */
const speakOf = async (): Promise<readonly string[]> => {
  const names = await ask<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );
  const found: string[] = [];
  for (const { name } of names) {
    const rows = await ask<{ n: number }>(
      `select count(*)::int as n from ${name} t where to_jsonb(t)::text like '%${pupilId}%'`,
    );
    if ((rows[0]?.n ?? 0) > 0) found.push(name);
  }
  return found.sort();
};

const figures = [
  ...['participation', 'network_description', 'signal_summary', 'release', 'release_audit'],
  ...['released_tally', 'released_participation', 'publication', 'case_entry'],
];

describe('erasure', () => {
  test('wants the whole name, and is refused while something is held', async () => {
    const wrong = await erase('Noen Andre');
    expect([wrong.status, await codeOf(wrong)]).toEqual([409, 'name_differs']);
    await place('held');
    const held = await erase((await rights()).name);
    expect([held.status, await codeOf(held)]).toEqual([409, 'pupil_held']);
    await endAll();
  });

  test('takes everything that speaks of the pupil but the roster, and leaves every figure, release and chain', async () => {
    const { signals } = await bodyOf<ClassSignalList>(await teacher(ofClass('signals')));
    expect(signals.length).toBeGreaterThan(0);
    const counted = await tallies();
    const total = counted
      .filter((row) => [seated.ids.sociogramId, seated.ids.wellbeingId].includes(row.sitting_id))
      .reduce((sum, row) => sum + row.count, 0);
    expect(await recount()).toBe(total);
    const before = await Promise.all(figures.map(hashOf));
    const erased = await bodyOf<Erased>(await erase(` ${(await rights()).name.toUpperCase()} `));
    expect(erased.deleted).toBeGreaterThan(10);
    expect(erased.nameGone).toBe(false);
    // A survey within a case goes on a day of its own.
    const speaking = (await speakOf()).filter((name) => !name.startsWith('investigation_'));
    expect(speaking).toEqual(['access_log', 'class_membership', 'pupil', 'pupil_hold', 'sealed_person']);
    expect(await Promise.all(figures.map(hashOf))).toEqual(before);
    expect(await tallies()).toEqual(counted);
    // What is gone is what the pupil answered, and nothing of the others.
    expect(await recount()).toBeLessThan(total);
    expect((await rights()).kept.every(({ count }) => count === 0)).toBe(true);
    const { faults } = await verifySchool(house.deps.db, seated.school.schoolId, []);
    expect(faults).toEqual([]);
  });

  test('what comes after does not count the figures anew from what is left', async () => {
    const before = await tallies();
    await house.deps.db.inScope(seated.school, async (tx) => {
      const { schoolId } = seated.school;
      const sitting = (await rounds.sittingById(tx, schoolId, seated.ids.sociogramId)) ?? expect.fail();
      await computeAnew(tx, schoolId, sitting, house.deps.now());
    });
    expect(await tallies()).toEqual(before);
  });

  test('who has left every list loses the name as well, and is found by nobody', async () => {
    await house.database.ask(`update class_membership set to_on = from_on where pupil_id = '${pupilId}'`);
    for (const table of ['session', 'answer', 'part', 'upload', 'pupil'])
      await house.database.ask(
        table === 'part'
          ? `delete from investigation_part where token_hash in (select token_hash from investigation_upload where pupil_id = '${pupilId}')`
          : `delete from investigation_${table} where pupil_id = '${pupilId}'`,
      );
    const { name, className } = await rights();
    expect(className).toBeNull();
    const erased = await bodyOf<Erased>(await erase(name));
    expect(erased.nameGone).toBe(true);
    expect(await speakOf()).toEqual(['access_log']);
    expect((await leadership(`/api/v1/pupil-rights/${pupilId}`)).status).toBe(404);
  });
});
