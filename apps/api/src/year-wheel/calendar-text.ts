import { addDays } from '../calendar/days.ts';

/** Whole days, first and last included, or a stretch of time. */
export type EventTime =
  { readonly startsOn: string; readonly endsOn: string } | { readonly startsAt: Date; readonly endsAt: Date };

export type CalendarEvent = {
  /** The same for the same event for ever. */
  readonly key: string;
  readonly summary: string;
  readonly time: EventTime;
};

/** How often the event has changed since it was first read, and when it last did. */
export type Revised = CalendarEvent & { readonly revision: number; readonly changedAt: Date };

const utf8 = new TextEncoder();
const LONGEST_LINE = 75;

/** Lines of at most 75 octets, broken between characters (RFC 5545 3.1). */
const folded = (line: string): string => {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = utf8.encode(character).length;
    if (octets + size > LONGEST_LINE) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
};

/** RFC 5545 3.3.11; other control characters may not stand in a text. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    // eslint-disable-next-line no-control-regex -- These are what is taken out.
    .replaceAll(/[\u0000-\u001f\u007f]/g, '');

const date = (day: string): string => day.replaceAll('-', '');
const moment = (at: Date): string => at.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');

/** Whole days end on the day after the last (3.6.1). Times are in UTC, which no calendar can read wrongly. */
const timeLines = (time: EventTime): readonly string[] =>
  'startsOn' in time
    ? [
        `DTSTART;VALUE=DATE:${date(time.startsOn)}`,
        `DTEND;VALUE=DATE:${date(addDays(time.endsOn, 1))}`,
        // What lasts all day takes nobody's day.
        'TRANSP:TRANSPARENT',
      ]
    : [`DTSTART:${moment(time.startsAt)}`, `DTEND:${moment(time.endsAt)}`];

const eventLines = ({ key, summary, time, revision, changedAt }: Revised): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${key}@samhold.no`,
  `DTSTAMP:${moment(changedAt)}`,
  `LAST-MODIFIED:${moment(changedAt)}`,
  `SEQUENCE:${revision}`,
  ...timeLines(time),
  `SUMMARY:${escaped(summary)}`,
  'END:VEVENT',
];

/** A calendar to subscribe to, by RFC 5545 and the refresh and name of RFC 7986. */
export const calendarText = (name: string, events: readonly Revised[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Samhold//Skoleåret//NO',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
