import { randomUUID } from 'node:crypto';
import type { ClassHome, Note, PupilPage, PupilTalkPage } from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { dayOf } from '../calendar-days.ts';
import { bodyOf, codeOf, handIn, openSitting } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { openClass, type ClassWithTeacher } from '../testing/class-with-teacher.ts';
import { insertHiddenPupil } from '../people/hidden-pupil-queries.ts';
import { textOfPdf } from '../testing/pdf-text.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff } from '../testing/test-school.ts';

let house: TestHouse;
let own: ClassWithTeacher;
let colleague: Browser;
let pupilId: string;
let colleagueId: string;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  own = await openClass(house, 'writes notes', 6);
  colleagueId = await addStaff(house, own.school, 'colleague', [
    { kind: 'contact_teacher', classId: own.classId },
  ]);
  colleague = await house.staffBrowser('colleague');
  pupilId = own.cards[0]?.pupil.pupilId ?? expect.fail();
});
afterAll(() => house.close());

const pagePath = () => `/api/v1/classes/${own.classId}/pupils/${pupilId}`;
const page = async () => bodyOf<PupilPage>(await own.teacher(pagePath()));
const write = (text: string, noteId: string = randomUUID()) =>
  own.teacher(`${pagePath()}/notes`, json('POST', { noteId, text }));
const written = async (text: string) => bodyOf<Note>(await write(text));
const correct = (by: Browser, noteId: string, version: number, text: string) =>
  by(`/api/v1/notes/${noteId}/corrections`, json('POST', { version, text }));
const texts = (note: Note) => note.versions.map(({ text }) => text);

