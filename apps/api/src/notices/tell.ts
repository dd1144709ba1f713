import { noticeKinds } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { Dependencies } from '../dependencies.ts';
import { setMailMoments } from './mail-settings.ts';
import * as queries from './queries.ts';
import { sendDueMail } from './send-mail.ts';

export type Telling = {
  readonly kind: queries.NoticeKind;
  readonly roundId: string;
  readonly classIds: readonly string[];
  /** Who knows already. */
  readonly except?: string;
};

/**
 * Tells people something, each once for a kind and what it is about; told `anew`, it is unread again for those who were told
 * of the like before. Mail follows after the caller's transaction, when and if each of them wants it.
 */
export const tell = async (
  tx: Tx,
  deps: Dependencies,
  schoolId: string,
  notices: readonly queries.NewNotice[],
  options: { readonly anew?: boolean } = {},
): Promise<void> => {
  const told = await queries.insertNotices(tx, schoolId, notices, deps.now(), options);
  if (told.length === 0 || deps.mail === undefined) return;
  for (const [staffId, own] of Map.groupBy(told, (notice) => notice.staffId))
    await setMailMoments(tx, schoolId, staffId, own, deps.now());
  await sendDueMail(tx, deps, schoolId);
};

/** Who is contact teacher of a class at a moment. */
export const contactTeachersOf = async (
  tx: Tx,
  schoolId: string,
  classId: string,
  at: Date,
): Promise<readonly string[]> =>
  (await queries.staffOfClasses(tx, schoolId, [classId], ['contact_teacher'], at)).map((row) => row.staff_id);

/** Tells those who are contact teachers of the classes now, and of running sittings those who stand in for them too. */
export const tellClasses = async (
  tx: Tx,
  deps: Dependencies,
  schoolId: string,
  { kind, roundId, classIds, except }: Telling,
): Promise<void> => {
  if (classIds.length === 0) return;
  const kinds =
    noticeKinds[kind].shownTo === 'runners' ? ['contact_teacher', 'substitute'] : ['contact_teacher'];
  const staff = await queries.staffOfClasses(tx, schoolId, classIds, kinds, deps.now());
  const notices = staff.flatMap(({ staff_id: staffId, class_id: classId }) =>
    classId === null || staffId === except ? [] : [{ staffId, classId, roundId, kind }],
  );
  await tell(tx, deps, schoolId, notices);
};

/** Tells these people that something has happened, once more if they were told of the like before. */
export const tellStaff = (
  tx: Tx,
  deps: Dependencies,
  schoolId: string,
  about: Omit<queries.NewNotice, 'staffId'> & { readonly staffIds: readonly string[] },
): Promise<void> => {
  const { staffIds, ...notice } = about;
  return tell(
    tx,
    deps,
    schoolId,
    staffIds.map((staffId) => ({ ...notice, staffId })),
    { anew: true },
  );
};
