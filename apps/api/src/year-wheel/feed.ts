import type { RelationKind } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import { heldAt } from '../access/held-at.ts';
import { addDays } from '../calendar/days.ts';
import { calendarOf, periodsOfYear, schoolYears } from '../calendar/service.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { roundsOfYear } from '../rounds/planned-rounds.ts';
import { calendarText, type CalendarEvent } from './calendar-text.ts';
import { entriesOfYear } from './entries.ts';
import { revised } from './revisions.ts';
import { calendarLinkHash } from './subscription.ts';
import { yearEvents } from './year-events.ts';

const NAME = 'Skoleåret';
/** The year that has ended stays in the calendar over the summer. */
const DAYS_KEPT = 120;

/** Who reads by this link: a person who still works here, with the roles that hold now. */
const reader = async (tx: Tx, schoolId: string, linkHash: Buffer, now: Date) => {
  const row = await tx
    .selectFrom('calendar_subscription as s')
    .innerJoin('staff_member as m', (join) =>
      join.onRef('m.school_id', '=', 's.school_id').onRef('m.staff_id', '=', 's.staff_id'),
    )
    .select(['s.subscription_id', 's.staff_id'])
    .where('s.school_id', '=', schoolId)
    .where('s.link_hash', '=', linkHash)
    .where('m.active', '=', true)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('not_found');
  const relations = await tx
    .selectFrom('relation as r')
    .select('kind')
    .where('school_id', '=', schoolId)
    .where('staff_id', '=', row.staff_id)
    .where(heldAt(now))
    .execute();
  return {
    subscriptionId: row.subscription_id,
    // The check constraint allows exactly these kinds.
    roles: new Set(relations.map(({ kind }) => kind as RelationKind)),
  };
};

const eventsOf = async (
  tx: Tx,
  schoolId: string,
  roles: ReadonlySet<RelationKind>,
  today: string,
): Promise<readonly CalendarEvent[]> => {
  const events: CalendarEvent[] = [];
  for (const year of await schoolYears(tx, schoolId)) {
    if (addDays(year.endsOn, DAYS_KEPT) < today) continue;
    const periods = await periodsOfYear(tx, schoolId, year.yearId);
    const rounds = await roundsOfYear(tx, schoolId, year.yearId);
    const entries = await entriesOfYear(tx, schoolId, year.yearId, calendarOf(year, periods));
    events.push(...yearEvents({ periods, rounds, entries }, roles));
  }
  return events;
};

/** The school year as a calendar fetches it. A link that is withdrawn or never was is answered as any page that is not there. */
export const readFeed = async (deps: Dependencies, token: string): Promise<string> => {
  const linkHash = calendarLinkHash(deps.keyring, token);
  const found = await deps.db.beforeScope((tx) =>
    tx
      .selectFrom('calendar_link_lookup')
      .select('school_id')
      .where('link_hash', '=', linkHash)
      .executeTakeFirst(),
  );
  if (found === undefined) throw new AppError('not_found');
  const { school_id: schoolId } = found;
  const now = deps.now();
  return deps.db.inScope({ schoolId }, async (tx) => {
    const { subscriptionId, roles } = await reader(tx, schoolId, linkHash, now);
    const events = await eventsOf(tx, schoolId, roles, dayOf(now));
    const text = calendarText(NAME, await revised(tx, schoolId, events, now));
    await tx
      .updateTable('calendar_subscription')
      .set({ read_on: dayOf(now) })
      .where('school_id', '=', schoolId)
      .where('subscription_id', '=', subscriptionId)
      .where('read_on', 'is distinct from', dayOf(now))
      .execute();
    return text;
  });
};
