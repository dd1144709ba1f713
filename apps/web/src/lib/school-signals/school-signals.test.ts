import type { SchoolSignal } from '@samhold/contract';
import { expect, test } from 'vitest';
import { ageWords, chanceWords, inOrder, isOverdue, remindedWords } from './school-signals.ts';

const signal = (signalId: string, part: Partial<SchoolSignal> = {}): SchoolSignal => ({
  ...{ signalId, classId: 'a', className: '5A', grade: 5, roundName: 'Høst', level: 'look-closer' },
  ...{ state: 'new', createdAt: '2026-11-01T08:00:00Z', schoolWeeks: 1 },
  ...{ teachersRemindedAt: null, socialTeachersToldAt: null },
  ...part,
});
const all = { grade: 'all', classId: '', state: 'all' } as const;
const ids = (signals: readonly SchoolSignal[]) => signals.map(({ signalId }) => signalId);

test('urgent ones first, then those nobody has looked at, then the oldest; what is looked at last', () => {
  const given = [
    signal('seen', { state: 'confirmed', level: 'look-closer-soon' }),
    signal('newer'),
    signal('older', { createdAt: '2026-10-01T08:00:00Z' }),
    signal('being seen', { state: 'being_verified', level: 'look-closer-soon' }),
    signal('urgent', { level: 'look-closer-soon' }),
  ];
  expect(ids(inOrder(given, all))).toEqual(['urgent', 'being seen', 'older', 'newer', 'seen']);
  expect(ids(inOrder(given, { ...all, state: 'confirmed' }))).toEqual(['seen']);
  expect(inOrder(given, { ...all, grade: 4 })).toEqual([]);
  expect(inOrder(given, { ...all, classId: 'b' })).toEqual([]);
});

test('age is told in school weeks, and what nobody has seen is overdue after two', () => {
  expect([0, 1, 3].map((schoolWeeks) => ageWords({ schoolWeeks }))).toEqual([
    'under en skoleuke',
    '1\u00a0skoleuke',
    '3\u00a0skoleuker',
  ]);
  expect(isOverdue(signal('s', { schoolWeeks: 2 }))).toBe(true);
  expect(isOverdue(signal('s', { schoolWeeks: 9, state: 'being_verified' }))).toBe(false);
});

test('the last reminder is told', () => {
  const teachersRemindedAt = '2026-11-10T08:00:00Z';
  expect(remindedWords(signal('s'))).toBeNull();
  expect(remindedWords(signal('s', { teachersRemindedAt }))).toContain('Kontaktlærer');
  expect(
    remindedWords(signal('s', { teachersRemindedAt, socialTeachersToldAt: '2026-11-20T08:00:00Z' })),
  ).toContain('20. november 2026');
});

test('a round stands against chance', () => {
  expect(
    chanceWords({ roundId: 'r', roundName: 'Høst', classes: 13, found: 9, expectedByChance: 4.42 }),
  ).toBe('9 tegn som bygger på valg, i 13\u00a0klasser. Ved ren tilfeldighet ville de gitt omtrent 4,4.');
});
