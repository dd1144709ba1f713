import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openSitting, openTablet, put, readForm, wholeResponse, type Card } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { openClass, storedAnswers, type ClassWithTeacher } from '../testing/class-with-teacher.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

let house: TestHouse;
let own: ClassWithTeacher;
let tablet: Browser;
let classCode: string;
const responseId = randomUUID();

const cardOf = (at: number): Card => {
  const card = own.cards[at];
  if (card === undefined) throw new Error(`The class has no pupil ${at}.`);
  return card;
};
const pupil = (at: number): string => cardOf(at).pupil.pupilId;
const recess = (pupilIds: readonly string[]) => ({ itemId: 's57-recess', type: 'choices', pupilIds });
const part = (...answers: readonly object[]) => ({ revision: 2, language: 'nb', submit: false, answers });
const stored = () => storedAnswers(house, own.school);

const expectProblem = async (response: Response, status: number, code: string): Promise<void> => {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(await response.json()).toMatchObject({ status, code, type: `https://samhold.no/problems/${code}` });
  expect(response.status).toBe(status);
};

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  own = await openClass(house, 'teacher', 6);
  const settings = { criteria: ['recess', 'work'], maxChoices: 2 };
  ({ classCode } = await openSitting(own.teacher, own.classId, { kind: 'sociogram', settings }));
  tablet = await openTablet(house, classCode, cardOf(0));
  const first = { ...part(recess([pupil(1)])), revision: 2 };
  expect((await put(tablet, first, responseId)).status).toBe(200);
});
afterAll(() => house.close());

/** Whatever is refused, what was stored before is there unchanged and nothing has come. */
const expectRefusal = async (send: () => Promise<Response>, status: number, code: string): Promise<void> => {
  const before = await stored();
  await expectProblem(await send(), status, code);
  expect(await stored()).toEqual(before);
  expect(before.nominations).toHaveLength(1);
};

const newer = (...answers: readonly object[]) => ({ ...part(...answers), revision: 3 });

describe('a part that does not fit the questionnaire or the class', () => {
  const cases: readonly (readonly [string, () => object, number, string])[] = [
    [
      'an item the questionnaire does not have',
      () => newer({ itemId: 'x', type: 'declined' }),
      422,
      'unknown_item',
    ],
    [
      'an item answered as another type',
      () => newer({ itemId: 's57-recess', type: 'option', optionId: 'a' }),
      422,
      'wrong_item_type',
    ],
    ['the same item twice', () => newer(recess([pupil(1)]), recess([pupil(2)])), 422, 'duplicate_item'],
    ['a pupil who chooses oneself', () => newer(recess([pupil(0)])), 422, 'self_nomination'],
    ['a pupil who is not on the list', () => newer(recess([randomUUID()])), 422, 'nominee_not_on_list'],
    ['the same pupil twice', () => newer(recess([pupil(1), pupil(1)])), 422, 'duplicate_nominee'],
    [
      'more choices than allowed',
      () => newer(recess([pupil(1), pupil(2), pupil(3)])),
      422,
      'too_many_choices',
    ],
    [
      'a criterion that is not asked',
      () => newer({ itemId: 's57-sit-beside', type: 'none' }),
      422,
      'criterion_not_asked',
    ],
    ['a lower revision', () => ({ ...newer(recess([pupil(2)])), revision: 1 }), 409, 'stale_revision'],
    ['the same revision with another content', () => part(recess([pupil(2)])), 409, 'stale_revision'],
    ['an unknown property', () => ({ ...newer(), pupilId: pupil(1) }), 400, 'invalid_request'],
    ['an unknown property of an answer', () => newer({ ...recess([]), note: 'x' }), 400, 'invalid_request'],
    ['a choice that is no id', () => newer(recess(['p1'])), 400, 'invalid_request'],
    ['a revision of another type', () => ({ ...newer(), revision: '3' }), 400, 'invalid_request'],
    [
      'a language with a character no text can hold',
      () => ({ ...newer(), language: '\0\0' }),
      400,
      'invalid_request',
    ],
    ['an adult who does not exist', () => ({ ...newer(), talkWith: randomUUID() }), 400, 'invalid_request'],
  ];
  test.each(cases)('%s is refused and changes nothing', (_name, body, status, code) =>
    expectRefusal(() => put(tablet, body(), responseId), status, code),
  );

  test('a second response of the same pupil is refused', () =>
    expectRefusal(() => put(tablet, newer()), 409, 'response_exists'));

  test.each([
    'x',
    '1',
    'urn:uuid:00000000-0000-4000-8000-000000000000',
    "';--",
    '%00',
    '0000000A-0000-4000-8000-000000000000',
  ])('the response id %s is refused', (id) =>
    expectRefusal(() => put(tablet, newer(), id), 400, 'invalid_request'),
  );

  test('an unknown option of a choice item is refused', async () => {
    const { classCode: code } = await openSitting(own.teacher, own.classId, { kind: 'wellbeing' });
    const other = await openTablet(house, code, cardOf(1));
    const body = newer({ itemId: 'w57-now', type: 'option', optionId: 'splendid' });
    await expectRefusal(() => put(other, body), 422, 'unknown_option');
  });
});

