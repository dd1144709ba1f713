import { randomUUID } from 'node:crypto';
import type { HiddenPupils, PupilsToHide, RosterImportDetails } from '@samhold/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { bodyOf, cardsOf } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import {
  logAbout,
  refusalOf,
  seatInCharge,
  seatPrincipal,
  type SchoolInCharge,
  type SeatedPrincipal,
} from '../testing/people-calls.ts';
import { applyRoster, importRoster, readRoster } from '../testing/roster-upload.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';

const header = 'klasse,trinn,fornavn,etternavn,id\n';
const roster = `${header}5A,5,Ask,Lie,p1\n5A,5,Bo,Dal,p2\n5A,5,Eva,Strand,p3\n5B,5,Cato,Vik,p4\n`;
const kim = { givenName: 'Kim', familyName: 'Berg' };

let house: TestHouse;
let school: TestSchool;
let inCharge: SchoolInCharge & SeatedPrincipal;
let teacher: Browser;
let evaId: string;
let schools = 0;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  house.setNow(new Date('2026-11-24T09:00:00Z'));
});
afterAll(() => house.close());

/** Every test has a school in which Eva Strand goes to 5A and nobody is hidden. */
beforeEach(async () => {
  schools += 1;
  school = await makeSchool(house, `Skole ${schools}`, roster);
  inCharge = { ...(await seatInCharge(house, school)), ...(await seatPrincipal(house, school)) };
  const classes = [...school.classIds.values()];
  const subject = `teacher ${schools}`;
  await addStaff(
    house,
    school,
    subject,
    classes.map((classId) => ({ kind: 'contact_teacher', classId })),
  );
  teacher = await house.staffBrowser(subject);
  evaId = await idOf('5A', 'Eva');
});

const classOf = (name: string): string => school.classIds.get(name) ?? '';
const labels = async (className: string): Promise<readonly string[]> =>
  (await cardsOf(teacher, classOf(className))).map(({ pupil }) => pupil.label);
const idOf = async (className: string, label: string): Promise<string> =>
  (await cardsOf(teacher, classOf(className))).find(({ pupil }) => pupil.label === label)?.pupil.pupilId ??
  '';

const hide = (pupilId: string, name = kim, by = inCharge.principal): Promise<Response> =>
  by('/api/v1/hidden-pupils', json('POST', { pupilId, ...name }));
const show = (pupilId: string, by = inCharge.principal): Promise<Response> =>
  by(`/api/v1/hidden-pupils/${pupilId}`, { method: 'DELETE' });
const hidden = async (): Promise<HiddenPupils['pupils']> =>
  (await bodyOf<HiddenPupils>(await inCharge.principal('/api/v1/hidden-pupils'))).pupils;
const toHide = async (className: string): Promise<PupilsToHide> =>
  bodyOf(await inCharge.principal(`/api/v1/hidden-pupils/class/${classOf(className)}`));
const readAgain = (file = roster): Promise<RosterImportDetails> => readRoster(inCharge.administrator, file);

