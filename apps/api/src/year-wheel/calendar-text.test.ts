import ICAL from 'ical.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentInNorway } from '../clock/oslo-time.ts';
import { calendarText, type Revised } from './calendar-text.ts';

const changedAt = new Date('2026-08-20T10:00:00Z');
const event = (over: Partial<Revised>): Revised => ({
  key: 'entry-1-1',
  summary: 'Elevråd',
  time: { startsOn: '2026-10-12', endsOn: '2026-10-12' },
  revision: 0,
  changedAt,
  ...over,
});

/** As another program reads it. */
const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((found) => {
    const { uid, summary, startDate, endDate, sequence } = new ICAL.Event(found, { strictExceptions: true });
    return { uid, summary, startDate, endDate, sequence };
  });
const norway = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  dateStyle: 'short',
  timeStyle: 'short',
});

describe('the year as a calendar file', () => {
  it('has whole days that end on the day after the last, as the standard wants', () => {
    const [found] = read(
      calendarText('Skoleåret', [event({ time: { startsOn: '2026-10-24', endsOn: '2026-10-25' } })]),
    );
    expect(found?.startDate.isDate).toBe(true);
    expect([String(found?.startDate), String(found?.endDate)]).toEqual(['2026-10-24', '2026-10-26']);
  });

  it.each([
    ['the week before the clocks go back', '2026-10-21'],
    ['the week after', '2026-10-28'],
    ['the week before they go forward', '2027-03-24'],
    ['the week after they did', '2027-03-31'],
  ])('has a meeting at a quarter past eight by the clock on the wall %s', (_when, day) => {
    const startsAt = momentInNorway(day, '08:15');
    const time = { startsAt, endsAt: new Date(startsAt.getTime() + 45 * 60_000) };
    const [found] = read(calendarText('Skoleåret', [event({ time })]));
    expect(norway.format(found?.startDate.toJSDate())).toBe(`${day} 08:15`);
    expect(norway.format(found?.endDate.toJSDate())).toBe(`${day} 09:00`);
  });

  it('keeps its uid and counts up when it is moved', () => {
    const before = read(calendarText('Skoleåret', [event({})]))[0];
    const after = read(calendarText('Skoleåret', [event({ revision: 1 })]))[0];
    expect([before?.uid, before?.sequence, after?.sequence]).toEqual(['entry-1-1@samhold.no', 0, 1]);
    expect(after?.uid).toBe(before?.uid);
  });

  it('is read as it was written, whatever a name holds, in lines of at most 75 octets', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200, size: 'max' }).map((text) =>
      // What no text of a calendar can hold is taken out.
      // eslint-disable-next-line no-control-regex -- Those are control characters.
      text.replaceAll(/[\u0000-\u001f\u007f]/g, ''),
    );
    fc.assert(
      fc.property(name, (summary) => {
        const text = calendarText('Skoleåret', [event({ summary: `x${summary}` })]);
        expect(read(text)[0]?.summary).toBe(`x${summary}`);
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      }),
    );
  });
});
