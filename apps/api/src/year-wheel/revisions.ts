import { createHash } from 'node:crypto';
import type { Tx } from '@samhold/db';
import type { CalendarEvent, Revised } from './calendar-text.ts';

const hashOf = ({ summary, time }: CalendarEvent): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([summary, time]))
    .digest();

/**
 * Gives each event how often it has changed since somebody first read it. Whatever moved it, a calendar that has it sees a
 * higher number.
 */
export const revised = async (
  tx: Tx,
  schoolId: string,
  events: readonly CalendarEvent[],
  now: Date,
): Promise<readonly Revised[]> => {
  if (events.length === 0) return [];
  await tx
    .insertInto('calendar_event')
    .values(
      events
        .map((event) => ({
          ...{ school_id: schoolId, event_key: event.key, content_hash: hashOf(event) },
          ...{ revision: 0, changed_at: now },
        }))
        // In one order, so that two readers at once do not wait for each other.
        .toSorted((a, b) => (a.event_key < b.event_key ? -1 : 1)),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['school_id', 'event_key'])
        .doUpdateSet((set) => ({
          content_hash: set.ref('excluded.content_hash'),
          revision: set('calendar_event.revision', '+', 1),
          changed_at: now,
        }))
        .whereRef('calendar_event.content_hash', '<>', 'excluded.content_hash'),
    )
    .execute();
  const rows = await tx
    .selectFrom('calendar_event')
    .select(['event_key', 'revision', 'changed_at'])
    .where('school_id', '=', schoolId)
    .where(
      'event_key',
      'in',
      events.map(({ key }) => key),
    )
    .execute();
  const known = new Map(rows.map((row) => [row.event_key, row]));
  return events.map((event) => ({
    ...event,
    revision: known.get(event.key)?.revision ?? 0,
    changedAt: known.get(event.key)?.changed_at ?? now,
  }));
};
