import type {
  ClassHome,
  ClassSignalList,
  ClassWellbeing,
  ClipList,
  EditedQuestionnaire,
  PupilPage,
  ReleaseView,
  RoundOverview,
} from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { dayOf } from '../calendar-days.ts';
import { bodyOf, handIn, openSitting, openTablet, readForm, readSociogram } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { openClass, type ClassWithTeacher } from '../testing/class-with-teacher.ts';
import { recordedClip } from '../testing/clip-sound.ts';
import { choiceOf, inPlaceOf, nominationOf } from '../testing/own-items.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff } from '../testing/test-school.ts';

let house: TestHouse;
let own: ClassWithTeacher;
let leader: Browser;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  // Rounds open on school days only.
  house.setNow(new Date('2026-11-24T09:00:00Z'));
  own = await openClass(house, 'teacher', 12);
  await addStaff(house, own.school, 'leader', [{ kind: 'leadership' }]);
  leader = await house.staffBrowser('leader');
});
afterAll(() => house.close());

const path = '/api/v1/questionnaires';
const publish = async (id: string, change: (entries: EditedQuestionnaire['entries']) => unknown[]) => {
  const { inUse, entries, draft } = await bodyOf<EditedQuestionnaire>(await leader(`${path}/${id}`));
  const body = { basedOn: inUse, revision: draft?.revision ?? 0, entries: change(entries) };
  const saved = await leader(`${path}/${id}/draft`, json('PUT', body));
  const revision = (await bodyOf<EditedQuestionnaire>(saved)).draft?.revision ?? 0;
  const published = await leader(`${path}/${id}/versions`, json('POST', { basedOn: inUse, revision }));
  if (!published.ok) throw new Error(await published.text());
};

const plan = async (kind: 'wellbeing' | 'sociogram', name: string, settings?: object) => {
  const today = dayOf(house.deps.now());
  const answer = await leader(
    '/api/v1/rounds',
    json('POST', { kind, name, opensOn: today, closesOn: today, ...(settings ? { settings } : {}) }),
  );
  return (await bodyOf<RoundOverview>(answer)).roundId;
};

const pinsOf = (roundId: string) =>
  house.deps.db.inScope(own.school, (tx) =>
    tx
      .selectFrom('round_questionnaire')
      .select(['questionnaire_id', 'questionnaire_version'])
      .where('school_id', '=', own.school.schoolId)
      .where('round_id', '=', roundId)
      .orderBy('from_grade')
      .execute(),
  );

const question = 'Har du det bra på skolebussen?';

