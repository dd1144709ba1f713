import ICAL from 'ical.js';
import { addDays } from '../days.ts';
import type { EventBlock, Fault } from './event-blocks.ts';
import { isBoundedRule } from './recurrence.ts';

export type ReadEvent = {
  readonly line: number;
  readonly uid: string;
  readonly event: ICAL.Event;
  readonly cancelled: boolean;
  readonly isException: boolean;
};

const used = new Set([
  'dtstart',
  'dtend',
  'duration',
  'summary',
  'uid',
  'status',
  'rrule',
  'rdate',
  'exdate',
  'recurrence-id',
]);
const dateProperties = new Set(['dtstart', 'dtend', 'exdate', 'rdate', 'recurrence-id']);

/** A calendar day as it is written in jCal, alone or before a time; 30 February is none. */
const isRealDay = (value: unknown): boolean => {
  const day = typeof value === 'string' ? (/^\d{4}-\d{2}-\d{2}/.exec(value)?.[0] ?? '') : '';
  try {
    return addDays(day, 0) === day;
  } catch {
    return false;
  }
};

export const isCancelled = ({ component }: ICAL.Event): boolean =>
  String(component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED';

const unreadable = 'Linjen kan ikke leses.';

/** One event from its lines; a line that cannot be read is a fault, and only one that dates it costs the event. */
export const readEvent = (block: EventBlock, fault: (fault: Fault) => void): ReadEvent | undefined => {
  const properties: unknown[][] = [];
  let lost = false;
  for (const { line, text } of block.lines) {
    const name = /^[A-Za-z0-9-]+/.exec(text)?.[0].toLowerCase() ?? '';
    // What is not used is not read: descriptions and guests of a calendar are nobody's business here.
    if (name !== '' && !used.has(name) && /[:;]/.test(text)) continue;
    try {
      // jCal: name, parameters, type, values.
      const property = ICAL.parse.property(text) as unknown[];
      if (dateProperties.has(name) && !property.slice(3).every(isRealDay)) throw new RangeError(text);
      if (name === 'rrule' && !isBoundedRule(text.slice(text.indexOf(':') + 1)))
        fault({
          line,
          reason: 'Gjentakelsen kan ikke leses. Bare den første dagen er tatt med; legg inn resten selv.',
        });
      else properties.push(property);
    } catch {
      fault({ line, reason: unreadable });
      lost ||= dateProperties.has(name);
    }
  }
  if (lost) return undefined;
  const component = new ICAL.Component(['vevent', properties, []]);
  if (component.getFirstProperty('dtstart') === null) {
    fault({ line: block.line, reason: 'Hendelsen mangler dato (DTSTART) og er ikke lest.' });
    return undefined;
  }
  const event = new ICAL.Event(component, { strictExceptions: false, exceptions: [] });
  return {
    line: block.line,
    uid: String(component.getFirstPropertyValue('uid') ?? ''),
    event,
    cancelled: isCancelled(event),
    isException: component.getFirstProperty('recurrence-id') !== null,
  };
};
