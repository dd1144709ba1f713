import type { NoticeView, StaffSession } from '@samhold/contract';
import { expect, test } from 'vitest';
import { gatherNotices } from './gather-notices.ts';
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

const reader = (kind: 'social_teacher' | 'contact_teacher', classId: string | null): StaffSession => ({
  staffId: 's',
  name: 'Kari Nordmann',
  school: { name: 'Fjellvik skole', demo: true },
  hasOtherSchools: false,
  relations: [{ kind, classId, className: classId === null ? null : '5A' }],
});
const teacher = reader('contact_teacher', 'c');

test('an opened round says until when pupils can answer', () => {
  expect(noticeSentence([notice])).toBe(
    '«Trivsel, uke 41» er åpen. Elever med merke kan svare nå. Den lukkes 12. oktober 2026.',
  );
});
test('a round that opens soon says on which day, and leads to the class', () => {
  const soon = { ...notice, kind: 'round_opens_soon', closesAt: null, sittingId: null } as const;
  expect(noticeSentence([soon])).toBe('«Trivsel, uke 41» åpner 5. oktober 2026 klokka 7.');
  expect(noticePath([soon], teacher)).toBe('/class/c');
});
test('a reminder leads to the sitting', () => {
  expect(noticePath([{ ...notice, kind: 'pupils_missing' }], teacher)).toBe('/class/c/sitting/s');
});
test('a wish to talk leads to the talks, without a word of who asked', () => {
  const talk = { ...notice, kind: 'talk_wished' } as const;
  expect(noticeSentence([talk])).toBe('En elev i 5A vil snakke med deg.');
  expect(noticePath([talk], teacher)).toBe('/talks');
});

test('signals that wait lead to those of the class', () => {
  expect(noticePath([{ ...notice, kind: 'signals_wait' }], teacher)).toBe('/class/c/signals');
});
test('signals that have waited long lead a social teacher to those of the class in the list of the school', () => {
  const long = { ...notice, kind: 'signals_wait_long' } as const;
  expect(noticePath([long], reader('social_teacher', null))).toBe('/school/signals?class=c');
  expect(noticePath([long], teacher)).toBe('/class/c/signals');
  expect(noticePath([long], reader('contact_teacher', 'other'))).toBeNull();
});
test('a report leads to the reports, without a word of whom it is about', () => {
  expect(noticePath([{ ...notice, kind: 'incident_filed' }], teacher)).toBe('/incidents');
  expect(noticeSentence([{ ...notice, kind: 'force_used' }])).not.toMatch(/5A|Trivsel/);
});
test('an evaluation leads to its case, and says neither whose it is nor what it is about', () => {
  const due = { ...notice, kind: 'evaluation_due', caseId: 'k', classId: null, className: null } as const;
  expect(noticeSentence([due])).toBe('Tiltakene i en sak du har ansvar for, skal evalueres 5. oktober 2026.');
  expect(noticePath([due], teacher)).toBe('/cases/k');
  expect(noticePath([{ ...due, kind: 'evaluation_overdue' }], teacher)).toBe('/cases/k');
});

test('signals of several rounds and classes are told of once, and lead to the whole list', () => {
  const long = { ...notice, kind: 'signals_wait_long', classId: 'c', className: '6A' } as const;
  const other = { ...long, noticeId: 'o', classId: 'd', className: '5B', roundName: 'Trivsel, uke 36' };
  const gathered = gatherNotices([long, notice, { ...long, noticeId: 'm' }, other]);
  expect(gathered.map((all) => all.length)).toEqual([3, 1]);
  const [first] = gathered;
  if (first === undefined) throw new Error('Nothing was gathered.');
  expect(noticeSentence(first)).toMatch(/^Tegn i 5B og 6A har ventet .* Kontaktlærerne er minnet/);
  expect(noticePath(first, reader('social_teacher', null))).toBe('/school/signals');
});
test('signals of a class that wait are gathered by class', () => {
  const waits = { ...notice, kind: 'signals_wait' } as const;
  const rest = { ...waits, noticeId: 'm', roundName: 'Sosiogram, uke 38' };
  const [all, other] = gatherNotices([waits, rest, { ...waits, noticeId: 'o', classId: 'd' }]);
  expect(all && noticeSentence(all)).toMatch(/^Tegn fra «Trivsel, uke 41» og «Sosiogram, uke 38» har ventet/);
  expect(other).toHaveLength(1);
});
