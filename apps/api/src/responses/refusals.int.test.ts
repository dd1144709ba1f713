import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import {
  handOver,
  openHander,
  openSitting,
  openTablet,
  readForm,
  readSitting,
  receiptOf,
  wholeResponse,
  type Card,
  type Hander,
} from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { openClass, storedAnswers, type ClassWithTeacher } from '../testing/class-with-teacher.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

let house: TestHouse;
let own: ClassWithTeacher;
let tablet: Browser;
let hander: Hander;
let classCode: string;
let sittingId: string;

const cardOf = (at: number): Card => {
  const card = own.cards[at];
  if (card === undefined) throw new Error(`The class has no pupil ${at}.`);
  return card;
};
const pupil = (at: number): string => cardOf(at).pupil.pupilId;
const recess = (pupilIds: readonly string[]) => ({ itemId: 's57-recess', type: 'choices', pupilIds });
const part = (...answers: readonly object[]) => ({ language: 'nb', submit: false, answers });
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
  ({ classCode, sittingId } = await openSitting(own.teacher, own.classId, { kind: 'sociogram', settings }));
  tablet = await openTablet(house, classCode, cardOf(0));
  hander = await openHander(tablet);
  expect(await handOver(hander, part(recess([pupil(1)])))).toEqual({ number: 1, outcome: 'stored' });
});
afterAll(() => house.close());

/** Whatever is refused, what was stored before is there unchanged and nothing has come. */
const unchanged = async (act: () => Promise<void>): Promise<void> => {
  const before = await stored();
  await act();
  expect(await stored()).toEqual(before);
  expect(before.nominations).toHaveLength(1);
};
const expectRefusal = (send: () => Promise<Response>, status: number, code: string): Promise<void> =>
  unchanged(async () => expectProblem(await send(), status, code));

describe('a part that does not fit the questionnaire or the class', () => {
  const cases: readonly (readonly [string, () => unknown, string])[] = [
    [
      'an item the questionnaire does not have',
      () => part({ itemId: 'x', type: 'declined' }),
      'unknown_item',
    ],
    [
      'an item answered as another type',
      () => part({ itemId: 's57-recess', type: 'option', optionId: 'a' }),
      'wrong_item_type',
    ],
    ['the same item twice', () => part(recess([pupil(1)]), recess([pupil(2)])), 'duplicate_item'],
    ['a pupil who chooses oneself', () => part(recess([pupil(0)])), 'self_nomination'],
    ['a pupil who is not on the list', () => part(recess([randomUUID()])), 'nominee_not_on_list'],
    ['the same pupil twice', () => part(recess([pupil(1), pupil(1)])), 'duplicate_nominee'],
    ['more choices than allowed', () => part(recess([pupil(1), pupil(2), pupil(3)])), 'too_many_choices'],
    [
      'a criterion that is not asked',
      () => part({ itemId: 's57-sit-beside', type: 'none' }),
      'criterion_not_asked',
    ],
    ['an unknown property', () => ({ ...part(), pupilId: pupil(1) }), 'part_malformed'],
    ['an unknown property of an answer', () => part({ ...recess([]), note: 'x' }), 'part_malformed'],
    ['a choice that is no id', () => part(recess(['p1'])), 'part_malformed'],
    [
      'a language with a character no text can hold',
      () => ({ ...part(), language: '\0\0' }),
      'part_malformed',
    ],
    ['no object', () => 'half', 'part_malformed'],
  ];
  test.each(cases)('%s is refused, changes nothing, and the teacher is told', async (_name, body, code) => {
    await unchanged(async () => {
      const sealed = await hander.seal(body());
      const refused = { number: sealed.number, outcome: 'refused', code };
      expect((await receiptOf(await hander.send([sealed]))).parts).toEqual([refused]);
      expect((await receiptOf(await hander.send([sealed]))).parts).toEqual([refused]);
    });
    const status = await readSitting(own.teacher, sittingId);
    expect(status.pupils.find((row) => row.pupil.pupilId === pupil(0))?.refused).toContain(code);
  });

  test('a part sealed for another place, altered or to another key is refused as unreadable', () =>
    unchanged(async () => {
      const { sealed } = await hander.seal(part(recess([pupil(2)])));
      const number = hander.number();
      const { parts } = await receiptOf(await hander.send([{ number, sealed }]));
      expect(parts).toEqual([{ number, outcome: 'refused', code: 'part_unreadable' }]);
      const other = hander.number();
      const answer = await hander.send([{ number: other, sealed: 'not sealed at all' }]);
      expect((await receiptOf(answer)).parts[0]).toMatchObject({ code: 'part_unreadable' });
    }));

  test('a broken part stands in no other way', async () => {
    const other = await openHander(await openTablet(house, classCode, cardOf(1)));
    const broken = await other.seal(part({ itemId: 'x', type: 'declined' }));
    const sound = await other.seal(part({ itemId: 's57-recess', type: 'none' }));
    const { parts } = await receiptOf(await other.send([broken, sound]));
    expect(parts.map(({ outcome }) => outcome)).toEqual(['refused', 'stored']);
  });

  test.each([
    'x',
    '1',
    'urn:uuid:00000000-0000-4000-8000-000000000000',
    "';--",
    '%00',
    '0000000A-0000-4000-8000-000000000000',
  ])('the response id %s is refused', async (id) => {
    const strange = await openHander(tablet, id);
    await expectRefusal(() => strange.send([]), 400, 'invalid_request');
  });

  test('an unknown option of a choice item is refused', async () => {
    const { classCode: code } = await openSitting(own.teacher, own.classId, { kind: 'wellbeing' });
    const other = await openHander(await openTablet(house, code, cardOf(1)));
    const body = part({ itemId: 'w57-now', type: 'option', optionId: 'splendid' });
    await unchanged(async () =>
      expect(await handOver(other, body)).toMatchObject({ code: 'unknown_option' }),
    );
  });
});

