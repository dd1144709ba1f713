import type ICAL from 'ical.js';
import type { CalendarFileEvent, CalendarFilePreview } from '@samhold/contract';
import { cutTo } from '../year-template.ts';
import { eventBlocks, type Fault } from './event-blocks.ts';
import { wholeDays, type Days } from './event-days.ts';
import { looksFree } from './looks-free.ts';
import { isCancelled, readEvent, type ReadEvent } from './read-event.ts';

export type FileEvent = Omit<CalendarFileEvent, 'known'>;
export type ReadFile = Omit<CalendarFilePreview, 'events'> & { readonly events: readonly FileEvent[] };

/** Of one event that repeats, and of all in a file: what a calendar that people keep never comes near. */
const mostOccurrences = 2_000;
const mostInFile = 20_000;
const mostListed = 400;
const mostFaults = 50;
const longestName = 80;

type Occurrence = Days & { readonly name: string };
type Ignored = { outsideYear: number; partOfDay: number; cancelled: number; tooMany: number };

const nameOf = (event: ICAL.Event): string => {
  const name = String(event.summary ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return name === '' ? 'Uten navn' : name.slice(0, longestName);
};

/** Every time the event takes place from the beginning to the end of the year, within bounds. */
const occurrencesOf = (
  { event }: ReadEvent,
  year: Days,
  left: () => boolean,
): { readonly found: readonly (Occurrence | undefined)[]; readonly cut: boolean } => {
  const single = (start: ICAL.Time, end: ICAL.Time, of: ICAL.Event): Occurrence | undefined => {
    const days = wholeDays(start, end);
    return days === undefined ? undefined : { ...days, name: nameOf(of) };
  };
  if (!event.isRecurring()) return { found: [single(event.startDate, event.endDate, event)], cut: false };
  const found: (Occurrence | undefined)[] = [];
  const iterator = event.iterator();
  for (let count = 0; count < mostOccurrences && left(); count += 1) {
    // The types of ical.js leave out that there may be no next one.
    const next = iterator.next() as ICAL.Time | null | undefined;
    if (next === null || next === undefined || next.toString().slice(0, 10) > year.endsOn)
      return { found, cut: false };
    const details = event.getOccurrenceDetails(next);
    if (details.item !== event && isCancelled(details.item)) continue;
    found.push(single(details.startDate, details.endDate, details.item));
  }
  return { found, cut: true };
};

const unique = (events: readonly FileEvent[]): readonly FileEvent[] => [
  ...new Map(events.map((event) => [JSON.stringify(event), event])).values(),
];

/** The listed ones in order of time; when there are too many, those that look free come first. */
const listed = (events: readonly FileEvent[]): readonly FileEvent[] =>
  events
    .toSorted((a, b) => Number(b.looksFree) - Number(a.looksFree))
    .slice(0, mostListed)
    .toSorted((a, b) => a.startsOn.localeCompare(b.startsOn) || a.name.localeCompare(b.name));

/**
 * The whole-day events of an iCalendar file (RFC 5545) that touch a school year, cut to it, each once. What repeats is
 * followed to the end of the year. What cannot be read is named by line, and the rest is read. Undefined when the text is no
 * calendar.
 */
export const readCalendarFile = (text: string, year: Days): ReadFile | undefined => {
  const split = eventBlocks(text);
  if (split === undefined) return undefined;
  const faults: Fault[] = [...split.faults];
  const fault = (one: Fault): void => void faults.push(one);
  const ignored: Ignored = { outsideYear: 0, partOfDay: 0, cancelled: 0, tooMany: 0 };
  const read = split.blocks.flatMap((block) => readEvent(block, fault) ?? []);
  const masters = new Map(
    read.filter((one) => !one.isException && one.uid !== '').map((one) => [one.uid, one]),
  );
  const events: FileEvent[] = [];
  let occurrences = 0;
  const alone: ReadEvent[] = [];
  for (const one of read) {
    const master = one.isException ? masters.get(one.uid) : undefined;
    if (master?.event.isRecurring() === true) {
      master.event.relateException(one.event);
      if (one.cancelled) ignored.cancelled += 1;
    } else alone.push(one);
  }
  for (const one of alone) {
    if (one.cancelled) {
      ignored.cancelled += 1;
      continue;
    }
    try {
      const { found, cut } = occurrencesOf(one, year, () => (occurrences += 1) < mostInFile);
      if (cut) ignored.tooMany += 1;
      if (found.includes(undefined)) ignored.partOfDay += 1;
      const whole = found.filter((occurrence) => occurrence !== undefined);
      const inside = cutTo(year, whole);
      if (whole.length > 0 && inside.length === 0) ignored.outsideYear += 1;
      events.push(...inside.map((occurrence) => ({ ...occurrence, looksFree: looksFree(occurrence.name) })));
    } catch {
      // A rule or a time that parses and still cannot be followed; ical.js throws plain errors for these.
      fault({ line: one.line, reason: 'Hendelsen kan ikke leses.' });
    }
  }
  const all = unique(events);
  const shown = listed(all);
  return {
    events: shown,
    ignored: { ...ignored, tooMany: ignored.tooMany + all.length - shown.length },
    faults: faults.toSorted((a, b) => a.line - b.line).slice(0, mostFaults),
    moreFaults: Math.max(0, faults.length - mostFaults),
  };
};
