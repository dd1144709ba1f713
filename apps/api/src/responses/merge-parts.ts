import type { AnswerPart } from '@samhold/contract';
import { sql, type Tx } from '@samhold/db';
import type { Questionnaire } from '@samhold/survey';
import { findNomination } from './nomination-items.ts';
import type { Upload } from './upload-queries.ts';

export type OpenedPart = { readonly number: number; readonly part: AnswerPart };

type Answer = AnswerPart['answers'][number];
type Placed = { readonly answer: Answer; readonly number: number };

/** The last answer to each item, with the part it came in. */
const lastAnswers = (parts: readonly OpenedPart[]): readonly Placed[] => {
  const last = new Map<string, Placed>();
  for (const { number, part } of parts.toSorted((a, b) => a.number - b.number))
    for (const answer of part.answers) last.set(answer.itemId, { answer, number });
  return [...last.values()];
};

type Choice = { readonly criterionId: string; readonly nomineeId: string; readonly position: number };

const unnested = (rows: readonly Choice[]) =>
  sql`unnest(${rows.map((row) => row.criterionId)}::text[], ${rows.map((row) => row.nomineeId)}::uuid[],
             ${rows.map((row) => row.position)}::smallint[])`;

/** A choice outside the list of the sitting is kept apart: the class's network never sees it. */
const storeChoices = async (
  tx: Tx,
  schoolId: string,
  { sitting_id: sittingId, roster }: Pick<Upload, 'sitting_id' | 'roster'>,
  responseId: string,
  questionnaire: Questionnaire,
  taken: readonly Answer[],
): Promise<void> => {
  const nominations = taken.filter(({ itemId }) =>
    questionnaire.items.some((item) => item.id === itemId && item.type === 'nomination'),
  );
  if (nominations.length === 0) return;
  const criteria = nominations.map(({ itemId }) => findNomination(questionnaire, itemId));
  for (const table of ['nomination', 'outside_nomination'])
    await sql`delete from ${sql.table(table)} where school_id = ${schoolId} and response_id = ${responseId}
                and criterion_id = any(${criteria}::text[])`.execute(tx);
  const rows = nominations.flatMap((answer, at) =>
    answer.type === 'choices'
      ? answer.pupilIds.map((nomineeId, position) => ({
          criterionId: criteria[at] ?? '',
          nomineeId,
          position,
        }))
      : [],
  );
  const listed = new Set(roster);
  const inside = rows.filter((row) => listed.has(row.nomineeId));
  const outside = rows.filter((row) => !listed.has(row.nomineeId));
  if (inside.length > 0)
    await sql`insert into nomination (school_id, response_id, sitting_id, criterion_id, nominee_id, position)
      select ${schoolId}, ${responseId}, ${sittingId}, * from ${unnested(inside)}`.execute(tx);
  if (outside.length > 0)
    await sql`insert into outside_nomination (school_id, response_id, criterion_id, nominee_id, position)
      select ${schoolId}, ${responseId}, * from ${unnested(outside)}`.execute(tx);
};

/**
 * Merges opened parts into the pupil's one response, which the first of them makes. Of two answers to an item the one from
 * the later start holds, then the one with the higher number; the order in which they arrive means nothing. Says whether
 * anything changed.
 */
export const mergeParts = async (
  tx: Tx,
  schoolId: string,
  upload: Pick<Upload, 'sitting_id' | 'pupil_id' | 'started_at' | 'roster'>,
  questionnaire: Questionnaire,
  responseId: string,
  parts: readonly OpenedPart[],
  now: Date,
): Promise<boolean> => {
  if (parts.length === 0) return false;
  const placed = lastAnswers(parts);
  const submittedAt = parts.some(({ part }) => part.submit) ? now : null;
  const language = parts.toSorted((a, b) => b.number - a.number)[0]?.part.language ?? 'nb';
  const stored = await sql<{ response_id: string; taken: readonly string[] | null; handed_in: boolean }>`
    with kept as (
      insert into response (school_id, response_id, sitting_id, pupil_id, language, started_at, submitted_at)
      values (${schoolId}, ${responseId}, ${upload.sitting_id}, ${upload.pupil_id}, ${language}, ${now}, ${submittedAt})
      on conflict (school_id, sitting_id, pupil_id) do update
        set language = excluded.language, submitted_at = coalesce(response.submitted_at, excluded.submitted_at)
      returning response_id, submitted_at = ${submittedAt}::timestamptz as handed_in
    ), answered as (
      insert into answer (school_id, response_id, item_id, type, option_id, upload_started_at, part)
      select ${schoolId}, kept.response_id, given.item_id, given.type, given.option_id, ${upload.started_at}, given.part
        from kept, unnest(${placed.map(({ answer }) => answer.itemId)}::text[], ${placed.map(({ answer }) => answer.type)}::text[],
                          ${placed.map(({ answer }) => (answer.type === 'option' ? answer.optionId : null))}::text[],
                          ${placed.map(({ number }) => number)}::integer[]) as given (item_id, type, option_id, part)
      on conflict (school_id, response_id, item_id) do update
        set type = excluded.type, option_id = excluded.option_id, upload_started_at = excluded.upload_started_at, part = excluded.part
        where (answer.upload_started_at, answer.part) < (excluded.upload_started_at, excluded.part)
      returning item_id
    )
    select kept.response_id, coalesce(kept.handed_in, false) as handed_in, (select array_agg(item_id) from answered) as taken
      from kept`.execute(tx);
  const [row] = stored.rows;
  if (row === undefined) throw new Error('A response was neither made nor found.');
  const taken = placed.filter(({ answer }) => row.taken?.includes(answer.itemId) === true);
  const answers = taken.map(({ answer }) => answer);
  await storeChoices(tx, schoolId, upload, row.response_id, questionnaire, answers);
  return answers.length > 0 || row.handed_in;
};
