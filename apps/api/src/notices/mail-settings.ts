import {
  noticeKinds,
  noticeSubjects,
  type MailChoice,
  type NoticeKind,
  type NoticeSettings,
  type NoticeSubject,
} from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { freeDaysOf } from '../calendar/free-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { mailMoment, usualQuiet, type QuietHours } from './mail-moment.ts';
import * as queries from './mail-queries.ts';

export type Wishes = {
  readonly choices: ReadonlyMap<NoticeSubject, MailChoice>;
  readonly quiet: QuietHours;
};

const short = (time: string): string => time.slice(0, 5);

/** What a person has chosen, or what holds until then. */
export const wishesOf = async (tx: Tx, schoolId: string, staffId: string): Promise<Wishes> => {
  const stored = await queries.choicesOf(tx, schoolId, staffId);
  const row = await queries.quietHoursOf(tx, schoolId, staffId);
  // Object.entries of a constant object has its keys.
  const entries = Object.entries(noticeSubjects) as [NoticeSubject, readonly MailChoice[]][];
  const choices = entries.map(([subject, allowed]): [NoticeSubject, MailChoice] => {
    const chosen = stored.find((choice) => choice.subject === subject)?.mailed;
    return [subject, allowed.find((choice) => choice === chosen) ?? allowed[0] ?? 'at_once'];
  });
  const hours =
    row === undefined || row.from_time === null || row.to_time === null
      ? null
      : { from: short(row.from_time), to: short(row.to_time) };
  return {
    choices: new Map(choices),
    quiet: row === undefined ? usualQuiet : { hours, weekends: row.weekends, freeDays: row.free_days },
  };
};

export const isQuietNow = async (tx: Tx, schoolId: string, staffId: string, now: Date): Promise<boolean> => {
  const { quiet } = await wishesOf(tx, schoolId, staffId);
  return mailMoment('at_once', now, quiet, await freeDaysOf(tx, schoolId)) > now;
};

/** Sets when mail about these notices of one person is due; never, for what the person has muted. */
export const setMailMoments = async (
  tx: Tx,
  schoolId: string,
  staffId: string,
  notices: readonly { readonly noticeId: string; readonly kind: NoticeKind }[],
  now: Date,
): Promise<void> => {
  if (notices.length === 0) return;
  const { choices, quiet } = await wishesOf(tx, schoolId, staffId);
  const isFree = await freeDaysOf(tx, schoolId);
  for (const [mailed, alike] of Map.groupBy(
    notices,
    ({ kind }) => choices.get(noticeKinds[kind].subject) ?? 'at_once',
  )) {
    const at = mailed === 'none' ? null : mailMoment(mailed, now, quiet, isFree);
    await queries.setMailAt(
      tx,
      schoolId,
      alike.map(({ noticeId }) => noticeId),
      at,
    );
  }
};

const viewOf = ({ choices, quiet }: Wishes): NoticeSettings => ({
  choices: [...choices].map(([subject, mailed]) => ({ subject, mailed })),
  quietHours: quiet.hours,
  quietWeekends: quiet.weekends,
  quietFreeDays: quiet.freeDays,
});

export const readNoticeSettings = (deps: Dependencies, actor: StaffActor): Promise<NoticeSettings> =>
  deps.db.inScope(actor, async (tx) => viewOf(await wishesOf(tx, actor.schoolId, actor.staffId)));

/** Keeps what the person wants, and lets it hold for what waits already. */
export const saveNoticeSettings = (
  deps: Dependencies,
  actor: StaffActor,
  wished: NoticeSettings,
): Promise<NoticeSettings> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId, staffId } = actor;
    for (const { subject, mailed } of wished.choices) {
      const allowed: readonly MailChoice[] = noticeSubjects[subject];
      if (!allowed.includes(mailed)) throw new AppError('invalid_request', ['choices']);
    }
    const { quietHours } = wished;
    if (quietHours !== null && quietHours.to >= quietHours.from)
      throw new AppError('invalid_request', ['quietHours']);
    await queries.putChoices(tx, schoolId, staffId, wished.choices);
    await queries.putQuietHours(tx, schoolId, staffId, {
      from_time: quietHours?.from ?? null,
      to_time: quietHours?.to ?? null,
      weekends: wished.quietWeekends,
      free_days: wished.quietFreeDays,
    });
    const waiting = await queries.waitingForMail(tx, schoolId, staffId);
    await setMailMoments(tx, schoolId, staffId, waiting, deps.now());
    return viewOf(await wishesOf(tx, schoolId, staffId));
  });