describe('a wellbeing questionnaire of the school’s own', () => {
  let begun: string;
  let waiting: string;
  let sittingId: string;

  test('is asked by rounds that nobody has begun, and by no other', async () => {
    begun = await plan('wellbeing', 'Begynt runde');
    waiting = await plan('wellbeing', 'Ventende runde');
    const before = await openSitting(own.teacher, own.classId, { kind: 'wellbeing', roundId: begun });
    await publish('wellbeing-5-7', (entries) => inPlaceOf(entries, 'w57-rules', choiceOf('k1', question)));
    expect(await pinsOf(begun)).toEqual([
      { questionnaire_id: 'wellbeing-1-4', questionnaire_version: 1 },
      { questionnaire_id: 'wellbeing-5-7', questionnaire_version: 1 },
    ]);
    expect((await pinsOf(waiting))[1]).toEqual({
      questionnaire_id: 'own-wellbeing-5-7',
      questionnaire_version: 1,
    });
    // A tablet that is at it goes on as it began, and what it hands in is taken.
    const tablet = await openTablet(house, before.classCode, own.cards[0]!);
    const form = await readForm(tablet);
    expect([form.questionnaireId, form.questionnaire.items.at(-2)?.id]).toEqual([
      'wellbeing-5-7',
      'w57-rules',
    ]);
    for (const card of own.cards) await handIn(house, before.classCode, card);
    await own.teacher(`/api/v1/sittings/${before.sittingId}/close`, json('POST', {}));
  });

  test('asks what the school wrote, and counts it where all is counted', async () => {
    const sitting = await openSitting(own.teacher, own.classId, { kind: 'wellbeing', roundId: waiting });
    sittingId = sitting.sittingId;
    const { questionnaire } = await readForm(await openTablet(house, sitting.classCode, own.cards[0]!));
    expect(questionnaire.items.at(-2)?.text).toEqual({ nb: question });
    for (const card of own.cards) await handIn(house, sitting.classCode, card);
    await own.teacher(`/api/v1/sittings/${sittingId}/close`, json('POST', {}));

    const page = await own.teacher(`/api/v1/sittings/${sittingId}/wellbeing`);
    expect(JSON.stringify(await bodyOf<ClassWellbeing>(page))).toContain(question);
    const report = await own.teacher(`/api/v1/sittings/${sittingId}/wellbeing/report`);
    expect([report.status, report.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const pupil = await own.teacher(`/api/v1/classes/${own.classId}/pupils/${own.cards[0]!.pupil.pupilId}`);
    expect(JSON.stringify(await bodyOf<PupilPage>(pupil))).toContain(question);
  });

  test('is read in by the school’s voices, and heard by the pupils who are asked it', async () => {
    const { own: ofSchool } = await bodyOf<ClipList>(await own.teacher('/api/v1/read-aloud'));
    expect(ofSchool).toHaveLength(1);
    expect(ofSchool[0]?.texts[0]).toEqual({ nb: question });
    const clip = recordedClip('bus', { sourceText: question, shownText: question });
    await own.teacher('/api/v1/read-aloud/clips', json('POST', clip));
    const later = await plan('wellbeing', 'Runde med opplesing');
    const sitting = await openSitting(own.teacher, own.classId, { kind: 'wellbeing', roundId: later });
    const form = await readForm(await openTablet(house, sitting.classCode, own.cards[0]!));
    expect(form.readAloud.clips.map(({ text }) => text)).toContain(question);
    await own.teacher(`/api/v1/sittings/${sitting.sittingId}/close`, json('POST', {}));
  });

  test('is compared with the round before on what both asked', async () => {
    const classPage = await own.teacher(`/api/v1/classes/${own.classId}/wellbeing`);
    expect(classPage.status).toBe(200);
    const signals = await own.teacher(`/api/v1/classes/${own.classId}/signals`);
    expect(signals.status).toBe(200);
  });

  test('is released to leadership with the item in it', async () => {
    await leader(`/api/v1/rounds/${waiting}/end`, json('POST', {}));
    const release = await bodyOf<ReleaseView>(await leader(`/api/v1/rounds/${waiting}/release`));
    const [table] = release.document.tables;
    expect(table?.questionnaireId).toBe('own-wellbeing-5-7');
    const item = table?.items.find(({ text }) => text === question);
    expect(item?.options.map(({ score }) => score)).toEqual([5, 4, 3, 2, 1]);
  });

  test('keeps the id of an item from version to version, and worded anew it is another', async () => {
    const idOf = async (version: number) => {
      const rows = await house.deps.db.inScope(own.school, (tx) =>
        tx
          .selectFrom('own_questionnaire_version')
          .select('document')
          .where('school_id', '=', own.school.schoolId)
          .where('questionnaire_id', '=', 'own-wellbeing-5-7')
          .where('version', '=', version)
          .executeTakeFirstOrThrow(),
      );
      // Written from this type.
      return (rows.document as unknown as { items: { id: string }[] }).items.find(({ id }) =>
        id.startsWith('own-'),
      )?.id;
    };
    const replaced = (text: string, sensitive: boolean) => (entries: EditedQuestionnaire['entries']) =>
      entries.map((entry) => ('own' in entry ? { own: { ...choiceOf('k9', text), sensitive } } : entry));
    await publish('wellbeing-5-7', replaced(question, true));
    await publish('wellbeing-5-7', replaced('Er skolebussen et trygt sted?', true));
    const [first, second, third] = [await idOf(1), await idOf(2), await idOf(3)];
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });
});

describe('a criterion of the school’s own', () => {
  const asked = 'Hvem liker du å spille ball med?';

  test('is asked by planned rounds that ask for all, and can be chosen for others', async () => {
    const everything = await plan('sociogram', 'Alle spørsmål');
    const chosen = await plan('sociogram', 'Bare friminutt', { criteria: ['recess'], maxChoices: 3 });
    await publish('sociogram-5-7', (entries) => [...entries, { own: nominationOf('n1', asked) }]);
    const settings = await house.deps.db.inScope(own.school, (tx) =>
      tx
        .selectFrom('round')
        .select(['round_id', 'settings'])
        .where('school_id', '=', own.school.schoolId)
        .where('round_id', 'in', [everything, chosen])
        .execute(),
    );
    const criteriaOf = (roundId: string) =>
      (settings.find((row) => row.round_id === roundId)?.settings as { criteria: string[] }).criteria;
    expect(criteriaOf(everything)).toHaveLength(4);
    expect(criteriaOf(chosen)).toEqual(['recess']);
    const home = await bodyOf<ClassHome>(await own.teacher(`/api/v1/classes/${own.classId}/home`));
    expect(home.criteria.map(({ title }) => title)).toEqual([
      'Friminutt',
      'Samarbeid',
      'Sitte ved siden av',
      'Spille ball',
    ]);
    await leader(`/api/v1/rounds/${chosen}/end`, json('POST', {}));
  });

  test('is answered, shown, saved, signalled and released as the others are', async () => {
    const home = await bodyOf<ClassHome>(await own.teacher(`/api/v1/classes/${own.classId}/home`));
    const criteria = home.criteria.map(({ criterionId }) => criterionId);
    const ballId = criteria.at(-1) ?? '';
    const roundId = home.startable.find(({ name }) => name === 'Alle spørsmål')?.roundId ?? '';
    const sitting = await openSitting(own.teacher, own.classId, { kind: 'sociogram', roundId });
    const { sittingId, classCode } = sitting;
    const ids = own.cards.map(({ pupil }) => pupil.pupilId);
    // Nobody chooses the last pupil; everybody chooses two of the next on the list.
    const next = (at: number): readonly string[] =>
      [1, 2].map((step) => ids[(at + step) % (ids.length - 1)]).filter((id) => id !== undefined);
    for (const [at, card] of own.cards.entries())
      await handIn(house, classCode, card, () => next(at).filter((id) => id !== card.pupil.pupilId));
    await own.teacher(`/api/v1/sittings/${sittingId}/close`, json('POST', {}));

    const shown = await readSociogram(own.teacher, own.classId, sittingId);
    expect(shown.criteria.map(({ criterionId, title }) => [criterionId, title]).at(-1)).toEqual([
      ballId,
      'Spille ball',
    ]);
    expect(shown.criteria.at(-1)?.choices.length).toBeGreaterThan(20);

    const file = await own.teacher(
      `/api/v1/sittings/${sittingId}/sociogram/file?format=csv-choices&view=network&criterion=${ballId}`,
    );
    expect([file.status, file.ok ? await file.text() : '']).toEqual([
      200,
      expect.stringContaining('Spille ball'),
    ]);

    const { signals } = await bodyOf<ClassSignalList>(
      await own.teacher(`/api/v1/classes/${own.classId}/signals`),
    );
    expect(JSON.stringify(signals)).not.toContain(ballId);
    const pupil = await bodyOf<PupilPage>(
      await own.teacher(`/api/v1/classes/${own.classId}/pupils/${ids[0]}`),
    );
    expect(pupil.sociograms.at(-1)?.criteria.map(({ title }) => title)).toContain('Spille ball');
    await leader(`/api/v1/rounds/${roundId}/end`, json('POST', {}));
    const release = await bodyOf<ReleaseView>(await leader(`/api/v1/rounds/${roundId}/release`));
    expect(release.document.tables[0]?.items.map(({ text }) => text)).toContain('Spille ball');
  });

  test('is not there for another school, whose version of the same number is its own', async () => {
    const other = await openClass(house, 'other teacher', 3);
    const home = await bodyOf<ClassHome>(await other.teacher(`/api/v1/classes/${other.classId}/home`));
    expect(home.criteria).toHaveLength(3);
    const { classCode } = await openSitting(other.teacher, other.classId, { kind: 'wellbeing' });
    const form = await readForm(await openTablet(house, classCode, other.cards[0]!));
    expect(form.questionnaireId).toBe('wellbeing-5-7');
  });
});
