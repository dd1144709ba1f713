import { expect, test } from 'vitest';
import { offeredAdults } from './offered.ts';

const offered = (...choices: Parameters<typeof offeredAdults>[0]) =>
  offeredAdults(choices, ['kari', 'per'], ['siv', 'kari']);
const forAll = { ofClass: false, contactTeachers: true, staffIds: ['nurse'] };
const ofClass = { ofClass: true, contactTeachers: false, staffIds: ['anna', 'nurse'] };

test('without a choice it is the contact teachers and the social teachers, each once', () => {
  expect(offered()).toEqual(['kari', 'per', 'siv']);
});
test('the school’s choice holds for all, and a class’s own before it', () => {
  expect(offered(forAll)).toEqual(['kari', 'per', 'nurse']);
  expect(offered(forAll, ofClass)).toEqual(['anna', 'nurse']);
});
test('a choice of which everybody has left gives way to the next', () => {
  expect(offered(forAll, { ...ofClass, staffIds: [] })).toEqual(['kari', 'per', 'nurse']);
  expect(offered({ ...ofClass, staffIds: [] })).toEqual(['kari', 'per', 'siv']);
});
