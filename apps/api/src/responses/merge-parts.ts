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

type Merged = {
  readonly response_id: string;
  /** By these parts, not before. */
  readonly made: boolean;
  readonly taken: readonly string[] | null;
  readonly handed_in: boolean;
};

type Choice = {
  readonly itemId: string;
  readonly criterionId: string;
  readonly nomineeId: string;
  readonly position: number;
};

const nominationsIn = (questionnaire: Questionnaire, placed: readonly Placed[]): readonly Answer[] =>
  placed
    .map(({ answer }) => answer)
    .filter(({ itemId }) =>
      questionnaire.items.some((item) => item.id === itemId && item.type === 'nomination'),
    );

const choicesIn = (questionnaire: Questionnaire, nominations: readonly Answer[]): readonly Choice[] =>
  nominations.flatMap(({ itemId, ...answer }) => {
    if (answer.type !== 'choices') return [];
    const criterionId = findNomination(questionnaire, itemId);
    return answer.pupilIds.map((nomineeId, position) => ({ itemId, criterionId, nomineeId, position }));
  });

/** The rows of `choices` as `chosen`. */
const chosenRows = (choices: readonly Choice[]) =>
  sql`unnest(${choices.map((row) => row.itemId)}::text[], ${choices.map((row) => row.criterionId)}::text[],
             ${choices.map((row) => row.nomineeId)}::uuid[], ${choices.map((row) => row.position)}::smallint[])
      as chosen (item_id, criterion_id, nominee_id, position)`;

/** Puts choices in the place of those the response had before to the same items. */
const replaceChoices = async (
  tx: Tx,
  schoolId: string,
  sittingId: string,
  responseId: string,
  criteria: readonly string[],
  inside: readonly Choice[],
): Promise<void> => {
  await sql`with gone as (delete from nomination where school_id = ${schoolId} and response_id = ${responseId}
                            and criterion_id = any(${criteria}::text[]))
            delete from outside_nomination where school_id = ${schoolId} and response_id = ${responseId}
               and criterion_id = any(${criteria}::text[])`.execute(tx);
  if (inside.length > 0)
    await sql`insert into nomination (school_id, response_id, sitting_id, criterion_id, nominee_id, position)
      select ${schoolId}, ${responseId}, ${sittingId}, criterion_id, nominee_id, position from ${chosenRows(inside)}`.execute(
      tx,
    );
};

const storeOutside = (tx: Tx, schoolId: string, responseId: string, outside: readonly Choice[]) =>
  sql`insert into outside_nomination (school_id, response_id, criterion_id, nominee_id, position)
    select ${schoolId}, ${responseId}, criterion_id, nominee_id, position from ${chosenRows(outside)}`.execute(
    tx,
  );

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
  const nominations = nominationsIn(questionnaire, placed);
  const choices = choicesIn(questionnaire, nominations);
  // A choice outside the list of the sitting is kept apart: the class's network never sees it.
  const listed = new Set(upload.roster);
  const inside = choices.filter(({ nomineeId }) => listed.has(nomineeId));
  const outside = choices.filter(({ nomineeId }) => !listed.has(nomineeId));
  const stored = await sql<Merged>`
    with kept as (
      insert into response (school_id, response_id, sitting_id, pupil_id, language, started_at, submitted_at)
      values (${schoolId}, ${responseId}, ${upload.sitting_id}, ${upload.pupil_id}, ${language}, ${now}, ${submittedAt})
      on conflict (school_id, sitting_id, pupil_id) do update
        set language = excluded.language, submitted_at = coalesce(response.submitted_at, excluded.submitted_at)
      returning response_id, xmax = 0 as made, submitted_at = ${submittedAt}::timestamptz as handed_in
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
    ), chosen_at_once as (
      insert into nomination (school_id, response_id, sitting_id, criterion_id, nominee_id, position)
      select ${schoolId}, kept.response_id, ${upload.sitting_id}, chosen.criterion_id, chosen.nominee_id, chosen.position
        from kept, ${chosenRows(inside)} where kept.made
    )
    select kept.response_id, kept.made, coalesce(kept.handed_in, false) as handed_in, (select array_agg(item_id) from answered) as taken
      from kept`.execute(tx);
  const [row] = stored.rows;
  if (row === undefined) throw new Error('A response was neither made nor found.');
  const taken = new Set(row.taken);
  const isTaken = ({ itemId }: { readonly itemId: string }): boolean => taken.has(itemId);
  const criteria = nominations.filter(isTaken).map(({ itemId }) => findNomination(questionnaire, itemId));
  if (!row.made && criteria.length > 0)
    await replaceChoices(tx, schoolId, upload.sitting_id, row.response_id, criteria, inside.filter(isTaken));
  const outsideTaken = outside.filter(isTaken);
  if (outsideTaken.length > 0) await storeOutside(tx, schoolId, row.response_id, outsideTaken);
  return taken.size > 0 || row.handed_in;
};
