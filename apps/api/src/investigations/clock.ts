import type { SchoolSealer, Tx } from '@samhold/db';
import { dayOf } from '../calendar-days.ts';
import { forgetExportsFrom } from '../rights/export/forget.ts';
import { addRoundEntry, holdCase } from './case-at-hand.ts';
import { endInScope } from './hold.ts';
import * as queries from './queries.ts';

type Found = {
  readonly row: queries.InvestigationRow;
  readonly of: NonNullable<Awaited<ReturnType<typeof holdCase>>>;
};

const heldAnew = async (tx: Tx, schoolId: string, id: string, now: Date): Promise<Found | undefined> => {
  const before = await queries.investigationById(tx, schoolId, id);
  const of = before === undefined ? undefined : await holdCase(tx, schoolId, before.case_id, now);
  if (of === undefined) return undefined;
  await queries.lockInvestigation(tx, schoolId, id);
  const row = await queries.investigationById(tx, schoolId, id);
  return row === undefined ? undefined : { row, of };
};

/** Whoever answered for it last: the clock itself is nobody. */
const answerable = (row: queries.InvestigationRow): string => row.opened_by ?? row.decided_by ?? row.asked_by;

const tables = ['investigation_session', 'investigation_reply', 'investigation_answer'] as const;

/** Everything that speaks of a pupil goes; that pupils were asked, why, and when it went stay with the case. */
const deleteAnswers = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  { row, of }: Found,
  now: Date,
) => {
  const { investigation_id: id } = row;
  const gone = { answers: 0, replies: 0 };
  for (const table of tables) {
    const [deleted] = await tx
      .deleteFrom(table)
      .where('school_id', '=', schoolId)
      .where('investigation_id', '=', id)
      .execute();
    const count = Number(deleted?.numDeletedRows ?? 0n);
    if (table === 'investigation_answer') gone.answers = count;
    if (table === 'investigation_reply') gone.replies = count;
  }
  await tx
    .deleteFrom('investigation_part')
    .where('school_id', '=', schoolId)
    .where('token_hash', 'in', (from) =>
      from
        .selectFrom('investigation_upload')
        .select('token_hash')
        .where('school_id', '=', schoolId)
        .where('investigation_id', '=', id),
    )
    .execute();
  for (const table of ['investigation_upload', 'investigation_pupil'] as const)
    await tx.deleteFrom(table).where('school_id', '=', schoolId).where('investigation_id', '=', id).execute();
  await forgetExportsFrom(tx, schoolId, id);
  await queries.updateInvestigation(tx, schoolId, id).set({ state: 'deleted', deleted_at: now }).execute();
  const text = `Svarene i undersøkelsen er slettet, som bestemt: ${gone.answers} svar, ${gone.replies} uttalelser og listen over elever. Det saken bygger på, er det som er skrevet i saken.`;
  await addRoundEntry(tx, sealer, schoolId, of, answerable(row), 'round_deleted', text, now);
};

/** Ends what has run out, or whose case is no longer being investigated, and deletes on its day. */
export const runInvestigation = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  id: string,
  now: Date,
) => {
  const found = await heldAnew(tx, schoolId, id, now);
  if (found === undefined) return;
  const { state, closes_at: closesAt, delete_on: deleteOn } = found.row;
  const day = dayOf(now);
  const running = ['asked', 'approved', 'open'].includes(state);
  const late = closesAt !== null && closesAt <= now;
  const why = late || day >= String(deleteOn) ? 'Fristen er ute.' : 'Saken undersøkes ikke lenger.';
  if (running && (late || day >= String(deleteOn) || found.of.facts.stage !== 'investigating'))
    await endInScope(tx, sealer, schoolId, found, answerable(found.row), why, now);
  if (state === 'deleted' || day < String(deleteOn)) return;
  const ended = await heldAnew(tx, schoolId, id, now);
  if (ended !== undefined) await deleteAnswers(tx, sealer, schoolId, ended, now);
};

/** Those the clock has to look at: all that is not deleted and runs, or has come to its day. */
export const dueInvestigations = async (tx: Tx, schoolId: string, now: Date): Promise<readonly string[]> =>
  (
    await tx
      .selectFrom('investigation')
      .select('investigation_id')
      .where('school_id', '=', schoolId)
      .where('state', '<>', 'deleted')
      .where(({ or, eb }) =>
        or([eb('state', 'in', ['asked', 'approved', 'open']), eb('delete_on', '<=', dayOf(now))]),
      )
      .orderBy('investigation_id')
      .execute()
  ).map((row) => row.investigation_id);
