import type { Tx } from '@samhold/db';
import type { Dependencies } from '../dependencies.ts';
import { isQuietNow, setMailMoments } from './mail-settings.ts';
import { dueForMail, takeDueMail } from './mail-queries.ts';

export { markMailed } from './mail-queries.ts';

/** Long enough for what one run of the clock tells a person to go in one mail. */
const SECONDS_TO_GATHER = 30;

/** Lets a mail go to everyone who has something unread whose time for mail has come. Harmless twice. */
export const sendDueMail = async (tx: Tx, deps: Dependencies, schoolId: string): Promise<void> => {
  if (deps.mail === undefined) return;
  for (const staffId of await takeDueMail(tx, schoolId, deps.now()))
    await deps.mail.enqueue(tx, 'mail.notices', { schoolId, staffId }, SECONDS_TO_GATHER);
};

/** What one mail to a person is about now: nothing in quiet hours, which may have come or changed since; it is put off then. */
export const noticesToMail = async (
  tx: Tx,
  schoolId: string,
  staffId: string,
  now: Date,
): Promise<readonly string[]> => {
  const due = await dueForMail(tx, schoolId, staffId, now);
  if (due.length === 0 || !(await isQuietNow(tx, schoolId, staffId, now)))
    return due.map(({ noticeId }) => noticeId);
  await setMailMoments(tx, schoolId, staffId, due, now);
  return [];
};
