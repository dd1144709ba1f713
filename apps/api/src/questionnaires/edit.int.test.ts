import type { EditedQuestionnaire, QuestionnaireList } from '@samhold/contract';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { bodyOf, codeOf } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool } from '../testing/test-school.ts';
import { choiceOf, inPlaceOf, nominationOf } from '../testing/own-items.ts';

let house: TestHouse;
let leader: Browser;
let deputy: Browser;
let teacher: Browser;
let otherLeader: Browser;

const roster = 'klasse,trinn,fornavn,etternavn,id\n5A,5,Ask,Lie,p1\n';

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  const school = await makeSchool(house, 'Egen', roster);
  const classId = school.classIds.get('5A') ?? '';
  await addStaff(house, school, 'leader', [{ kind: 'leadership' }]);
  await addStaff(house, school, 'deputy', [{ kind: 'leadership' }]);
  await addStaff(house, school, 'teacher', [{ kind: 'contact_teacher', classId }]);
  await addStaff(house, await makeSchool(house, 'Annen', roster), 'other', [{ kind: 'leadership' }]);
  [leader, deputy, teacher, otherLeader] = (await Promise.all(
    ['leader', 'deputy', 'teacher', 'other'].map((who) => house.staffBrowser(who)),
  )) as [Browser, Browser, Browser, Browser];
});
afterAll(() => house.close());

const path = '/api/v1/questionnaires';
const read = async (id: string, who = leader) => bodyOf<EditedQuestionnaire>(await who(`${path}/${id}`));
const save = (id: string, body: object, who = leader) => who(`${path}/${id}/draft`, json('PUT', body));
const publish = (id: string, body: object, who = leader) => who(`${path}/${id}/versions`, json('POST', body));
const discard = (id: string, body: object) => leader(`${path}/${id}/draft/discard`, json('POST', body));
const bus = choiceOf('k1', 'Har du det bra på skolebussen?');
const listed = async (who: Browser) => (await bodyOf<QuestionnaireList>(await who(path))).questionnaires;

test('a school begins with the product’s questionnaires, all with what must stay', async () => {
  const all = await listed(leader);
  expect(all.map(({ questionnaireId, inUse, items }) => [questionnaireId, inUse, items])).toEqual([
    ['wellbeing-1-4', 0, 12],
    ['wellbeing-5-7', 0, 16],
    ['sociogram-1-4', 0, 3],
    ['sociogram-5-7', 0, 3],
  ]);
  const { entries, draft } = await read('wellbeing-5-7');
  expect([entries[0], entries.length, draft]).toEqual([{ standard: 'w57-now' }, 16, null]);
});

test('a draft is kept, cleaned of what is not seen, published, and told of', async () => {
  const entries = inPlaceOf((await read('wellbeing-5-7')).entries, 'w57-rules', {
    ...bus,
    text: { nb: ' Har du  det\u200B bra\npå skolebussen? ', nn: ' ' },
  });
  const saved = await save('wellbeing-5-7', { basedOn: 0, revision: 0, entries });
  expect(await bodyOf<EditedQuestionnaire>(saved)).toMatchObject({
    draft: { revision: 1, editedBy: 'leader Prøve' },
    inUse: 0,
  });
  expect((await read('wellbeing-5-7', deputy)).entries).toContainEqual({
    own: { ...bus, text: { nb: 'Har du det bra på skolebussen?' } },
  });
  const published = await publish('wellbeing-5-7', { basedOn: 0, revision: 1 });
  expect(published.status).toBe(200);
  expect(await bodyOf<EditedQuestionnaire>(published)).toMatchObject({
    inUse: 1,
    ownItems: 1,
    draft: null,
    versions: [
      {
        version: 1,
        madeBy: 'leader Prøve',
        changes: [
          { change: 'added', text: 'Har du det bra på skolebussen?' },
          { change: 'removed', text: 'Følger klassen reglene dere har blitt enige om?' },
        ],
      },
    ],
  });
});

test('nobody else comes to it', async () => {
  for (const call of [
    await teacher(path),
    await teacher(`${path}/wellbeing-5-7`),
    await save('wellbeing-5-7', { basedOn: 0, revision: 0, entries: [] }, teacher),
    await publish('wellbeing-5-7', { basedOn: 1, revision: 1 }, teacher),
    await leader(`${path}/own-wellbeing-5-7`),
    await leader(`${path}/none`),
  ])
    expect([call.status, await codeOf(call)]).toEqual([404, 'not_found']);
  expect((await listed(otherLeader)).map(({ inUse, draft }) => [inUse, draft])).toEqual(
    Array.from({ length: 4 }, () => [0, null]),
  );
});

