import { expect, test } from 'vitest';
import { everyKind, somebody, who } from '../testing/somebody.ts';
import { mayHandleWish, mayOpenWish, seesPassedOn } from './policy.ts';

const wish = { staffId: 'asked', passedOn: false, classId: '5A' };
const passedOn = { ...wish, passedOn: true };

test('the adult the pupil chose opens it, whatever else they are', () => {
  expect(who((actor) => mayOpenWish(actor, wish), 'asked')).toEqual(everyKind);
  expect(who((actor) => mayHandleWish(actor, wish), 'asked')).toEqual(everyKind);
});

test('another sees it as social teacher, once it is passed on', () => {
  expect(who((actor) => mayOpenWish(actor, wish))).toEqual([]);
  expect(who((actor) => mayOpenWish(actor, passedOn))).toEqual(['social_teacher']);
  expect(who(seesPassedOn)).toEqual(['social_teacher']);
  expect(seesPassedOn(somebody('x', 'employee', 'social_teacher'))).toBe(true);
});

test('the contact teacher of the class says that the talk was held', () => {
  expect(who((actor) => mayHandleWish(actor, wish))).toEqual(['contact_teacher']);
  expect(who((actor) => mayHandleWish(actor, passedOn))).toEqual(['contact_teacher', 'social_teacher']);
  expect(who((actor) => mayHandleWish(actor, { ...wish, classId: '5B' }))).toEqual([]);
  expect(mayHandleWish(somebody('x', 'employee', 'contact_teacher'), wish)).toBe(true);
});

test('one whose relations have ended does neither', () => {
  expect(mayOpenWish(somebody('x'), passedOn) || mayHandleWish(somebody('x'), passedOn)).toBe(false);
});
