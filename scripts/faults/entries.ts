import { createHash } from 'node:crypto';
import type { Questionnaire } from '../../packages/survey/src/index.ts';
import { bareResponse, wholeRequest } from '../bench/made-response.ts';
import type { SeatedPupil } from '../bench/made-school.ts';
import type { TabletRequest } from '../bench/tablets.ts';

/** One response as it was sent, or as it stands in the database: the same when the hashes are the same. */
export type Entry = { readonly responseId: string; readonly hash: string };

/** A whole response of one pupil, and what is written of it once it is acknowledged. */
export type Sent = Entry & { readonly request: TabletRequest };

type Content = {
  readonly answers: readonly (readonly [item: string, type: string, option: string | null])[];
  readonly nominations: readonly (readonly [criterion: string, nominee: string, position: number])[];
  /** Hashes of the sealed parts it came in. */
  readonly parts: readonly string[];
};

const bySpelling = (a: readonly unknown[], b: readonly unknown[]): number =>
  JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;

const hashOf = ({ answers, nominations, parts }: Content): string =>
  createHash('sha256')
    .update(JSON.stringify([answers.toSorted(bySpelling), nominations.toSorted(bySpelling), parts]))
    .digest('hex');

type Body = { readonly parts: readonly { readonly sealed: string }[] };

export const sentOf = async (
  questionnaire: Questionnaire,
  pupil: SeatedPupil,
  place: number,
): Promise<Sent> => {
  const request = await wholeRequest(questionnaire, pupil, place);
  const { parts } = JSON.parse(request.body) as Body; // made one line above
  const { itemIds, types, optionIds, criterionIds, nomineeIds, positions } = bareResponse(
    questionnaire,
    pupil,
    place,
  );
  const hash = hashOf({
    answers: itemIds.map((item, i) => [item, types[i] ?? '', optionIds[i] ?? null]),
    nominations: criterionIds.map((criterion, i) => [criterion, nomineeIds[i] ?? '', positions[i] ?? 0]),
    parts: parts.map(({ sealed }) => createHash('sha256').update(sealed).digest('hex')),
  });
  return { request, hash, responseId: request.path.split('/')[4] ?? '' };
};

type Row = Content & { readonly response_id: string };
type Ask = <T>(sql: string) => Promise<readonly T[]>;

/** Every response that is stored. One that lies there twice comes twice. */
export const storedEntries = async (ask: Ask): Promise<readonly Entry[]> => {
  const rows = await ask<Row>(`
    select r.response_id,
           coalesce((select json_agg(json_build_array(a.item_id, a.type, a.option_id)) from answer a
                      where a.school_id = r.school_id and a.response_id = r.response_id), '[]') as answers,
           coalesce((select json_agg(json_build_array(n.criterion_id, n.nominee_id, n.position)) from nomination n
                      where n.school_id = r.school_id and n.response_id = r.response_id), '[]') as nominations,
           coalesce((select json_agg(encode(p.body_hash, 'hex') order by p.number)
                       from upload u join response_part p using (school_id, token_hash)
                      where u.school_id = r.school_id and u.sitting_id = r.sitting_id and u.pupil_id = r.pupil_id), '[]') as parts
      from response r where r.submitted_at is not null`);
  return rows.map((row) => ({ responseId: row.response_id, hash: hashOf(row) }));
};

/** Those that are stored once, as they were sent. */
export const intact = (acknowledged: readonly Entry[], stored: readonly Entry[]): readonly Entry[] => {
  const hashes = new Map<string, string>();
  for (const { responseId, hash } of stored)
    hashes.set(responseId, hashes.has(responseId) ? 'there twice' : hash);
  return acknowledged.filter(({ responseId, hash }) => hashes.get(responseId) === hash);
};

/** What is wrong between what was acknowledged and what is stored, a sentence for each kind. */
export const compareEntries = (
  acknowledged: readonly Entry[],
  stored: readonly Entry[],
  sent: number,
): readonly string[] => {
  const times = new Map<string, number>();
  for (const { responseId } of stored) times.set(responseId, (times.get(responseId) ?? 0) + 1);
  const hashes = new Map(stored.map(({ responseId, hash }) => [responseId, hash]));
  const missing = acknowledged.filter(({ responseId }) => !hashes.has(responseId)).length;
  const doubled = [...times.values()].filter((number) => number > 1).length;
  const other = acknowledged.filter(
    ({ responseId, hash }) => hashes.has(responseId) && hashes.get(responseId) !== hash,
  ).length;
  return [
    ...(missing > 0 ? [`${missing} acknowledged responses are not there`] : []),
    ...(doubled > 0 ? [`${doubled} responses are there more than once`] : []),
    ...(other > 0 ? [`${other} acknowledged responses are there with another content`] : []),
    ...(stored.length > sent ? [`${stored.length} responses are there of ${sent} that were sent`] : []),
  ];
};