test('of two who edit at once the second is told, and what the first wrote stays', async () => {
  const { entries } = await read('wellbeing-1-4');
  const mine = inPlaceOf(entries, 'w14-fun', bus);
  const theirs = inPlaceOf(entries, 'w14-fun', choiceOf('k2', 'Er det fint i garderoben?'));
  const both = await Promise.all([
    save('wellbeing-1-4', { basedOn: 0, revision: 0, entries: mine }),
    save('wellbeing-1-4', { basedOn: 0, revision: 0, entries: theirs }, deputy),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const late = both.find(({ status }) => status === 409)!;
  expect(await codeOf(late)).toBe('questionnaire_changed');
  const kept = await read('wellbeing-1-4');
  expect(kept.draft?.revision).toBe(1);
  expect([mine, theirs]).toContainEqual(kept.entries);
  // Who read revision 1 may go on; who still has revision 0 may not, nor publish another revision than the one that is there.
  expect((await save('wellbeing-1-4', { basedOn: 0, revision: 1, entries: mine })).status).toBe(200);
  expect((await save('wellbeing-1-4', { basedOn: 0, revision: 1, entries: theirs }, deputy)).status).toBe(
    409,
  );
  expect((await publish('wellbeing-1-4', { basedOn: 0, revision: 1 }, deputy)).status).toBe(409);
});

test('of two who publish at once one does, and a draft begun before is told', async () => {
  const { draft } = await read('wellbeing-1-4');
  const wish = { basedOn: 0, revision: draft?.revision ?? 0 };
  const both = await Promise.all([publish('wellbeing-1-4', wish), publish('wellbeing-1-4', wish, deputy)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const { entries } = await read('wellbeing-1-4');
  const late = await save('wellbeing-1-4', { basedOn: 0, revision: 0, entries }, deputy);
  expect([late.status, await codeOf(late)]).toEqual([409, 'questionnaire_changed']);
});

test('the same as what is in use is no new version, and a draft can be thrown away', async () => {
  const { entries, inUse } = await read('wellbeing-1-4');
  await save('wellbeing-1-4', { basedOn: inUse, revision: 0, entries });
  const same = await publish('wellbeing-1-4', { basedOn: inUse, revision: 1 });
  expect([same.status, await codeOf(same)]).toEqual([409, 'nothing_changed']);
  expect((await read('wellbeing-1-4')).draft?.revision).toBe(1);
  expect((await discard('wellbeing-1-4', { basedOn: inUse, revision: 7 })).status).toBe(409);
  expect((await discard('wellbeing-1-4', { basedOn: inUse, revision: 1 })).status).toBe(200);
  expect((await read('wellbeing-1-4')).draft).toBeNull();
});

test.each([
  [
    'a negative criterion',
    nominationOf('n1', 'Hvem vil du ikke leke med?'),
    'items.n1.text negative_wording',
  ],
  ['what a child is', nominationOf('n1', 'Hvem har adhd?'), 'items.n1.text asks_what_a_child_is'],
  ['a hidden word', nominationOf('n1', 'Hvem vil du ik\u200Bke leke med?'), 'items.n1.text negative_wording'],
  ['no text', nominationOf('n1', '  '), 'items.n1.text missing_text'],
  ['no name', { ...nominationOf('n1', 'Hvem vil du leke med?'), title: '' }, 'items.n1.title missing_text'],
  ['a promise', nominationOf('n1', 'Hvem velger du anonymt?'), 'items.n1.text forbidden_word'],
  ['advice nobody saw', nominationOf('n1', 'Hvem er flinkest?'), 'items.n1 ranks_pupils'],
  [
    'nobody to read it',
    { ...nominationOf('n1', 'Hvem vil du leke med?'), readThrough: false },
    'items.n1 unread',
  ],
] as const)('a draft with %s is kept, and not published', async (_what, own, detail) => {
  const { inUse, entries, draft } = await read('sociogram-5-7');
  const standard = entries.filter((entry) => 'standard' in entry);
  const wish = { basedOn: inUse, revision: draft?.revision ?? 0 };
  expect((await save('sociogram-5-7', { ...wish, entries: [...standard, { own }] })).status).toBe(200);
  const refused = await publish('sociogram-5-7', { ...wish, revision: wish.revision + 1 });
  expect(refused.status).toBe(422);
  const problem = await bodyOf<{ code: string; details: string[] }>(refused);
  expect(problem.code).toBe('questionnaire_refused');
  expect(problem.details).toContain(detail);
});

test('what must stay cannot be left out, however it is sent', async () => {
  const { inUse, draft } = await read('sociogram-5-7');
  const wish = { basedOn: inUse, revision: draft?.revision ?? 0 };
  const entries = [{ standard: 's57-recess' }, { own: nominationOf('n1', 'Hvem vil du leke med?') }];
  expect((await save('sociogram-5-7', { ...wish, entries })).status).toBe(200);
  const refused = await publish('sociogram-5-7', { ...wish, revision: wish.revision + 1 });
  expect(await bodyOf(refused)).toMatchObject({
    details: ['items.s57-work not_comparison_core', 'items.s57-sit-beside not_comparison_core'],
  });
});

test.each([
  ['nothing', {}],
  ['no entries', { basedOn: 0, revision: 0 }],
  ['the same question twice', { basedOn: 0, revision: 0, entries: [{ own: bus }, { own: bus }] }],
  ['a NUL character in a key', { basedOn: 0, revision: 0, entries: [{ own: { ...bus, key: '\u0000' } }] }],
  ['half a character', { basedOn: 0, revision: 0, entries: [{ own: { ...bus, text: { nb: 'a\uD800' } } }] }],
  ['a language that is none', { basedOn: 0, revision: 0, entries: [{ own: { ...bus, text: { xx: 'a' } } }] }],
  ['a text without end', { basedOn: 0, revision: 0, entries: [{ own: choiceOf('k1', 'å'.repeat(301)) }] }],
  [
    'more than anybody could answer',
    { basedOn: 0, revision: 0, entries: Array.from({ length: 41 }, (_, at) => ({ standard: `x${at}` })) },
  ],
] as const)('%s is refused as a draft', async (_what, body) => {
  const refused = await save('sociogram-1-4', body);
  expect([refused.status, await codeOf(refused)]).toEqual([400, 'invalid_request']);
});

test('a body that is no UTF-8, or no JSON, or too large, is refused', async () => {
  const send = (body: string | Uint8Array<ArrayBuffer>, type = 'application/json') =>
    leader(`${path}/wellbeing-1-4/draft`, { method: 'PUT', headers: { 'content-type': type }, body });
  expect((await send(new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]))).status).toBe(400);
  expect((await send('{')).status).toBe(400);
  expect((await send(JSON.stringify({ x: 'å'.repeat(200_000) }))).status).toBe(413);
});
