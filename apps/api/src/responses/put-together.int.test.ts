import { randomUUID } from 'node:crypto';
import { sql } from '@samhold/db';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import {
  openHander,
  openSitting,
  openTablet,
  readForm,
  receiptOf,
  wholeResponse,
  type Hander,
} from '../testing/answering.ts';
import { json } from '../testing/browser.ts';
import { openClass, storedAnswers, type ClassWithTeacher } from '../testing/class-with-teacher.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

const PUPILS = 24;

let house: TestHouse;
let own: ClassWithTeacher;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  own = await openClass(house, 'teacher', PUPILS);
});
afterAll(() => house.close());

const idOf = (at: number): string => own.cards[at % PUPILS]?.pupil.pupilId ?? expect.fail();

/** Every pupil's whole response, sealed and ready to send; the pupil after chooses three, spread differently for each criterion. */
const sealAll = async (classCode: string) => {
  const sealed: { readonly hander: Hander; readonly part: { number: number; sealed: string } }[] = [];
  for (const [place, card] of own.cards.entries()) {
    const tablet = await openTablet(house, classCode, card);
    const form = await readForm(tablet);
    const whole = wholeResponse(form, (criterionId) =>
      [1, 2, 3].map((step) => idOf(place + step * criterionId.length)),
    );
    const hander = await openHander(tablet);
    sealed.push({ hander, part: await hander.seal(whole) });
  }
  return sealed;
};

/** What is stored of a sitting, by pupil, without ids and moments that vary. */
const storedIn = async (sittingId: string) => {
  const { responses, answers, nominations } = await storedAnswers(house, own.school);
  return responses
    .filter((row) => row.sitting_id === sittingId)
    .map(({ response_id: id, pupil_id: pupilId, language, submitted_at: submittedAt }) => ({
      pupilId,
      language,
      handedIn: submittedAt !== null,
      answers: answers
        .filter((row) => row.response_id === id)
        .map((row) => [row.item_id, row.type, row.option_id, row.part]),
      nominations: nominations
        .filter((row) => row.response_id === id)
        .map((row) => [row.criterion_id, row.nominee_id, row.position, row.sitting_id === sittingId]),
    }))
    .toSorted((a, b) => a.pupilId.localeCompare(b.pupilId));
};

const openRound = () => openSitting(own.teacher, own.classId, { kind: 'sociogram' });

const done = async (sittingId: string): Promise<void> => {
  const closed = await own.teacher(`/api/v1/sittings/${sittingId}/close`, { method: 'POST' });
  expect(closed.ok).toBe(true);
};

test('a class that hands in at the same moment is stored as one that hands in pupil by pupil, in fewer transactions', async () => {
  const first = await openRound();
  for (const { hander, part } of await sealAll(first.classCode))
    expect((await receiptOf(await hander.send([part]))).submitted).toBe(true);
  const oneByOne = await storedIn(first.sittingId);
  expect(oneByOne).toHaveLength(PUPILS);
  await done(first.sittingId);

  const second = await openRound();
  const ready = await sealAll(second.classCode);
  const sent = await Promise.all(ready.map(({ hander, part }) => hander.send([part])));
  for (const [at, answer] of sent.entries())
    expect(await receiptOf(answer)).toEqual({
      parts: [{ number: ready[at]?.part.number, outcome: 'stored' }],
      submitted: true,
    });
  expect(await storedIn(second.sittingId)).toEqual(oneByOne);
  const { transactions } = await house.deps.db.inScope(own.school, async (tx) => {
    const counted = await sql<{ transactions: number }>`
      select count(distinct xmin::text)::int as transactions from response
       where school_id = ${own.school.schoolId} and sitting_id = ${second.sittingId}`.execute(tx);
    return counted.rows[0] ?? expect.fail();
  });
  expect(transactions).toBeLessThan(PUPILS / 2);
  await done(second.sittingId);
});

test('what is broken, unknown or sent twice among those of a class stands in no other’s way', async () => {
  const { classCode, sittingId } = await openRound();
  const ready = await sealAll(classCode);
  const [broken, unknown, twice, ...rest] = ready;
  if (broken === undefined || unknown === undefined || twice === undefined) return expect.fail();
  const card = own.cards[PUPILS - 1] ?? expect.fail();
  const other = await openHander(await openTablet(house, classCode, card), randomUUID());
  const later = await other.seal({
    language: 'en',
    submit: false,
    answers: [{ itemId: 's57-recess', type: 'declined' }],
  });
  const [ofBroken, ofUnknown, ...others] = await Promise.all([
    broken.hander.send([{ ...broken.part, sealed: broken.part.sealed.replace(/.{20}$/, 'A'.repeat(20)) }]),
    openStranger(unknown.hander).send([unknown.part]),
    twice.hander.send([twice.part]),
    twice.hander.send([twice.part]),
    ...rest.map(({ hander, part }) => hander.send([part])),
    other.send([later]),
  ]);
  if (ofBroken === undefined || ofUnknown === undefined) return expect.fail();
  expect((await receiptOf(ofBroken)).parts).toEqual([
    { number: broken.part.number, outcome: 'refused', code: 'part_unreadable' },
  ]);
  expect(ofUnknown.status).toBe(401);
  for (const answer of others) expect((await receiptOf(answer)).parts[0]?.outcome).toBe('stored');
  const stored = await storedIn(sittingId);
  expect(stored).toHaveLength(PUPILS - 2);
  const ofBothTablets = stored.find(({ pupilId }) => pupilId === card.pupil.pupilId);
  expect(ofBothTablets?.answers).toContainEqual(['s57-recess', 'declined', null, later.number]);
  expect(ofBothTablets?.nominations.filter(([criterionId]) => criterionId === 'recess')).toEqual([]);
  for (const { nominations } of stored) expect(nominations.length).toBeGreaterThan(0);
  await done(sittingId);
});

/** As a tablet whose token nobody has given out. */
const openStranger = (hander: Hander): Pick<Hander, 'send'> => {
  const token = Buffer.from(randomUUID()).toString('base64url');
  return {
    send: (parts) => {
      const { headers, ...request } = json('PUT', { parts, waiting: 0 });
      const authorization = `Upload ${own.school.schoolId}.${token}`;
      return house.tablet()(`/api/v1/responses/${hander.responseId}/parts`, {
        ...request,
        headers: { ...headers, authorization },
      });
    },
  };
};
