import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksFree } from './looks-free.ts';
import { readCalendarFile, type ReadFile } from './read-calendar-file.ts';
import { isBoundedRule } from './recurrence.ts';

const year = { startsOn: '2026-08-17', endsOn: '2027-06-18' };
const file = (...lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: readonly string[]): readonly string[] => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
const read = (text: string): ReadFile => {
  const found = readCalendarFile(text, year);
  if (found === undefined) throw new Error('not read as a calendar');
  return found;
};
const daysOf = (text: string) =>
  read(text).events.map(({ name, startsOn, endsOn }) => [name, startsOn, endsOn]);

describe('a calendar file', () => {
  it('gives whole days, the end not included', () => {
    const autumn = event(
      'UID:1',
      'DTSTART;VALUE=DATE:20260928',
      'DTEND;VALUE=DATE:20261003',
      'SUMMARY:Høstferie',
    );
    const planning = event('UID:2', 'DTSTART;VALUE=DATE:20261120', 'SUMMARY:Planleggings', ' dag');
    expect(read(file(...autumn, ...planning)).events).toEqual([
      { name: 'Høstferie', startsOn: '2026-09-28', endsOn: '2026-10-02', looksFree: true },
      { name: 'Planleggingsdag', startsOn: '2026-11-20', endsOn: '2026-11-20', looksFree: true },
    ]);
  });

  it('reads midnights in Norway also when they are written in UTC, in summer and in winter', () => {
    const summer = event('DTSTART:20260927T220000Z', 'DTEND:20261002T220000Z', 'SUMMARY:Høstferie');
    const winter = event('DTSTART:20270221T230000Z', 'DTEND:20270226T230000Z', 'SUMMARY:Vinterferie');
    const zoned = event(
      'DTSTART;TZID=Europe/Oslo:20261120T000000',
      'DTEND;TZID=Europe/Oslo:20261121T000000',
      'SUMMARY:Plandag',
    );
    expect(daysOf(file(...summer, ...winter, ...zoned))).toEqual([
      ['Høstferie', '2026-09-28', '2026-10-02'],
      ['Plandag', '2026-11-20', '2026-11-20'],
      ['Vinterferie', '2027-02-22', '2027-02-26'],
    ]);
  });

  it('counts but does not list what takes part of a day, is cancelled or lies outside the year', () => {
    const meeting = event('DTSTART:20261001T170000Z', 'DTEND:20261001T190000Z', 'SUMMARY:Foreldremøte');
    const off = event('DTSTART;VALUE=DATE:20261002', 'STATUS:CANCELLED', 'SUMMARY:Fri');
    const summer = event('DTSTART;VALUE=DATE:20260701', 'DTEND;VALUE=DATE:20260731', 'SUMMARY:Ferie');
    expect(read(file(...meeting, ...off, ...summer))).toEqual({
      events: [],
      ignored: { outsideYear: 1, partOfDay: 1, cancelled: 1, tooMany: 0 },
      faults: [],
      moreFaults: 0,
    });
  });

  it('follows what repeats to the end of the year, but for the days taken out or moved', () => {
    const weekly = event(
      'UID:w',
      'DTSTART;VALUE=DATE:20260907',
      'RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=4',
      'EXDATE;VALUE=DATE:20260914',
      'SUMMARY:Fri',
    );
    const moved = event(
      'UID:w',
      'RECURRENCE-ID;VALUE=DATE:20260921',
      'DTSTART;VALUE=DATE:20260922',
      'SUMMARY:Fri tirsdag',
    );
    const yearly = event('UID:y', 'DTSTART;VALUE=DATE:20100517', 'RRULE:FREQ=YEARLY', 'SUMMARY:17. mai');
    expect(daysOf(file(...weekly, ...moved, ...yearly))).toEqual([
      ['Fri', '2026-09-07', '2026-09-07'],
      ['Fri tirsdag', '2026-09-22', '2026-09-22'],
      ['Fri', '2026-09-28', '2026-09-28'],
      ['17. mai', '2027-05-17', '2027-05-17'],
    ]);
  });

  it('leaves out the one day of what repeats that is cancelled', () => {
    const weekly = event(
      'UID:w',
      'DTSTART;VALUE=DATE:20260907',
      'RRULE:FREQ=WEEKLY;COUNT=3',
      'SUMMARY:Elevfri',
    );
    const off = event(
      'UID:w',
      'RECURRENCE-ID;VALUE=DATE:20260914',
      'DTSTART;VALUE=DATE:20260914',
      'STATUS:CANCELLED',
    );
    const { events, ignored } = read(file(...weekly, ...off));
    expect(events.map(({ startsOn }) => startsOn)).toEqual(['2026-09-07', '2026-09-21']);
    expect(ignored.cancelled).toBe(1);
  });

  it('names lines it cannot read by number and reads the rest', () => {
    const text = file(
      ...event('DTSTART;VALUE=DATE:20269999', 'SUMMARY:Fri'),
      ...event('SUMMARY:Uten dato'),
      ...event('DTSTART;VALUE=DATE:20261120', 'dette er ingen linje', 'SUMMARY:Plandag'),
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20261121',
      ...event('DTSTART;VALUE=DATE:20261123', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31', 'SUMMARY:Fri'),
    );
    const { events, faults } = read(text);
    expect(events.map(({ startsOn }) => startsOn)).toEqual(['2026-11-20', '2026-11-23']);
    expect(faults.map(({ line }) => line)).toEqual([4, 7, 12, 15, 19]);
  });

  it('reads old line ends, a byte order mark and alarms inside events', () => {
    const text = `\uFEFF${file(
      ...event(
        'DTSTART;VALUE=DATE:20261120',
        'BEGIN:VALARM',
        'SUMMARY:Husk',
        'TRIGGER:-PT15M',
        'END:VALARM',
        'SUMMARY:Fri',
      ),
    ).replaceAll('\r\n', '\n')}`;
    expect(daysOf(text)).toEqual([['Fri', '2026-11-20', '2026-11-20']]);
  });

  it('is refused when it is no calendar', () => {
    expect(readCalendarFile('fornavn;etternavn\nAda;Berg\n', year)).toBeUndefined();
  });

  it('holds ten thousand events within bounds and in reasonable time', () => {
    const many = Array.from({ length: 10_000 }, (_, at) =>
      event(
        `UID:${at}`,
        `DTSTART;VALUE=DATE:2026${String(9 + (at % 4)).padStart(2, '0')}${String(1 + (at % 28)).padStart(2, '0')}`,
        `SUMMARY:${at === 9_999 ? 'Elevfri' : `Møte ${at}`}`,
        at % 10 === 0 ? 'RRULE:FREQ=DAILY' : 'DESCRIPTION:x',
      ),
    ).flat();
    // Time of this process alone, whatever else the machine does.
    const started = process.cpuUsage();
    const { events, ignored } = read(file(...many));
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(10_000);
    expect(events).toHaveLength(400);
    expect(events.map(({ name }) => name)).toContain('Elevfri');
    expect(ignored.tooMany).toBeGreaterThan(9_000);
  });

  it('never throws, whatever the text, and never gives a day outside the year', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'BEGIN:VEVENT',
        'END:VEVENT',
        'BEGIN:VALARM',
        'DTSTART;VALUE=DATE:20261120',
        'DTSTART:20261120T000000Z',
        'DTEND;VALUE=DATE:20261119',
        'DTEND;VALUE=DATE:20271231',
        'DURATION:P3D',
        'DURATION:-P3D',
        'RRULE:FREQ=WEEKLY;UNTIL=20270101',
        'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
        'RRULE:FREQ=',
        'RDATE;VALUE=DATE:20261201',
        'EXDATE:20261120',
        'RECURRENCE-ID;VALUE=DATE:20261120',
        'UID:1',
        'SUMMARY:Fri',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        for (const { startsOn, endsOn } of read(file('BEGIN:VEVENT', ...lines, 'END:VEVENT')).events) {
          expect(startsOn >= year.startsOn && startsOn <= endsOn && endsOn <= year.endsOn).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a repeating rule', () => {
  it.each([
    'FREQ=DAILY',
    'FREQ=WEEKLY;BYDAY=MO,FR;UNTIL=20270101',
    'FREQ=MONTHLY;BYDAY=-1FR',
    'FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=17',
  ])('is followed: %s', (rule) => expect(isBoundedRule(rule)).toBe(true));
  it.each([
    'FREQ=SECONDLY',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=28',
    'FREQ=DAILY;INTERVAL=0',
    '',
  ])('is not followed, for its next day may never come: %s', (rule) =>
    expect(isBoundedRule(rule)).toBe(false),
  );
});

describe('the name of an event', () => {
  it.each([
    'Høstferie',
    'Vinterferie uke 8',
    'ELEVFRI',
    'Planleggingsdag',
    'Skolefri',
    'Kristi himmelfartsdag',
    '1. mai',
    'Fri – 2. påskedag',
  ])('«%s» looks free', (name) => expect(looksFree(name)).toBe(true));
  it.each([
    'Friluftsdag',
    'Friidrettsdag',
    'Frivillighetens dag',
    'Siste skoledag før juleferie',
    'Foreldremøte',
    'Julefrokost',
  ])('«%s» does not', (name) => expect(looksFree(name)).toBe(false));
});
