import { randomUUID } from 'node:crypto';
import type { CalendarSubscription } from '@samhold/contract';
import type { Keyring, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';

/**
 * The secret of a calendar link: 256 bits that only the holder of the installation's key can make, so that its owner can be shown
 * it again though it is not stored.
 */
const calendarToken = (keyring: Keyring, subscriptionId: string): string =>
  keyring.lookupHash('calendar-token', subscriptionId).toString('base64url');

/** What is stored of it. */
export const calendarLinkHash = (keyring: Keyring, token: string): Buffer =>
  keyring.lookupHash('calendar-link', token);

const ofStaff = (tx: Tx, { schoolId, staffId }: StaffActor) =>
  tx
    .selectFrom('calendar_subscription')
    .select(['subscription_id', 'link_hash', 'made_at', 'read_on'])
    .where('school_id', '=', schoolId)
    .where('staff_id', '=', staffId);

const viewOf = async (tx: Tx, deps: Dependencies, actor: StaffActor): Promise<CalendarSubscription> => {
  const row = await ofStaff(tx, actor).executeTakeFirst();
  if (row === undefined) return { subscription: null };
  return {
    subscription: {
      path: `/api/v1/calendar/feed/${calendarToken(deps.keyring, row.subscription_id)}.ics`,
      madeOn: dayOf(row.made_at),
      readOn: row.read_on === null ? null : String(row.read_on),
    },
  };
};

export const readSubscription = (deps: Dependencies, actor: StaffActor): Promise<CalendarSubscription> =>
  deps.db.inScope(actor, (tx) => viewOf(tx, deps, actor));

const withdraw = async (tx: Tx, actor: StaffActor): Promise<void> => {
  const row = await ofStaff(tx, actor).forUpdate().executeTakeFirst();
  if (row === undefined) return;
  await tx.deleteFrom('calendar_link_lookup').where('link_hash', '=', row.link_hash).execute();
  await tx
    .deleteFrom('calendar_subscription')
    .where('school_id', '=', actor.schoolId)
    .where('subscription_id', '=', row.subscription_id)
    .execute();
};

/** A new link; one the person had before shows nothing from now on. */
export const makeSubscription = (deps: Dependencies, actor: StaffActor): Promise<CalendarSubscription> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId, staffId } = actor;
    // One at a time for a person: two presses of a button leave one link.
    await tx
      .selectFrom('staff_member')
      .select('staff_id')
      .where('school_id', '=', schoolId)
      .where('staff_id', '=', staffId)
      .forNoKeyUpdate()
      .executeTakeFirst();
    await withdraw(tx, actor);
    const subscriptionId = randomUUID();
    const linkHash = calendarLinkHash(deps.keyring, calendarToken(deps.keyring, subscriptionId));
    await tx
      .insertInto('calendar_subscription')
      .values({
        ...{ school_id: schoolId, subscription_id: subscriptionId, staff_id: staffId },
        ...{ link_hash: linkHash, made_at: deps.now() },
      })
      .execute();
    await tx
      .insertInto('calendar_link_lookup')
      .values({ link_hash: linkHash, school_id: schoolId })
      .execute();
    return viewOf(tx, deps, actor);
  });

export const endSubscription = (deps: Dependencies, actor: StaffActor): Promise<void> =>
  deps.db.inScope(actor, (tx) => withdraw(tx, actor));
