import { expect, test } from 'vitest';
import { lowWords, notToldWords, rolesWords, signalLines, stateWords } from './step-words.ts';

test('a step says where it stands, and when something was done last', () => {
  expect(stateWords({ step: 'class', state: 'none', latestOn: null })).toBe('Ikke\u00a0begynt');
  expect(stateWords({ step: 'class', state: 'done', latestOn: '2026-11-23' })).toBe(
    'Gjort, 23. november 2026',
  );
});

test('whoever is not told yet is named, pupil council and staff too', () => {
  expect(notToldWords(['pupils'])).toBe('Ikke tatt opp med elevrådet, FAU og de ansatte ennå.');
  expect(notToldWords(['staff', 'pupils', 'parent_council', 'pupil_council'])).toBe('');
  expect(rolesWords(['teachers', 'parent_council'])).toBe('Lærere på trinnet og FAU');
});

test('a low theme stands with its answers and the country’s figure', () => {
  const low = {
    table: 'indicators',
    topic: 'Trivsel',
    question: '',
    value: 3.6,
    nation: 4,
    nationYear: 2025,
  } as const;
  expect(lowWords({ ...low, ofClass: true, answers: 24 })).toBe(
    'Trivsel: 3,6 i klassen (24\u00a0svar), 4,0 i hele landet 2025–26.',
  );
  expect(lowWords({ ...low, question: 'Har du det bra?', ofClass: true, answers: null })).toMatch(
    /^«Har du det bra\?» 3,6 i klassen,/,
  );
  expect(lowWords({ ...low, table: 'bullying', ofClass: false, answers: null })).toBe(
    'Trivsel: 3,6\u00a0% på trinnet, 4\u00a0% i hele landet 2025–26.',
  );
});

test('signals stand one by one by name, and without names those that say the same stand together', () => {
  const signal = {
    ...{ signalId: '1', roundName: 'Trivsel, uke 48', createdAt: '2026-11-25T10:00:00Z' },
    ...({ level: 'look-closer-soon', state: 'new', pupil: null } as const),
  };
  const unnamed = signalLines([signal, signal, { ...signal, roundName: 'Sosiogram, uke 45' }]);
  expect(unnamed.map(({ who }) => who)).toEqual(['2\u00a0elever', '1\u00a0elev']);
  expect(unnamed[0]?.what).toMatch(/Trivsel, uke 48, 25\. november 2026\.$/);
  expect(
    signalLines([
      { ...signal, pupil: 'Ada' },
      { ...signal, pupil: 'Bo' },
    ]).map(({ who }) => who),
  ).toEqual(['Ada', 'Bo']);
});