describe('the log of a pupil', () => {
  test('a note sent twice is one; its id with other words is refused', async () => {
    const noteId = randomUUID();
    expect((await write('Satt alene ved vinduet.', noteId)).status).toBe(201);
    expect((await write('Satt alene ved vinduet.', noteId)).status).toBe(201);
    const other = await write('Noe annet.', noteId);
    expect([other.status, await codeOf(other)]).toEqual([409, 'text_changed']);
    expect((await page()).notes.filter((note) => note.noteId === noteId)).toHaveLength(1);
  });

  test('a correction stands beside what was written, with who and when', async () => {
    const { noteId } = await written('Kom for sent mandag.');
    const corrected = await bodyOf<Note>(await correct(colleague, noteId, 1, 'Kom for sent tirsdag.'));
    expect(texts(corrected)).toEqual(['Kom for sent mandag.', 'Kom for sent tirsdag.']);
    expect(corrected.versions.map(({ by }) => by)).toEqual(['writes notes Prøve', 'colleague Prøve']);
  });

  test('of two who correct at the same time one is told, and neither text is lost', async () => {
    const { noteId } = await written('Var stille i dag.');
    const answers = await Promise.all([
      correct(own.teacher, noteId, 1, 'Var stille hele uka.'),
      correct(colleague, noteId, 1, 'Var stille etter friminuttet.'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const note = (await page()).notes.find((one) => one.noteId === noteId) ?? expect.fail();
    expect(note.versions).toHaveLength(2);
    // Again, over what the other wrote.
    const last = await correct(colleague, noteId, 2, 'Var stille hele uka, mest etter friminuttet.');
    expect(texts(await bodyOf<Note>(last))).toHaveLength(3);
    expect((await correct(colleague, noteId, 2, 'Var stille hele uka, mest etter friminuttet.')).status).toBe(
      200,
    );
  });

  test('a note taken back is read all the same, and can stand again', async () => {
    const { noteId } = await written('Skrevet på feil elev.');
    const set = async (withdrawn: boolean) =>
      bodyOf<Note>(await own.teacher(`/api/v1/notes/${noteId}/withdrawn`, json('PUT', { withdrawn })));
    expect(await set(true)).toMatchObject({
      withdrawn: { by: 'writes notes Prøve' },
      versions: [{ text: 'Skrevet på feil elev.' }],
    });
    expect((await set(false)).withdrawn).toBeNull();
  });

  test('what the pupil says of a note stands beside it', async () => {
    const { noteId } = await written('Ville ikke være med på laget.');
    const view = { viewId: randomUUID(), whose: 'pupil', text: 'Jeg hadde vondt i foten.' };
    for (let time = 0; time < 2; time += 1)
      await own.teacher(`/api/v1/notes/${noteId}/views`, json('POST', view));
    const note = (await page()).notes.find((one) => one.noteId === noteId);
    expect(note?.views).toMatchObject([{ whose: 'pupil', text: 'Jeg hadde vondt i foten.' }]);
  });

  test('nothing of it lies in the open in the database', async () => {
    await written('Et ord som ikke finnes ellers: kvitrefjel.');
    const rows = await house.deps.db.inScope(own.school, (tx) =>
      tx.selectFrom('note_version').select('body').execute(),
    );
    expect(rows.map(({ body }) => body.toString('latin1')).join()).not.toContain('kvitrefjel');
  });

  test('of a pupil who has left the class it is read and not written', async () => {
    const leaver = own.cards[5]?.pupil.pupilId ?? expect.fail();
    const of = `/api/v1/classes/${own.classId}/pupils/${leaver}`;
    await house.deps.db.inScope(own.school, (tx) =>
      tx
        .updateTable('class_membership')
        .set({ to_on: dayOf(house.deps.now()) })
        .where('school_id', '=', own.school.schoolId)
        .where('pupil_id', '=', leaver)
        .execute(),
    );
    expect(await bodyOf<PupilPage>(await own.teacher(of))).toMatchObject({ onList: false });
    const refused = await own.teacher(
      `${of}/notes`,
      json('POST', { noteId: randomUUID(), text: 'For sent.' }),
    );
    expect([refused.status, await codeOf(refused)]).toEqual([409, 'pupil_left_class']);
  });
});

describe('a pupil talk', () => {
  const path = () => `${pagePath()}/talk`;
  const save = (by: Browser, version: number, changes: object) =>
    by(path(), json('PUT', { version, topics: '', agreed: '', heldOn: null, nextOn: null, ...changes }));
  const state = async () =>
    (
      await bodyOf<{ pupils: { pupil: { pupilId: string }; state: string }[] }>(
        await own.teacher(`/api/v1/classes/${own.classId}/pupil-talks`),
      )
    ).pupils.find((row) => row.pupil.pupilId === pupilId)?.state;

  const left = async () =>
    (await bodyOf<ClassHome>(await own.teacher(`/api/v1/classes/${own.classId}/home`))).talksLeft;

  test('is prepared from what the pupil answered, saying how many chose and never whom', async () => {
    const { sittingId, classCode } = await openSitting(own.teacher, own.classId, { kind: 'sociogram' });
    const ids = own.cards.map((card) => card.pupil.pupilId);
    for (const [at, card] of own.cards.slice(0, 3).entries())
      await handIn(house, classCode, card, () => [ids[(at + 1) % 3] ?? '']);
    await own.teacher(`/api/v1/sittings/${sittingId}/close`, { method: 'POST' });
    const survey = await openSitting(own.teacher, own.classId, { kind: 'wellbeing' });
    await handIn(house, survey.classCode, own.cards[0] ?? expect.fail());
    await own.teacher(`/api/v1/sittings/${survey.sittingId}/close`, { method: 'POST' });
    const { material, talk } = await bodyOf<PupilTalkPage>(await own.teacher(path()));
    expect(talk).toMatchObject({ version: 0, topics: '' });
    expect(material.round?.name).toContain('Trivsel');
    expect(material.themes.flatMap(({ sentences }) => sentences).length).toBeGreaterThan(5);
    // § 12-5: an answer about adults may be about whoever reads it.
    const { wellbeing } = await page();
    expect(wellbeing.themes.length).toBeGreaterThan(3);
    expect(JSON.stringify([wellbeing.themes, material])).not.toMatch(
      /bullied-adults|en voksen på skolen mobbet/,
    );
    expect(material.choices[0]).toContain('valgte én medelev, og ble valgt av én medelev');
    expect(JSON.stringify(material)).not.toMatch(/Elev1|Elev2/);
  });

  test('is saved over and over, sent twice once, and never over what a colleague has saved since', async () => {
    const { all } = await left();
    expect(await state()).toBe('not_prepared');
    for (let time = 0; time < 2; time += 1)
      expect((await save(own.teacher, 0, { topics: 'Friminuttene' })).status).toBe(200);
    expect(await state()).toBe('prepared');
    expect(await left()).toEqual({ all, prepared: 1 });
    const refused = await save(colleague, 0, { topics: 'Leksene' });
    expect([refused.status, await codeOf(refused)]).toEqual([409, 'text_changed']);
    const held = {
      topics: 'Friminuttene',
      agreed: 'Spør om å være med',
      heldOn: '2026-11-20',
      nextOn: '2027-01-15',
    };
    const { talk } = await bodyOf<PupilTalkPage>(await save(colleague, 1, held));
    expect(talk).toMatchObject({ version: 2, ...held, savedBy: 'colleague Prøve' });
    expect(await state()).toBe('held');
    expect(await left(), 'on the class’s home').toEqual({ all: all - 1, prepared: 0 });
  });

  test('gives a sheet with what is prepared and agreed, without the name of a pupil who must stand on no paper', async () => {
    const sheet = () => own.teacher(`${path()}/sheet`);
    const text = textOfPdf(Buffer.from(await (await sheet()).arrayBuffer()));
    for (const part of ['Elevsamtale', 'Elev0', 'Friminuttene', 'Spør om å være med', '15. januar 2027'])
      expect(text).toContain(part);
    await house.deps.db.inScope(own.school, (tx) =>
      insertHiddenPupil(tx, own.school.schoolId, pupilId, colleagueId, house.deps.now()),
    );
    const nameless = textOfPdf(Buffer.from(await (await sheet()).arrayBuffer()));
    expect(nameless).toContain('Elev:');
    expect(nameless).toContain('Spør om å være med');
    expect(nameless).not.toContain('Elev0');
  });
});