describe('a request that is broken', () => {
  const raw = (body: string | Buffer, contentType = 'application/json') =>
    tablet(`/api/v1/responses/${responseId}`, {
      method: 'PUT',
      headers: { 'content-type': contentType },
      body,
    });
  const cases: readonly (readonly [string, () => Promise<Response>, number, string])[] = [
    [
      'ten megabytes',
      () => raw(JSON.stringify({ ...newer(), more: 'x'.repeat(10_000_000) })),
      413,
      'body_too_large',
    ],
    ['half an object', () => raw('{"revision":3,'), 400, 'invalid_request'],
    ['an empty body', () => raw(''), 400, 'invalid_request'],
    [
      'bytes that are not UTF-8',
      () => raw(Buffer.from('{"revision":3,"language":"\xff\xff","answers":[],"submit":false}', 'latin1')),
      400,
      'invalid_request',
    ],
    ['another content type', () => raw('<a/>', 'application/xml'), 415, 'unsupported_media_type'],
    ['a form', () => raw('revision=3', 'application/x-www-form-urlencoded'), 415, 'unsupported_media_type'],
    ['a prototype', () => raw('{"__proto__":{"revision":3}}'), 400, 'invalid_request'],
  ];
  test.each(cases)('%s is refused and changes nothing', (_name, send, status, code) =>
    expectRefusal(send, status, code),
  );

  test.each(['https://example.com', 'null', 'http://localhost', ''])(
    'the origin «%s» is refused',
    (origin) => {
      const options = json('PUT', newer());
      const headers = { 'content-type': 'application/json', origin };
      return expectRefusal(
        () => tablet(`/api/v1/responses/${responseId}`, { ...options, headers }),
        403,
        'forbidden_origin',
      );
    },
  );

  test('a write that does not say where it comes from is refused', () =>
    expectRefusal(
      () => fetch(`${house.origin}/api/v1/join`, json('POST', { classCode })),
      403,
      'forbidden_origin',
    ));

  test.each([
    'x',
    '.',
    '%ff',
    'a.b',
    `${randomUUID()}.`,
    `${randomUUID()}.x`,
    `';--.x`,
    '%00.%00',
    'x'.repeat(4000),
  ])('the cookie «%s» opens nothing', async (value) => {
    const headers = { cookie: `__Host-samhold-elev=${value}; __Host-samhold=${value}`, origin: house.origin };
    const form = () => fetch(`${house.origin}/api/v1/pupil-session/form`, { headers });
    await expectRefusal(form, 401, 'pupil_session_ended');
    await expectRefusal(() => fetch(`${house.origin}/api/v1/session`, { headers }), 401, 'not_signed_in');
  });

  test.each(['ABCDEFGH', 'abcd-efg', '        ', '\0\0\0\0\0\0\0\0'])(
    'the class code «%s» opens nothing',
    (code) =>
      expectRefusal(
        () => house.tablet()('/api/v1/join', json('POST', { classCode: code })),
        404,
        'unknown_class_code',
      ),
  );
});

describe('what is sent again', () => {
  test('the same part under the same id gives the same receipt and changes nothing', async () => {
    const before = await stored();
    const receipts = [];
    for (const id of [responseId, responseId]) {
      const response = await put(tablet, part(recess([pupil(1)])), id);
      expect(response.status).toBe(200);
      receipts.push(JSON.stringify(await response.json()));
    }
    expect(new Set(receipts).size).toBe(1);
    expect(await stored()).toEqual(before);
  });

  test('a response that is handed in takes the same part again, and no other', async () => {
    const whole = { ...wholeResponse(await readForm(tablet), () => [pupil(1)]), revision: 4 };
    const first = await (await put(tablet, whole, responseId)).json();
    expect(await (await put(tablet, whole, responseId)).json()).toEqual(first);
    await expectProblem(await put(tablet, { ...whole, revision: 5 }, responseId), 409, 'response_submitted');
  });
});
