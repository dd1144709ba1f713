import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openHander, openSitting, openTablet, receiptOf, type Hander } from '../testing/answering.ts';
import { openClass, storedAnswers, type ClassWithTeacher } from '../testing/class-with-teacher.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

let house: TestHouse;
let own: ClassWithTeacher;
let classCode: string;
let next = 0;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  own = await openClass(house, 'teacher', 60);
  ({ classCode } = await openSitting(own.teacher, own.classId, { kind: 'sociogram' }));
});
afterAll(() => house.close());

const nextCard = () => {
  const card = own.cards[next];
  if (card === undefined) throw new Error('The class has no more pupils.');
  next += 1;
  return card;
};
const nextPupil = async () => {
  const card = nextCard();
  const hander = await openHander(await openTablet(house, classCode, card));
  return { card, hander, pupilId: card.pupil.pupilId };
};

const items = ['s57-recess', 's57-work', 's57-sit-beside'] as const;
const part = (answers: readonly object[], submit = false) => ({ language: 'nb', submit, answers });
const mate = (at: number) => own.cards[at]?.pupil.pupilId ?? '';
const chosen = (itemId: string, pupilIds: readonly string[]) => ({ itemId, type: 'choices', pupilIds });

const storedOf = async (pupilId: string) => {
  const { responses, answers, nominations } = await storedAnswers(house, own.school);
  const mine = responses.filter((row) => row.pupil_id === pupilId);
  const of = <T extends { readonly response_id: string }>(rows: readonly T[]) =>
    rows.filter((row) => mine.some((response) => response.response_id === row.response_id));
  return { responses: mine, answers: of(answers), nominations: of(nominations) };
};

const times = [1, 2, 3, 4];

test.each(times)(
  'the same part sent five times at the same moment is one response with one receipt (%i)',
  async () => {
    const { hander, pupilId } = await nextPupil();
    const sealed = await hander.seal(part([{ itemId: items[0], type: 'declined' }], true));
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => hander.send([sealed])));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    expect((await storedOf(pupilId)).responses).toHaveLength(1);
  },
);

test.each(times)(
  'two tablets of one pupil at the same moment, each with an id of its own, fill one response (%i)',
  async () => {
    const { card, hander: first, pupilId } = await nextPupil();
    const second = await openHander(await openTablet(house, classCode, card), randomUUID());
    const send = async (hander: Hander, itemId: string) =>
      hander.send([await hander.seal(part([chosen(itemId, [mate(0)])]))]);
    const answers = await Promise.all([send(first, items[0]), send(second, items[1])]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    const { responses, nominations } = await storedOf(pupilId);
    expect(responses).toHaveLength(1);
    expect(nominations.map((row) => row.criterion_id).sort()).toEqual(['recess', 'work']);
  },
);

test('parts in any order, some twice, in any bundles, from two tablets: the later start and the higher number hold', async () => {
  const step = fc.record({
    tablet: fc.integer({ min: 0, max: 1 }),
    item: fc.constantFrom(...items),
    choice: fc.option(fc.integer({ min: 0, max: 7 }), { nil: null }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 2, maxLength: 8 }),
      fc.array(fc.nat(99)),
      async (steps, shuffle) => {
        const card = nextCard();
        const handers = [];
        for (const minutes of [0, 1]) {
          house.setNow(new Date(Date.now() + minutes * 1000));
          handers.push(await openHander(await openTablet(house, classCode, card)));
        }
        const expected = new Map<string, { tablet: number; choice: number | null }>();
        const sends: (() => Promise<Response>)[] = [];
        for (const { tablet, item, choice } of steps) {
          const hander = handers[tablet] ?? expect.fail();
          const answer = choice === null ? { itemId: item, type: 'none' } : chosen(item, [mate(choice)]);
          const sealed = await hander.seal(part([answer]));
          if ((expected.get(item)?.tablet ?? 0) <= tablet) expected.set(item, { tablet, choice });
          sends.push(() => hander.send([sealed]));
        }
        const twice = [...sends, ...sends.slice(0, 2)];
        const order = twice.map((send, at) => ({
          send,
          key: shuffle[at % Math.max(shuffle.length, 1)] ?? at,
        }));
        for (const { send } of order.toSorted((a, b) => a.key - b.key))
          expect((await receiptOf(await send())).parts.map(({ outcome }) => outcome)).toEqual(['stored']);
        const { responses, answers, nominations } = await storedOf(card.pupil.pupilId);
        expect(responses).toHaveLength(1);
        const criterionOf = { 's57-recess': 'recess', 's57-work': 'work', 's57-sit-beside': 'sit-beside' };
        for (const [item, { choice }] of expected) {
          expect(answers.find((row) => row.item_id === item)?.type).toBe(
            choice === null ? 'none' : 'choices',
          );
          const criterion = criterionOf[item as keyof typeof criterionOf];
          const nominees = nominations
            .filter((row) => row.criterion_id === criterion)
            .map((row) => row.nominee_id);
          expect(nominees).toEqual(choice === null ? [] : [mate(choice)]);
        }
      },
    ),
    { numRuns: 25 },
  );
});
