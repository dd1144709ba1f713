import type { NoticeView } from '@samhold/contract';
import { expect, test } from 'vitest';
import { noticePath, noticeSentence } from './notice-words.ts';

const notice: NoticeView = {
  noticeId: 'n',
  kind: 'round_opened',
  madeAt: '2026-10-05T05:00:00Z',
  classId: 'c',
  className: '5A',
  roundName: 'Trivsel, uke 41',
  opensOn: '2026-10-05',
  closesAt: '2026-10-12T12:00:00Z',
  sittingId: 's',
  caseId: null,
};

test('an opened round says until when pupils can answer', () => {
  expect(noticeSentence(notice)).toBe(
    '«Trivsel, uke 41» er åpen. Elever med merke kan svare nå. Den lukkes 12. oktober 2026.',
  );
});
test('a round that opens soon says on which day, and leads to the class', () => {
  const soon = { ...notice, kind: 'round_opens_soon', closesAt: null, sittingId: null } as const;
  expect(noticeSentence(soon)).toBe('«Trivsel, uke 41» åpner 5. oktober 2026 klokka 7.');
  expect(noticePath(soon)).toBe('/class/c');
});
test('a reminder leads to the sitting', () => {
  expect(noticePath({ ...notice, kind: 'pupils_missing' })).toBe('/class/c/sitting/s');
});
test('a wish to talk leads to the talks, without a word of who asked', () => {
  const talk = { ...notice, kind: 'talk_wished' } as const;
  expect(noticeSentence(talk)).toBe('En elev i 5A vil snakke med deg.');
  expect(noticePath(talk)).toBe('/talks');
});

test('signals that wait lead to those of the class', () => {
  expect(noticePath({ ...notice, kind: 'signals_wait' })).toBe('/class/c/signals');
});
test('signals that have waited long lead to those of the school', () => {
  expect(noticePath({ ...notice, kind: 'signals_wait_long' })).toBe('/school/signals');
});
test('a report leads to the reports, without a word of whom it is about', () => {
  expect(noticePath({ ...notice, kind: 'incident_filed' })).toBe('/incidents');
  expect(noticeSentence({ ...notice, kind: 'force_used' })).not.toMatch(/5A|Trivsel/);
});
