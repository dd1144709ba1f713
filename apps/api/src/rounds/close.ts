import type { SittingSummary } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { pinnedQuestionnaire } from '../questionnaires/service.ts';
import { networksOf, readSittingAnswers } from '../responses/sitting-answers.ts';
import { storeOwnAnswerSignals, storeSignals } from '../signals/detection.ts';
import { storeDescriptions } from '../sociograms/descriptions.ts';
import { countTallies, storeTallies } from '../wellbeing/tallies.ts';
import { withdrawClassCode } from './class-code.ts';
import { tellResultsReady } from './tell.ts';
import * as queries from './queries.ts';
import { runnableSitting, summary } from './sittings.ts';
import { roundSettings } from './round-settings.ts';

/** Tallies, network descriptions and signals of a sitting, from its answers as they are now, in the caller's transaction. */
const storeResults = async (
  tx: Tx,
  schoolId: string,
  sittingId: string,
  now: Date,
  parts: { readonly signals: boolean } = { signals: true },
): Promise<void> => {
  const sitting = await queries.sittingById(tx, schoolId, sittingId);
  if (sitting === undefined) throw new AppError('not_found');
  const questionnaire = await pinnedQuestionnaire(
    tx,
    schoolId,
    sitting.questionnaire_id,
    sitting.questionnaire_version,
  );
  const answers = await readSittingAnswers(tx, schoolId, sittingId);
  const { criteria } = roundSettings(sitting.settings);
  await storeTallies(tx, schoolId, sittingId, answers, countTallies(answers, questionnaire, criteria));
  if (sitting.kind === 'wellbeing') {
    if (parts.signals) await storeOwnAnswerSignals(tx, schoolId, sitting, answers, now);
    return;
  }
  const networks = networksOf(answers, questionnaire, criteria);
  await storeDescriptions(tx, schoolId, sittingId, networks);
  if (parts.signals) await storeSignals(tx, schoolId, sitting, answers, networks, now);
};

/**
 * Results of a sitting that is done are computed from its answers as they are now; one that is open has none, and one that
 * answers were deleted from keeps those it has.
 */
export const computeAnew = async (
  tx: Tx,
  schoolId: string,
  sitting: { readonly sitting_id: string; readonly class_id: string; readonly state: string },
  now: Date,
): Promise<void> => {
  if (sitting.state !== 'closed') return;
  await queries.lockClass(tx, schoolId, sitting.class_id);
  if (await queries.resultsAreKept(tx, schoolId, sitting.sitting_id)) return;
  await storeResults(tx, schoolId, sitting.sitting_id, now);
};

/** Closes the sitting and stores its results, both or neither. False when it was closed before: then nothing is done. */
export const closeInScope = async (
  tx: Tx,
  schoolId: string,
  sittingId: string,
  now: Date,
  parts?: { readonly signals: boolean },
): Promise<boolean> => {
  const { state, code_hash } = await queries.lockSitting(tx, schoolId, sittingId);
  if (state === 'closed') return false;
  await withdrawClassCode(tx, schoolId, sittingId, code_hash);
  await tx
    .deleteFrom('pupil_session')
    .where('school_id', '=', schoolId)
    .where('sitting_id', '=', sittingId)
    .execute();
  await tx
    .updateTable('sitting')
    .set({ state: 'closed', closed_at: now })
    .where('school_id', '=', schoolId)
    .where('sitting_id', '=', sittingId)
    .execute();
  await storeResults(tx, schoolId, sittingId, now, parts);
  return true;
};

export const closeSitting = (
  deps: Dependencies,
  actor: StaffActor,
  sittingId: string,
): Promise<SittingSummary> =>
  deps.db.inScope(actor, async (tx) => {
    await runnableSitting(tx, actor, sittingId);
    if (await closeInScope(tx, actor.schoolId, sittingId, deps.now()))
      await tellResultsReady(tx, deps, actor.schoolId, sittingId, actor.staffId);
    return summary(await runnableSitting(tx, actor, sittingId));
  });