describe('the right to hand over', () => {
  const withToken = (authorization: string) =>
    tablet(`/api/v1/responses/${hander.responseId}/parts`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ parts: [], waiting: 0 }),
    });
  test.each(['', 'Upload', 'Upload x', 'Bearer x', `Upload ${randomUUID()}.x`, "Upload ';--.x"])(
    'is not had with «%s», whatever the cookie',
    (authorization) => expectRefusal(() => withToken(authorization), 401, 'upload_unknown'),
  );

  test('reads nothing', async () => {
    const { authorization } = hander;
    const nobody = house.tablet();
    for (const path of ['pupil-session/form', 'session', `sittings/${sittingId}`]) {
      const answer = await nobody(`/api/v1/${path}`, { headers: { authorization } });
      expect([path, answer.status]).toEqual([path, 401]);
    }
  });
});

describe('a request that is broken', () => {
  const raw = (body: string | Buffer, contentType = 'application/json') =>
    tablet(`/api/v1/responses/${hander.responseId}/parts`, {
      method: 'PUT',
      headers: { 'content-type': contentType, authorization: hander.authorization },
      body,
    });
  const cases: readonly (readonly [string, () => Promise<Response>, number, string])[] = [
    [
      'ten megabytes',
      () => raw(JSON.stringify({ parts: [], waiting: 0, more: 'x'.repeat(10_000_000) })),
      413,
      'body_too_large',
    ],
    ['half an object', () => raw('{"revision":3,'), 400, 'invalid_request'],
    ['an empty body', () => raw(''), 400, 'invalid_request'],
    [
      'bytes that are not UTF-8',
      () => raw(Buffer.from('{"parts":[],"waiting":"\xff\xff"}', 'latin1')),
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
      const options = json('PUT', { parts: [], waiting: 0 });
      const headers = { 'content-type': 'application/json', origin };
      return expectRefusal(
        () => tablet(`/api/v1/responses/${hander.responseId}/parts`, { ...options, headers }),
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
  test('the same number with another content is refused and leaves the first as it was', () =>
    unchanged(async () => {
      const other = await hander.seal(part(recess([pupil(2)])), 1);
      const { parts } = await receiptOf(await hander.send([other]));
      expect(parts).toEqual([{ number: 1, outcome: 'refused', code: 'part_differs' }]);
    }));

  test('the same number twice in one request is refused', async () => {
    const sealed = await hander.seal(part(recess([pupil(2)])));
    await expectRefusal(() => hander.send([sealed, sealed]), 400, 'invalid_request');
  });

  test('a response that is handed in gives the same receipt again', async () => {
    const whole = await hander.seal(wholeResponse(await readForm(tablet), () => [pupil(1)]));
    const first = await receiptOf(await hander.send([whole]));
    expect(first).toEqual({ parts: [{ number: whole.number, outcome: 'stored' }], submitted: true });
    expect(await receiptOf(await hander.send([whole]))).toEqual(first);
  });
});
