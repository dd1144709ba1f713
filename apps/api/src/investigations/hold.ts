import type { Investigation } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { dayOf, endOfDay } from '../calendar-days.ts';
import { addSchoolDays } from '../calendar/school-days.ts';
import { readCalendar } from '../calendar/service.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { requireGrounds } from '../grounds/service.ts';
import { classCodeHash } from '../rounds/class-code.ts';
import { requireProof } from '../session/proof.ts';
import { newShortCode } from '../short-code.ts';
import { addRoundEntry, type CaseAtHand } from './case-at-hand.ts';
import { codePlace } from './places.ts';
import { mayAsk, mayHold } from './policy.ts';
import * as queries from './queries.ts';
import { describe, ownInvestigation } from './show.ts';

/** Opens an approved investigation for its pupils, by whoever has just proved again who they are. */
export const openInvestigation = (
  deps: Dependencies,
  actor: StaffActor,
  investigationId: string,
): Promise<Investigation> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId, staffId } = actor;
    const now = deps.now();
    const { row, of } = await ownInvestigation(tx, actor, investigationId, now);
    const readers = await queries.readersOf(tx, schoolId, investigationId);
    if (!mayHold(actor, of.people, readers)) throw new AppError('not_found');
    if (row.state !== 'approved' || of.facts.stage !== 'investigating')
      throw new AppError('investigation_changed');
    requireProof(actor, now);
    await requireGrounds(tx, schoolId, row.school_year_id);
    const calendar = await readCalendar(tx, schoolId, row.school_year_id);
    const closesOn = addSchoolDays(calendar, dayOf(now), row.open_days);
    if (closesOn >= String(row.delete_on)) throw new AppError('investigation_dates');
    const school = await sealer();
    const code = newShortCode(8);
    const hash = classCodeHash(deps.keyring, code);
    await tx.insertInto('class_code_lookup').values({ code_hash: hash, school_id: schoolId }).execute();
    await queries
      .updateInvestigation(tx, schoolId, investigationId)
      .set({
        ...{ state: 'open', opened_by: staffId, opened_at: now, closes_at: endOfDay(closesOn) },
        ...{ class_code: school.seal(code, codePlace(investigationId)), code_hash: hash },
      })
      .execute();
    await logOpening(tx, actor, now, {
      action: 'investigation.open',
      subjectKind: 'investigation',
      subjectId: investigationId,
      purpose: 'ask pupils in a case, as approved',
    });
    return describe(tx, school, actor, await ownInvestigation(tx, actor, investigationId, now), now);
  });

/**
 * Ends what is open, and takes back what has not opened; what was answered stays until its day. Says so in the case by
 * `recordedBy`. The caller holds the case and the investigation.
 */
export const endInScope = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  { row, of }: { readonly row: queries.InvestigationRow; readonly of: CaseAtHand },
  recordedBy: string,
  why: string,
  now: Date,
): Promise<void> => {
  const { investigation_id: investigationId, code_hash: hash } = row;
  const wasOpen = row.state === 'open';
  if (hash !== null)
    await tx
      .deleteFrom('class_code_lookup')
      .where('code_hash', '=', hash)
      .where('school_id', '=', schoolId)
      .execute();
  await tx
    .deleteFrom('investigation_session')
    .where('school_id', '=', schoolId)
    .where('investigation_id', '=', investigationId)
    .execute();
  const listed = await queries.pupilsOf(tx, schoolId, investigationId);
  const answered = listed.filter(({ submitted_at }) => submitted_at !== null).length;
  await queries
    .updateInvestigation(tx, schoolId, investigationId)
    .set({
      ...{ state: wasOpen ? 'ended' : 'withdrawn', ended_at: now, class_code: null, code_hash: null },
      answered: wasOpen ? answered : null,
    })
    .execute();
  const text = wasOpen
    ? `Undersøkelsen er avsluttet. ${answered} av ${listed.length} elever svarte. ${why} Opplysningene må kontrolleres før skolen velger tiltak.`
    : `Undersøkelsen er trukket tilbake. ${why}`;
  const kind = wasOpen ? 'round_ended' : 'round_withdrawn';
  await addRoundEntry(tx, sealer, schoolId, of, recordedBy, kind, text, now);
};

export const endInvestigation = (
  deps: Dependencies,
  actor: StaffActor,
  investigationId: string,
): Promise<Investigation> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId, staffId } = actor;
    const now = deps.now();
    const found = await ownInvestigation(tx, actor, investigationId, now);
    if (!mayAsk(actor, found.of.people)) throw new AppError('not_found');
    if (!['asked', 'approved', 'open'].includes(found.row.state)) throw new AppError('investigation_changed');
    const school = await sealer();
    await endInScope(tx, school, schoolId, found, staffId, 'Den ble avsluttet for hånd.', now);
    return describe(tx, school, actor, await ownInvestigation(tx, actor, investigationId, now), now);
  });
