import { investigationQuestionnaire } from '@samhold/survey';
import type { AnswerPart, PartsReceipt, PutParts } from '@samhold/contract';
import { sql, type SchoolSealer, type Tx } from '@samhold/db';
import type { UploadCredential } from '../../access/actor.ts';
import type { Dependencies } from '../../dependencies.ts';
import { AppError } from '../../errors.ts';
import { hashOfPart, judgePart, type JudgedPart } from '../../responses/judge-part.ts';
import { keysOf } from '../../responses/upload-token.ts';
import { answerPlace } from '../places.ts';
import { pupilsOf, readersOf } from '../queries.ts';
import { lowestGradeOf } from '../show.ts';
import { MOST_CHOICES } from './form.ts';
import * as queries from './queries.ts';

type Outcome = PartsReceipt['parts'][number];
type Opened = { readonly number: number; readonly part: AnswerPart };

/** Of two answers to a question the one from the later start holds, then the one with the higher number. */
const storeAnswers = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  upload: queries.Upload,
  { number, part }: Opened,
): Promise<void> => {
  const { investigation_id: id, pupil_id: pupilId, started_at: startedAt } = upload;
  for (const { itemId, ...answer } of part.answers) {
    const content = sealer.seal(JSON.stringify(answer), answerPlace(id, pupilId, itemId));
    await sql`insert into investigation_answer (school_id, investigation_id, pupil_id, item_id, content, upload_started_at, part)
      values (${schoolId}, ${id}, ${pupilId}, ${itemId}, ${content}, ${startedAt}, ${number})
      on conflict (school_id, investigation_id, pupil_id, item_id) do update
        set content = excluded.content, upload_started_at = excluded.upload_started_at, part = excluded.part
        where (investigation_answer.upload_started_at, investigation_answer.part) < (excluded.upload_started_at, excluded.part)`.execute(
      tx,
    );
  }
};

const notePupil = async (
  tx: Tx,
  schoolId: string,
  upload: queries.Upload,
  responseId: string,
  parts: readonly Opened[],
  now: Date,
): Promise<void> => {
  const { investigation_id: id, pupil_id: pupilId } = upload;
  const wished = parts.findLast(({ part }) => part.talkWith !== undefined)?.part.talkWith;
  const readers = await readersOf(tx, schoolId, id);
  const submitted = parts.some(({ part }) => part.submit) ? now : null;
  await queries
    .updatePupil(tx, schoolId, id, pupilId)
    .set(({ fn, ref, val }) => ({
      response_id: fn.coalesce(ref('response_id'), val(responseId)),
      submitted_at: fn.coalesce(ref('submitted_at'), val(submitted)),
      ...(wished !== undefined && readers.includes(wished) ? { talk_with: wished } : {}),
    }))
    .execute();
};

const judgeAll = async (
  tx: Tx,
  deps: Dependencies,
  schoolId: string,
  upload: queries.Upload,
  responseId: string,
  sent: PutParts['parts'],
  now: Date,
): Promise<readonly (JudgedPart | { readonly number: number; readonly refusal: 'investigation_over' })[]> => {
  if (upload.state !== 'open' || upload.closes_at <= now)
    return sent.map(({ number }) => ({ number, refusal: 'investigation_over' as const }));
  const listed = await pupilsOf(tx, schoolId, upload.investigation_id);
  const questionnaire = investigationQuestionnaire(upload.criteria, lowestGradeOf(listed));
  const keys = await keysOf(deps.keyring, schoolId, upload.wrapped_key);
  const context = {
    pupilId: upload.pupil_id,
    rosterIds: new Set(listed.map(({ pupil_id }) => pupil_id)),
    maxChoices: MOST_CHOICES,
    criteria: upload.criteria,
  };
  return sent.map((part) => judgePart(keys, responseId, part, questionnaire, context));
};

/**
 * Takes parts of a pupil's answers to an investigation, as those of a sitting are taken; nothing when the token is none of an
 * investigation's. What comes after the end is refused: a number that moved later would tell who had moved it.
 */
export const putInvestigationParts = (
  deps: Dependencies,
  { schoolId, tokenHash }: UploadCredential,
  responseId: string,
  body: PutParts,
): Promise<PartsReceipt | undefined> =>
  deps.db.inScope({ schoolId }, async (tx, sealer) => {
    const now = deps.now();
    const upload = await queries.holdUpload(tx, schoolId, tokenHash);
    if (upload === undefined) return undefined;
    if (upload.closing) throw new AppError('school_closing');
    const known = await queries.knownParts(tx, schoolId, tokenHash);
    const before = new Map(known.map((part) => [part.number, part]));
    const fresh = body.parts.filter(({ number }) => !before.has(number));
    const outcomes: Outcome[] = body.parts.flatMap((part): Outcome[] => {
      const same = before.get(part.number);
      if (same === undefined) return [];
      if (!same.body_hash.equals(hashOfPart(part)))
        return [{ number: part.number, outcome: 'refused', code: 'part_differs' }];
      // The check constraint allows exactly these outcomes.
      const outcome = same.outcome as 'stored' | 'refused';
      return [{ number: part.number, outcome, ...(same.code === null ? {} : { code: same.code }) }];
    });
    const judged = await judgeAll(tx, deps, schoolId, upload, responseId, fresh, now);
    const opened = judged
      .filter((one): one is Opened => 'part' in one)
      .toSorted((a, b) => a.number - b.number);
    const school = await sealer();
    for (const part of opened) await storeAnswers(tx, school, schoolId, upload, part);
    if (opened.length > 0) await notePupil(tx, schoolId, upload, responseId, opened, now);
    for (const [at, part] of fresh.entries()) {
      const refusal = judged[at] !== undefined && 'refusal' in judged[at] ? judged[at].refusal : null;
      const outcome = refusal === null ? ('stored' as const) : ('refused' as const);
      await tx
        .insertInto('investigation_part')
        .values({
          ...{ school_id: schoolId, token_hash: tokenHash, number: part.number, body_hash: hashOfPart(part) },
          ...{ outcome, code: refusal },
        })
        .execute();
      outcomes.push({ number: part.number, outcome, ...(refusal === null ? {} : { code: refusal }) });
    }
    const submittedPart = opened.findLast(({ part }) => part.submit)?.number ?? upload.submitted_part;
    await tx
      .updateTable('investigation_upload')
      .set({ submitted_part: submittedPart })
      .where('school_id', '=', schoolId)
      .where('token_hash', '=', tokenHash)
      .execute();
    return { parts: outcomes.toSorted((a, b) => a.number - b.number), submitted: submittedPart !== null };
  });
