import type { RoundOverview, RoundSettings, SittingStatus, SittingSummary } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { freezeRelease } from '../publications/service.ts';
import { pinnedQuestionnaire } from '../questionnaires/service.ts';
import { networksOf, readSittingAnswers } from '../responses/sitting-answers.ts';
import { storeSignals } from '../signals/detection.ts';
import { storeDescriptions } from '../sociograms/descriptions.ts';
import { countTallies, storeTallies } from '../wellbeing/tallies.ts';
import { issueClassCode, withdrawClassCode } from './class-code.ts';
import { overviews } from './plan.ts';
import * as queries from './queries.ts';
import { runnableSitting, statusOf, summary } from './sittings.ts';

const LATE_DAYS = 5;

/** Tallies, network descriptions and signals of a sitting, from its answers as they are now, in the caller's transaction. */
export const storeResults = async (
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
    sitting.questionnaire_id,
    sitting.questionnaire_version,
  );
  const answers = await readSittingAnswers(tx, schoolId, sittingId);
  // Written by insertRound only.
  const { criteria } = sitting.settings as RoundSettings;
  await storeTallies(tx, schoolId, sittingId, answers, countTallies(answers, questionnaire, criteria));
  if (sitting.kind !== 'sociogram') return;
  const networks = networksOf(answers, questionnaire, criteria);
  await storeDescriptions(tx, schoolId, sittingId, networks);
  if (parts.signals) await storeSignals(tx, schoolId, sitting, answers, networks, now);
};

/** Closes the sitting and stores its results, both or neither. Closing twice does nothing the second time. */
export const closeInScope = async (
  tx: Tx,
  schoolId: string,
  sittingId: string,
  now: Date,
  parts?: { readonly signals: boolean },
): Promise<void> => {
  const { state, code_hash } = await queries.lockSitting(tx, schoolId, sittingId);
  if (state === 'closed') return;
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
};

export const closeSitting = (
  deps: Dependencies,
  actor: StaffActor,
  sittingId: string,
): Promise<SittingSummary> =>
  deps.db.inScope(actor, async (tx) => {
    await runnableSitting(tx, actor, sittingId);
    await closeInScope(tx, actor.schoolId, sittingId, deps.now());
    return summary(await runnableSitting(tx, actor, sittingId));
  });

const onList = (tx: Tx, schoolId: string, sittingId: string, pupilId: string) =>
  tx
    .updateTable('sitting_pupil')
    .where('school_id', '=', schoolId)
    .where('sitting_id', '=', sittingId)
    .where('pupil_id', '=', pupilId);

export const unlockPupil = (
  deps: Dependencies,
  actor: StaffActor,
  sittingId: string,
  pupilId: string,
): Promise<void> =>
  deps.db.inScope(actor, async (tx) => {
    await runnableSitting(tx, actor, sittingId);
    const [changed] = await onList(tx, actor.schoolId, sittingId, pupilId).set({ failed_tries: 0 }).execute();
    if (changed?.numUpdatedRows !== 1n) throw new AppError('not_found');
  });

/** Lets one pupil answer later, also after the class is done: a closed sitting gets a new class code for such pupils only. */
export const letAnswerLater = (
  deps: Dependencies,
  actor: StaffActor,
  sittingId: string,
  pupilId: string,
): Promise<SittingStatus> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    await runnableSitting(tx, actor, sittingId);
    const { state, code_hash } = await queries.lockSitting(tx, actor.schoolId, sittingId);
    const until = new Date(deps.now().getTime() + LATE_DAYS * 86_400_000);
    const [changed] = await onList(tx, actor.schoolId, sittingId, pupilId)
      .set({ answers_later_until: until })
      .execute();
    if (changed?.numUpdatedRows !== 1n) throw new AppError('not_found');
    const school = await sealer();
    if (state === 'closed' && code_hash === null)
      await issueClassCode(tx, deps.keyring, school, actor.schoolId, sittingId);
    return statusOf(deps, tx, school, actor, sittingId);
  });

/** Ends a round for the school: closes what is open, then freezes what leadership may see of it. */
export const endRound = (deps: Dependencies, actor: StaffActor, roundId: string): Promise<RoundOverview> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId } = actor;
    await endRoundInScope(tx, schoolId, roundId, deps.now());
    const ended = (await overviews(tx, schoolId)).find((overview) => overview.roundId === roundId);
    if (ended === undefined) throw new AppError('not_found');
    return ended;
  });

export const endRoundInScope = async (
  tx: Tx,
  schoolId: string,
  roundId: string,
  now: Date,
): Promise<void> => {
  const round = await tx
    .selectFrom('round')
    .select(['kind', 'name', 'ended_at', 'class_id'])
    .where('school_id', '=', schoolId)
    .where('round_id', '=', roundId)
    .forUpdate()
    .executeTakeFirst();
  if (round === undefined || round.class_id !== null) throw new AppError('not_found');
  if (round.ended_at !== null) throw new AppError('round_ended');
  for (const sitting of await queries.sittingIdsOfRound(tx, schoolId, roundId)) {
    if (sitting.state === 'open') await closeInScope(tx, schoolId, sitting.sitting_id, now);
  }
  await tx
    .updateTable('round')
    .set({ ended_at: now })
    .where('school_id', '=', schoolId)
    .where('round_id', '=', roundId)
    .execute();
  const sittings = await queries.sittingIdsOfRound(tx, schoolId, roundId);
  await freezeRelease(
    tx,
    schoolId,
    { roundId, kind: round.kind === 'sociogram' ? 'sociogram' : 'wellbeing', name: round.name, sittings },
    now,
  );
};

export const markTalkHandled = (
  deps: Dependencies,
  actor: StaffActor,
  sittingId: string,
  pupilId: string,
): Promise<void> =>
  deps.db.inScope(actor, async (tx) => {
    await runnableSitting(tx, actor, sittingId);
    const [changed] = await tx
      .updateTable('talk_wish')
      .set({ handled_at: deps.now(), handled_by: actor.staffId })
      .where('school_id', '=', actor.schoolId)
      .where('sitting_id', '=', sittingId)
      .where('pupil_id', '=', pupilId)
      .execute();
    if (changed?.numUpdatedRows !== 1n) throw new AppError('not_found');
  });
