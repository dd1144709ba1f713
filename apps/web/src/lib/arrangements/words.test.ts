import { expect, test } from 'vitest';
import { besideProposal, demandWords, reasonSentence, seatName, summarySentence } from './words.ts';

const nameOf = (id: string): string => ({ a: 'Ada', b: 'Bo', c: 'Cecilie' })[id] ?? '–';

test.each([
  [0, [], 'Ingen av elevene har ønsker som teller her.'],
  [26, [], 'Alle 26 som har ønsket seg noen, er sammen med minst én av dem.'],
  [26, ['a'], 'Ada er ikke sammen med noen eleven har ønsket seg. Alle de andre 25 er det.'],
  [1, ['a'], 'Ada er ikke sammen med noen eleven har ønsket seg.'],
  [26, ['a', 'b'], '2 av 26 er ikke sammen med noen de har ønsket seg: Ada og Bo.'],
])('%s with wishes, without: %s', (withWishes, without, sentence) => {
  expect(summarySentence(withWishes, without, nameOf)).toBe(sentence);
});

test('what was asked for is said by name', () => {
  const said = (demand: Parameters<typeof demandWords>[0], kind: 'groups' | 'seating' = 'seating') =>
    demandWords(demand, kind, nameOf).replaceAll('\u00a0', ' ');
  expect(said({ kind: 'apart', pupils: ['a', 'b'] })).toBe(
    'Ada og Bo skal ikke sitte ved siden av hverandre',
  );
  expect(said({ kind: 'together', pupils: ['a', 'b'] }, 'groups')).toBe('Ada og Bo skal være i samme gruppe');
  expect(said({ kind: 'sizes', sizes: [4, 4, 3], pupils: 11 }, 'groups')).toBe(
    '11 elever skal deles i 2 grupper på 4 og 1 gruppe på 3',
  );
  expect(said({ kind: 'number-of-seats', seats: 24, pupils: 27 })).toBe(
    'Rommet har 24 plasser til 27 elever',
  );
  expect(said({ kind: 'fixed-seat', pupil: 'a', seat: '2-3' })).toBe('Ada har fast plass: rad 2, plass 3');
});

test('a seat in one line has a number, one in rows has two', () => {
  expect([seatName('7'), seatName('2-3')]).toEqual(['plass 7', 'rad 2, plass 3']);
});

test('a reason reads as a sentence with the name', () => {
  expect(reasonSentence('wished-for-nobody', 'Ada')).toBe('Ada ønsket seg ingen. Spør eleven.');
  expect(reasonSentence('others-without', 'Ada')).toMatch(/^Ada: Får denne eleven/);
});

test('moves are weighed against the proposal by the first aim in which they differ', () => {
  expect(besideProposal(null)).toContain('like godt som forslaget');
  expect(besideProposal({ stage: 'without', better: false })).toContain(
    'dårligere enn forslaget når det gjelder hvor mange som er uten',
  );
});
