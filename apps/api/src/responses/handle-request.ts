import type { PartsReceipt, PutParts } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import { readCalendar } from '../calendar/service.ts';
import type { Dependencies } from '../dependencies.ts';
import { graceEnds, isWithinADay } from '../rounds/late.ts';
import { hashOfPart, judgePart, type SentPart } from './judge-part.ts';
import type { PupilParts } from './merge-parts.ts';
import { askedOf } from './take-in.ts';
import type * as queries from './upload-queries.ts';
import { keysOf } from './upload-token.ts';

/** A tablet's request: parts of one response, by the token of its upload. */
export type TabletRequest = {
  readonly tokenHash: Buffer;
  readonly responseId: string;
  readonly body: PutParts;
};

const isTakenIn = async (tx: Tx, schoolId: string, upload: queries.Upload, now: Date): Promise<boolean> => {
  if (upload.answers_later_until !== null && upload.answers_later_until > now) return true;
  const doneAt = upload.closed_at ?? upload.closes_at;
  if (isWithinADay(doneAt, now)) return true;
  return now <= graceEnds(await readCalendar(tx, schoolId, upload.school_year_id), doneAt);
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

const judge = async (
  tx: Tx,
  deps: Dependencies,
  schoolId: string,
  upload: queries.Upload,
  responseId: string,
  sent: readonly SentPart[],
  now: Date,
) => {
  if (sent.length === 0) return { noted: [], parts: [], taken: undefined };
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
  return { noted, parts, taken: inTime ? { upload, questionnaire, responseId, parts } : undefined };
};

export type HandledRequest = {
  readonly heard: queries.Heard;
  /** To be merged now; none where they came too late. */
  readonly taken: PupilParts | undefined;
  readonly receipt: PartsReceipt;
};

/** Opens and judges what is new in a request, and says what becomes of it. */
export const handleRequest = async (
  tx: Tx,
  deps: Dependencies,
  schoolId: string,
  upload: queries.Upload,
  { tokenHash, responseId, body }: TabletRequest,
  now: Date,
): Promise<HandledRequest> => {
  const before = upload.known.filter(({ number }) => body.parts.some((part) => part.number === number));
  const fresh = body.parts.filter(({ number }) => !before.some((known) => known.number === number));
  const { parts, noted, taken } = await judge(tx, deps, schoolId, upload, responseId, fresh, now);
  const submittedPart = parts.findLast(({ part }) => part.submit)?.number ?? null;
  const { waiting, setAside = 0 } = body;
  return {
    heard: { tokenHash, parts: noted, waiting, setAside, submittedPart },
    taken,
    receipt: {
      parts: [...outcomesOfKnown(body.parts, before), ...noted.map(outcomeOf)].toSorted(
        (a, b) => a.number - b.number,
      ),
      submitted: (submittedPart ?? upload.submitted_part) !== null,
    },
  };
};
