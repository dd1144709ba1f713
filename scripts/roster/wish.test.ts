import { expect, test } from 'vitest';
import { readWish } from './wish.ts';

const school = ['--school', '974 589 095'];

test('a roster is read and nothing more, unless the command says so', () => {
  expect(readWish(['elever.csv', ...school], '/home/ada')).toEqual({
    path: '/home/ada/elever.csv',
    organisationNumber: '974589095',
    apply: false,
    confirmLeaving: false,
  });
  expect(readWish(['/tmp/eksport', ...school, '--apply', '--confirm-leaving'], '/home/ada')).toMatchObject({
    path: '/tmp/eksport',
    apply: true,
    confirmLeaving: true,
  });
});

test('help is given whatever else is asked for', () => {
  expect(readWish(['elever.csv', '--apply', '--help'], '/')).toBe('help');
});

test.each([
  ['no file', school, 'Filen eller mappen mangler.'],
  ['no school', ['elever.csv'], 'Skolen mangler: --school <organisasjonsnummer>.'],
  ['a school left blank', ['elever.csv', '--school', ' '], 'Skolen mangler: --school <organisasjonsnummer>.'],
  ['two files', ['a.csv', 'b.csv', ...school], 'Bare én fil eller mappe kan leses om gangen.'],
  ['an option that is none', ['a.csv', ...school, '--force'], 'Kommandoen har et valg som ikke finnes'],
  ['an option without its value', ['a.csv', '--school'], 'Kommandoen har et valg som ikke finnes'],
])('%s is told in a sentence', (_what, args, sentence) => {
  expect(() => readWish(args, '/')).toThrow(sentence);
});
