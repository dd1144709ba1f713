import type { JobPayloads } from '@samhold/db';
import type { Dependencies } from '../dependencies.ts';
import { markMailed, noticesToMail } from '../notices/send-mail.ts';
import { codeExpiry, codeHash, newCode } from './code.ts';
import { somethingNew, yourCode } from './letters.ts';
import type { PostOffice } from './post-office.ts';
import * as queries from './queries.ts';
import { openAddress } from './service.ts';

/**
 * One mail for everything a person has not read whose time for mail has come. In quiet hours it is put off until they are
 * over. A process that dies between sending and marking sends it once more.
 */
export const deliverNotices = async (
  deps: Dependencies,
  post: PostOffice,
  publicUrl: string,
  { schoolId, staffId }: JobPayloads['mail.notices'],
): Promise<void> => {
  const due = await deps.db.inScope({ schoolId }, async (tx, sealer) => {
    const row = await queries.staffMail(tx, schoolId, staffId);
    if (row === undefined || row.confirmed_at === null) return undefined;
    if (!(await queries.isActive(tx, schoolId, staffId))) return undefined;
    const noticeIds = await noticesToMail(tx, schoolId, staffId, deps.now());
    if (noticeIds.length === 0) return undefined;
    return { noticeIds, to: openAddress(await sealer(), staffId, row.email) };
  });
  if (due === undefined) return;
  await post(somethingNew(due.to, publicUrl));
  await deps.db.inScope({ schoolId }, (tx) => markMailed(tx, schoolId, due.noticeIds, deps.now()));
};

/** Makes a code, keeps its hash and mails it. Tried again, it is another code: the one in the last mail counts. */
export const deliverCode = async (
  deps: Dependencies,
  post: PostOffice,
  { schoolId, staffId }: JobPayloads['mail.code'],
): Promise<void> => {
  const code = newCode();
  const to = await deps.db.inScope({ schoolId }, async (tx, sealer) => {
    const row = await queries.lockStaffMail(tx, schoolId, staffId);
    if (row === undefined || row.confirmed_at !== null) return undefined;
    await queries.changeStaffMail(tx, schoolId, staffId, {
      code_hash: codeHash(deps, staffId, code),
      code_expires_at: codeExpiry(deps.now()),
      failed_tries: 0,
    });
    return openAddress(await sealer(), staffId, row.email);
  });
  if (to !== undefined) await post(yourCode(to, code));
};
