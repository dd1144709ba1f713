import { statusPair } from '@samhold/survey';
import type { InvestigationResult, NewReply } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { pupilLabels, wholeNames } from '../roster/names.ts';
import { answerPlace, replyPlace } from './places.ts';
import { mayReadAnswers } from './policy.ts';
import * as queries from './queries.ts';
import { lowestGradeOf, ownInvestigation, shownCriteria } from './show.ts';
import { FEWEST_ANSWERS, shownCount, shownPatterns } from './statements.ts';

type Answer = { readonly type: string; readonly pupilIds?: readonly string[] };

/** Answers to one criterion: how many gave one, and how many named each pupil. Who answered what is nowhere past here. */
const countAnswers = (
  sealer: SchoolSealer,
  investigationId: string,
  rows: Awaited<ReturnType<typeof queries.answersOf>>,
  handedIn: ReadonlySet<string>,
  criterionId: string,
) => {
  const itemId = `inv-${criterionId}`;
  const counts = new Map<string, number>();
  const answered = new Set<string>();
  for (const row of rows) {
    if (row.item_id !== itemId || !handedIn.has(row.pupil_id)) continue;
    const place = answerPlace(investigationId, row.pupil_id, itemId);
    // Only put-parts writes it, from a validated answer.
    const { type, pupilIds = [] } = JSON.parse(sealer.open(row.content, place)) as Answer;
    if (type === 'declined') continue;
    answered.add(row.pupil_id);
    for (const pupilId of pupilIds) counts.set(pupilId, (counts.get(pupilId) ?? 0) + 1);
  }
  return { counts, answered };
};

const openReplies = async (tx: Tx, sealer: SchoolSealer, schoolId: string, investigationId: string) => {
  const rows = await queries.repliesOf(tx, schoolId, investigationId);
  const names = await wholeNames(tx, sealer, schoolId, [...new Set(rows.map((row) => row.recorded_by))]);
  return (pupilId: string) =>
    rows
      .filter((row) => row.pupil_id === pupilId)
      .map((row) => ({
        replyId: row.reply_id,
        // The check constraint allows exactly these two.
        whose: row.whose as NewReply['whose'],
        text: sealer.open(row.content, replyPlace(row.reply_id)),
        recordedBy: names.get(row.recorded_by) ?? '–',
        recordedAt: row.recorded_at.toISOString(),
      }));
};

export const resultOf = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  row: queries.InvestigationRow,
): Promise<InvestigationResult> => {
  const { investigation_id: investigationId } = row;
  const listed = await queries.pupilsOf(tx, schoolId, investigationId);
  const rows = await queries.answersOf(tx, schoolId, investigationId);
  const handedIn = new Set(listed.filter((one) => one.submitted_at !== null).map((one) => one.pupil_id));
  const labels = await pupilLabels(
    tx,
    sealer,
    schoolId,
    listed.map((one) => one.pupil_id),
  );
  const repliesOf = await openReplies(tx, sealer, schoolId, investigationId);
  const counted = new Map(
    row.criteria.map((id) => [id, countAnswers(sealer, investigationId, rows, handedIn, id)]),
  );
  const saidOf = (criterionId: string, pupilId: string) => {
    const of = counted.get(criterionId);
    return shownCount(of?.counts.get(pupilId) ?? 0, of?.answered.size ?? 0);
  };
  const criteria = shownCriteria(row.criteria, lowestGradeOf(listed)).map((criterion) => {
    const answered = counted.get(criterion.criterionId)?.answered.size ?? 0;
    const tooFew = answered < FEWEST_ANSWERS;
    const statements = labels
      .map((label) => ({
        ...label,
        said: saidOf(criterion.criterionId, label.pupilId),
        replies: repliesOf(label.pupilId),
      }))
      .filter(({ said }) => said.kind !== 'few');
    return { ...criterion, answered: tooFew ? 0 : answered, tooFew, statements: tooFew ? [] : statements };
  });
  const liked = counted.get(statusPair.liked)?.answered;
  const disliked = counted.get(statusPair.disliked)?.answered;
  const both = [...(liked ?? [])].filter((id) => disliked?.has(id) === true).length;
  const pairs = labels.map(({ pupilId }) => ({
    pupilId,
    liked: saidOf(statusPair.liked, pupilId),
    disliked: saidOf(statusPair.disliked, pupilId),
  }));
  const { none, pupils } =
    liked === undefined || disliked === undefined
      ? { none: 'not_asked' as const, pupils: [] }
      : shownPatterns(row.case_id, pairs, both);
  return {
    investigationId,
    listed: listed.length,
    answered: handedIn.size,
    criteria,
    noPatterns: none,
    patterns: labels.flatMap((label) => {
      const pattern = pupils.find(({ pupilId }) => pupilId === label.pupilId)?.pattern;
      const pair = pairs.find(({ pupilId }) => pupilId === label.pupilId);
      if (pattern === undefined || pair === undefined) return [];
      return [
        { ...label, pattern, liked: pair.liked, disliked: pair.disliked, replies: repliesOf(label.pupilId) },
      ];
    }),
  };
};

/** An ended investigation that this actor is a reader of; else as if it were not there. */
const readable = async (tx: Tx, actor: StaffActor, investigationId: string, now: Date) => {
  const { row, of } = await ownInvestigation(tx, actor, investigationId, now);
  const readers = await queries.readersOf(tx, actor.schoolId, investigationId);
  if (!mayReadAnswers(actor, of.people, readers)) throw new AppError('not_found');
  if (row.state !== 'ended') throw new AppError('investigation_changed');
  return row;
};

/** What pupils answered, for a named reader who says what for; each opening is in the log. */
export const readAnswers = (
  deps: Dependencies,
  actor: StaffActor,
  investigationId: string,
  purpose: string,
): Promise<InvestigationResult> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const row = await readable(tx, actor, investigationId, deps.now());
    await logOpening(tx, actor, deps.now(), {
      ...{ action: 'investigation.read', subjectKind: 'investigation', subjectId: investigationId },
      purpose,
    });
    return resultOf(tx, await sealer(), actor.schoolId, row);
  });

/** What a pupil or a guardian says to what was answered about the pupil (P5): from then on it stands beside it. */
export const addReply = (
  deps: Dependencies,
  actor: StaffActor,
  investigationId: string,
  reply: NewReply,
): Promise<InvestigationResult> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId, staffId } = actor;
    const now = deps.now();
    const row = await readable(tx, actor, investigationId, now);
    const listed = await queries.pupilsOf(tx, schoolId, investigationId);
    if (!listed.some(({ pupil_id }) => pupil_id === reply.pupilId)) throw new AppError('not_found');
    const school = await sealer();
    await tx
      .insertInto('investigation_reply')
      .values({
        ...{ school_id: schoolId, reply_id: reply.replyId, investigation_id: investigationId },
        ...{ pupil_id: reply.pupilId, whose: reply.whose, recorded_by: staffId, recorded_at: now },
        content: school.seal(reply.text, replyPlace(reply.replyId)),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await logOpening(tx, actor, now, {
      ...{ action: 'investigation.reply', subjectKind: 'pupil', subjectId: reply.pupilId },
      purpose: 'write down what is said to what was answered',
    });
    return resultOf(tx, school, schoolId, row);
  });
