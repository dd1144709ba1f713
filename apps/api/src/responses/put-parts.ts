import type { PartsReceipt, PutParts } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { UploadCredential } from '../access/actor.ts';
import { readCalendar } from '../calendar/service.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { pinnedQuestionnaire } from '../questionnaires/service.ts';
import { computeAnew } from '../rounds/close.ts';
import { graceEnds, isWithinADay } from '../rounds/late.ts';
import { roundSettings } from '../rounds/round-settings.ts';
import { wishToTalk } from '../talks/service.ts';
import { gradeMateIds } from './grade-mates.ts';
import { hashOfPart, judgePart, type SentPart } from './judge-part.ts';
import { mergeParts, type OpenedPart } from './merge-parts.ts';
import * as queries from './upload-queries.ts';
import { keysOf } from './upload-token.ts';

const OVERTAKEN_TIMES = 3;

const isUniqueViolation = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === '23505';

const isTakenIn = async (tx: Tx, schoolId: string, upload: queries.Upload, now: Date): Promise<boolean> => {
  if (upload.answers_later_until !== null && upload.answers_later_until > now) return true;
  const doneAt = upload.closed_at ?? upload.closes_at;
  if (isWithinADay(doneAt, now)) return true;
  return now <= graceEnds(await readCalendar(tx, schoolId, upload.school_year_id), doneAt);
};

/** A pupil's questionnaire, and what may be chosen in it. */
export const askedOf = async (tx: Tx, schoolId: string, upload: queries.Upload) => {
  const { questionnaire_id: id, questionnaire_version: version } = upload;
  const { criteria, maxChoices, nominees } = roundSettings(upload.settings);
  const outside = nominees === 'grade' ? await gradeMateIds(tx, schoolId, upload) : [];
  return {
    questionnaire: await pinnedQuestionnaire(tx, schoolId, id, version),
    context: {
      pupilId: upload.pupil_id,
      rosterIds: new Set([...upload.roster, ...outside]),
      maxChoices,
      criteria,
    },
  };
};

/** Merges parts, keeps the wish among them, and computes results anew where the class was done already. */
export const takeIn = async (
  tx: Tx,
  deps: Dependencies,
  schoolId: string,
  upload: queries.Upload,
  responseId: string,
  parts: readonly OpenedPart[],
  now: Date,
): Promise<void> => {
  const { questionnaire } = await askedOf(tx, schoolId, upload);
  const changed = await mergeParts(tx, schoolId, upload, questionnaire, responseId, parts, now);
  const wished = parts.findLast(({ part }) => part.talkWith !== undefined)?.part.talkWith;
  const { sitting_id: sittingId, pupil_id: pupilId, class_id: classId } = upload;
  if (wished !== undefined) await wishToTalk(tx, deps, schoolId, classId, { sittingId, pupilId }, wished);
  if (changed) await computeAnew(tx, schoolId, upload, now);
};

type Outcome = PartsReceipt['parts'][number];

const outcomeOf = ({ number, outcome, code }: Omit<queries.KnownPart, 'hash'>): Outcome => ({
  number,
  outcome,
  ...(code === null ? {} : { code }),
});

/** What became of parts that came before; of one that came with another content, that it differs. */
const outcomesOfKnown = (
  sent: readonly SentPart[],
  known: readonly queries.KnownPart[],
): readonly Outcome[] =>
  known.map((before) => {
    const again = sent.find(({ number }) => number === before.number);
    const same = again !== undefined && hashOfPart(again).toString('hex') === before.hash;
    return same ? outcomeOf(before) : { number: before.number, outcome: 'refused', code: 'part_differs' };
  });

const putOnce = (
  deps: Dependencies,
  { schoolId, tokenHash }: UploadCredential,
  responseId: string,
  body: PutParts,
): Promise<PartsReceipt> =>
  deps.db.inScope({ schoolId }, async (tx) => {
    const now = deps.now();
    const upload = await queries.readUpload(
      tx,
      schoolId,
      tokenHash,
      body.parts.map(({ number }) => number),
    );
    if (upload === undefined) throw new AppError('upload_unknown');
    if (upload.closing) throw new AppError('school_closing');
    const known = outcomesOfKnown(body.parts, upload.known);
    const fresh = body.parts.filter(({ number }) => !upload.known.some((before) => before.number === number));
    const handled = await handle(tx, deps, schoolId, upload, responseId, fresh, now);
    const submittedPart = handled.parts.findLast(({ part }) => part.submit)?.number ?? null;
    const heard = { at: now, waiting: body.waiting, setAside: body.setAside ?? 0, submittedPart };
    await queries.noteParts(tx, schoolId, tokenHash, handled.noted, heard);
    return {
      parts: [...known, ...handled.noted.map(outcomeOf)].toSorted((a, b) => a.number - b.number),
      submitted: (submittedPart ?? upload.submitted_part) !== null,
    };
  });

const handle = async (
  tx: Tx,
  deps: Dependencies,
  schoolId: string,
  upload: queries.Upload,
  responseId: string,
  sent: readonly SentPart[],
  now: Date,
) => {
  if (sent.length === 0) return { noted: [], parts: [] };
  const { questionnaire, context } = await askedOf(tx, schoolId, upload);
  const keys = await keysOf(deps.keyring, schoolId, upload.wrapped_key);
  const judged = sent.map((part) => judgePart(keys, responseId, part, questionnaire, context));
  const inTime = await isTakenIn(tx, schoolId, upload, now);
  const noted = sent.map((part, at): queries.HandledPart => {
    const judgement = judged[at];
    const base = { number: part.number, hash: hashOfPart(part) };
    if (judgement === undefined || 'refusal' in judgement)
      return { ...base, outcome: 'refused', code: judgement?.refusal ?? 'part_unreadable', sealed: null };
    return inTime
      ? { ...base, outcome: 'stored', code: null, sealed: null }
      : {
          ...base,
          outcome: 'held',
          code: null,
          sealed: Buffer.from(JSON.stringify({ responseId, ...part })),
        };
  });
  const parts = judged.filter((judgement) => 'part' in judgement).toSorted((a, b) => a.number - b.number);
  if (inTime) await takeIn(tx, deps, schoolId, upload, responseId, parts, now);
  return { noted, parts };
};

/**
 * Takes parts of a pupil's response from a tablet, sealed, in any order and any number of times. Each part gets an outcome of
 * its own, the same whenever it comes again; one that is broken stands in no other's way.
 */
export const putParts = (
  deps: Dependencies,
  credential: UploadCredential,
  responseId: string,
  body: PutParts,
): Promise<PartsReceipt> => {
  const numbers = body.parts.map(({ number }) => number);
  if (new Set(numbers).size < numbers.length) throw new AppError('invalid_request', ['parts']);
  const put = () => putOnce(deps, credential, responseId, body);
  // Two of the same part at the same moment: the one that came second finds the first when it looks again.
  const again =
    (left: number) =>
    async (error: unknown): Promise<PartsReceipt> => {
      if (!isUniqueViolation(error)) throw error;
      if (left === 0) throw new AppError('response_exists');
      return put().catch(again(left - 1));
    };
  return put().catch(again(OVERTAKEN_TIMES));
};