describe('hiding a pupil', () => {
  test('puts the alias in place of the name in the class, and lists the pupil for the principal', async () => {
    expect((await hide(evaId, { givenName: ' Kim ', familyName: ' Berg ' })).status).toBe(204);
    expect(await labels('5A')).toEqual(['Ask', 'Bo', 'Kim']);
    expect(await hidden()).toEqual([{ pupilId: evaId, ...kim, className: '5A', hiddenOn: '2026-11-24' }]);
    expect((await toHide('5A')).pupils.map(({ label }) => label)).toEqual(['Ask', 'Bo']);
  });

  test('is the principal’s alone: nobody else sees the list or changes it', async () => {
    await hide(evaId);
    const boId = await idOf('5A', 'Bo');
    for (const browser of [inCharge.administrator, inCharge.leadership, teacher])
      for (const answer of [
        await browser('/api/v1/hidden-pupils'),
        await browser(`/api/v1/hidden-pupils/class/${classOf('5A')}`),
        await hide(boId, { givenName: 'Robin', familyName: 'Moen' }, browser),
        await show(evaId, browser),
      ])
        expect(await refusalOf(answer)).toEqual([404, 'not_found']);
    expect(await hidden()).toHaveLength(1);
  });

  test('is proposed with a name that nobody in the class has', async () => {
    const { suggestion, className } = await toHide('5A');
    expect(className).toBe('5A');
    expect(['Ask', 'Bo', 'Eva']).not.toContain(suggestion.givenName);
    expect(['Lie', 'Dal', 'Strand']).not.toContain(suggestion.familyName);
    expect((await hide(evaId, suggestion)).status).toBe(204);
  });

  test('is in the access log, as are the list and the class that were opened for it, with no name', async () => {
    await toHide('5A');
    await hide(evaId);
    await hidden();
    await show(evaId);
    const by = { staff_id: inCharge.principalId, role: 'leadership,principal', purpose: 'hidden_pupils' };
    const [pupil, ofClass, ofSchool] = [
      await logAbout(house, school, evaId),
      await logAbout(house, school, classOf('5A')),
      await logAbout(house, school, school.schoolId),
    ];
    expect(pupil).toEqual([
      { ...by, action: 'pupil.hidden', subject_kind: 'pupil' },
      { ...by, action: 'pupil.shown', subject_kind: 'pupil' },
    ]);
    expect(ofClass).toContainEqual({ ...by, action: 'class-list.read', subject_kind: 'class' });
    expect(ofSchool).toEqual([{ ...by, action: 'hidden-pupils.read', subject_kind: 'school' }]);
    expect(JSON.stringify([pupil, ofClass, ofSchool])).not.toMatch(/Eva|Strand|Kim|Berg/);
  });

  test.each([
    ['a classmate’s name', () => ({ givenName: 'Bo', familyName: 'Dal ' }), [409, 'alias_in_use']],
    ['a name of spaces', () => ({ givenName: ' ', familyName: 'Berg' }), [400, 'invalid_request']],
  ] as const)('is refused with %s, and nothing is changed', async (_what, name, refusal) => {
    expect(await refusalOf(await hide(evaId, name()))).toEqual(refusal);
    expect(await labels('5A')).toEqual(['Ask', 'Bo', 'Eva']);
    expect(await hidden()).toEqual([]);
  });

  test('may give the name of somebody in another class, or half of a classmate’s', async () => {
    expect((await hide(evaId, { givenName: 'Cato', familyName: 'Vik' })).status).toBe(204);
    await show(evaId);
    expect((await hide(evaId, { givenName: 'Bo', familyName: 'Berg' })).status).toBe(204);
    expect(await labels('5A')).toEqual(['Ask', 'Bo B.', 'Bo D.']);
  });

  test('a second time is refused, and keeps the first alias', async () => {
    await hide(evaId);
    const again = await hide(evaId, { givenName: 'Robin', familyName: 'Moen' });
    expect(await refusalOf(again)).toEqual([409, 'already_hidden']);
    expect(await labels('5A')).toEqual(['Ask', 'Bo', 'Kim']);
  });

  test('by two at the same moment is done once', async () => {
    const answers = await Promise.all([hide(evaId), hide(evaId, { givenName: 'Robin', familyName: 'Moen' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    const [name] = await hidden();
    expect(name?.givenName).toBe(answers[0].ok ? 'Kim' : 'Robin');
    expect((await logAbout(house, school, evaId)).map(({ action }) => action)).toEqual(['pupil.hidden']);
  });

  test('of another school answers as hiding nobody', async () => {
    const other = await makeSchool(house, 'Nabo', roster);
    const theirs = await seatPrincipal(house, other);
    const answers = new Set<string>();
    for (const id of [evaId, randomUUID()])
      for (const answer of [await hide(id, kim, theirs.principal), await show(id, theirs.principal)])
        answers.add(`${answer.status} ${await answer.text()}`);
    for (const id of [classOf('5A'), randomUUID()]) {
      const answer = await theirs.principal(`/api/v1/hidden-pupils/class/${id}`);
      answers.add(`${answer.status} ${await answer.text()}`);
    }
    expect([...answers]).toEqual([expect.stringMatching(/^404 .*not_found/)]);
    expect(await hidden()).toEqual([]);
  });
});

describe('a roster after a pupil was hidden', () => {
  const none = { renamed: 0, moved: 0, new: 0, leaving: 0 };

  test('changes no name and shows no new one, whatever it calls the pupil', async () => {
    await hide(evaId);
    for (const file of [roster, roster.replace('Eva,Strand', 'Eva,Strand Nygård')]) {
      const read = await readAgain(file);
      expect(read.counts).toMatchObject({ ...none, unchanged: 4 });
      expect(JSON.stringify(read)).not.toMatch(/Eva|Strand/);
      await applyRoster(inCharge.administrator, read.importId);
      expect(await labels('5A')).toEqual(['Ask', 'Bo', 'Kim']);
    }
  });

  test('moves the pupil, lets the pupil leave and come back under the alias', async () => {
    await hide(evaId);
    const moved = await readAgain(roster.replace('5A,5,Eva', '5B,5,Eva'));
    expect(moved.moved).toMatchObject([{ name: 'Kim Berg', from: '5A', className: '5B' }]);
    await applyRoster(inCharge.administrator, moved.importId);
    expect(await labels('5B')).toEqual(['Cato', 'Kim']);
    const gone = await readAgain(roster.replace('5A,5,Eva,Strand,p3\n', ''));
    expect(gone.leaving).toMatchObject([{ name: 'Kim Berg' }]);
    await applyRoster(inCharge.administrator, gone.importId, true);
    expect(await hidden()).toMatchObject([{ ...kim, className: null }]);
    const back = await readAgain();
    expect(back.new).toMatchObject([{ name: 'Kim Berg', known: true }]);
    await applyRoster(inCharge.administrator, back.importId);
    expect(await labels('5A')).toEqual(['Ask', 'Bo', 'Kim']);
    expect(JSON.stringify([moved, gone, back])).not.toMatch(/Eva|Strand/);
  });

  test('that was read before is put away with the name in it, and cannot be applied', async () => {
    const read = await readAgain(roster.replace('Eva,Strand', 'Eva,Strand Nygård'));
    expect(read.counts.renamed).toBe(1);
    await hide(evaId);
    const answer = await inCharge.administrator(`/api/v1/roster/imports/${read.importId}`);
    expect(await answer.json()).toMatchObject({ state: 'discarded', renamed: [] });
    expect(await refusalOf(await applyRoster(inCharge.administrator, read.importId))).toEqual([
      409,
      'roster_changed',
    ]);
    const kept = await house.deps.db.inScope(school, (tx) =>
      tx.selectFrom('roster_import_change').selectAll().where('school_id', '=', school.schoolId).execute(),
    );
    expect(kept).toEqual([]);
  });

  test.each([1, 2, 3])('that is applied at the same moment does not bring the name back (%i)', async () => {
    const read = await readAgain(roster.replace('Eva,Strand', 'Eva,Strand Nygård'));
    const [, applied] = await Promise.all([hide(evaId), applyRoster(inCharge.administrator, read.importId)]);
    expect([200, 409]).toContain(applied.status);
    expect(await hidden()).toMatchObject([kim]);
    expect(await labels('5A')).toEqual(['Ask', 'Bo', 'Kim']);
  });
});

describe('showing the pupil again', () => {
  test('lets the next roster bring the name back, which is shown as any other', async () => {
    await hide(evaId);
    expect((await show(evaId)).status).toBe(204);
    expect(await hidden()).toEqual([]);
    expect(await labels('5A')).toEqual(['Ask', 'Bo', 'Kim']);
    const read = await readAgain();
    expect(read.renamed).toEqual([{ name: 'Kim Berg', newName: 'Eva Strand', className: '5A' }]);
    await applyRoster(inCharge.administrator, read.importId);
    expect(await labels('5A')).toEqual(['Ask', 'Bo', 'Eva']);
    expect(await idOf('5A', 'Eva')).toBe(evaId);
  });

  test('puts away what was read meanwhile, which knew no name', async () => {
    await hide(evaId);
    const read = await readAgain();
    await show(evaId);
    expect(await refusalOf(await applyRoster(inCharge.administrator, read.importId))).toEqual([
      409,
      'roster_changed',
    ]);
    await importRoster(inCharge.administrator, roster);
    expect(await labels('5A')).toEqual(['Ask', 'Bo', 'Eva']);
  });

  test('of somebody who is not hidden, or no more, is showing nobody', async () => {
    expect(await refusalOf(await show(evaId))).toEqual([404, 'not_found']);
    await hide(evaId);
    await show(evaId);
    expect(await refusalOf(await show(evaId))).toEqual([404, 'not_found']);
  });
});
