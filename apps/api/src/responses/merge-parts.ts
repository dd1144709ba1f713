import type { AnswerPart } from '@samhold/contract';
import { sql, type Tx } from '@samhold/db';
import type { Questionnaire } from '@samhold/survey';
import { findNomination } from './nomination-items.ts';
import type { Upload } from './upload-queries.ts';

export type OpenedPart = { readonly number: number; readonly part: AnswerPart };

/** Opened parts of one pupil, to go into the pupil's one response. */
export type PupilParts = {
  readonly upload: Upload;
  readonly questionnaire: Questionnaire;
  /** What the tablet calls the response; it keeps the id that it was made with. */
  readonly responseId: string;
  readonly parts: readonly OpenedPart[];
};

type Answer = AnswerPart['answers'][number];
type Placed = { readonly answer: Answer; readonly number: number };

/** The last answer to each item, with the part it came in. */
const lastAnswers = (parts: readonly OpenedPart[]): readonly Placed[] => {
  const last = new Map<string, Placed>();
  for (const { number, part } of parts.toSorted((a, b) => a.number - b.number))
    for (const answer of part.answers) last.set(answer.itemId, { answer, number });
  return [...last.values()];
};

type Choice = {
  readonly itemId: string;
  readonly criterionId: string;
  readonly nomineeId: string;
  readonly position: number;
};

/** What parts of one pupil come to. */
type Given = {
  readonly upload: Upload;
  readonly responseId: string;
  readonly language: string;
  readonly submits: boolean;
  readonly placed: readonly Placed[];
  readonly criteria: readonly { readonly itemId: string; readonly criterionId: string }[];
  readonly inside: readonly Choice[];
  /** Outside the list of the sitting, kept apart: the class's network never sees them. */
  readonly outside: readonly Choice[];
};

const givenBy = ({ upload, questionnaire, responseId, parts }: PupilParts): Given => {
  const placed = lastAnswers(parts);
  const nominations = placed
    .map(({ answer }) => answer)
    .filter(({ itemId }) =>
      questionnaire.items.some((item) => item.id === itemId && item.type === 'nomination'),
    )
    .map((answer) => ({
      answer,
      itemId: answer.itemId,
      criterionId: findNomination(questionnaire, answer.itemId),
    }));
  const choices = nominations.flatMap(({ answer, itemId, criterionId }): Choice[] =>
    answer.type === 'choices'
      ? answer.pupilIds.map((nomineeId, position) => ({ itemId, criterionId, nomineeId, position }))
      : [],
  );
  const listed = new Set(upload.roster);
  return {
    upload,
    responseId,
    language: parts.toSorted((a, b) => b.number - a.number)[0]?.part.language ?? 'nb',
    submits: parts.some(({ part }) => part.submit),
    placed,
    criteria: nominations,
    inside: choices.filter(({ nomineeId }) => listed.has(nomineeId)),
    outside: choices.filter(({ nomineeId }) => !listed.has(nomineeId)),
  };
};

type Merged = {
  readonly at: number;
  readonly response_id: string;
  /** By these parts, not before. */
  readonly made: boolean;
  readonly taken: readonly string[] | null;
  readonly handed_in: boolean;
};

/** Choices of several pupils: `at` is the place of the pupil's among those given. */
type PlacedChoice = Choice & { readonly at: number };

const choiceColumns = (choices: readonly Choice[]) => sql`
  ${choices.map((row) => row.criterionId)}::text[], ${choices.map((row) => row.nomineeId)}::uuid[],
  ${choices.map((row) => row.position)}::smallint[]`;

/** Makes or finds the response of each, and merges the answers into it. */
const mergeAnswers = async (tx: Tx, schoolId: string, given: readonly Given[], now: Date) => {
  const answers = given.flatMap(({ placed }, at) => placed.map((one) => ({ ...one, at })));
  const inside = given.flatMap(({ inside: choices }, at): PlacedChoice[] =>
    choices.map((choice) => ({ ...choice, at })),
  );
  const of = <T>(column: (one: Given) => T): readonly T[] => given.map(column);
  const { rows } = await sql<Merged>`
    with given as (
      select * from unnest(${of((one) => one.responseId)}::uuid[], ${of((one) => one.upload.sitting_id)}::uuid[], ${of((one) => one.upload.pupil_id)}::uuid[],
                           ${of((one) => one.language)}::text[], ${of((one) => one.submits)}::boolean[], ${of((one) => one.upload.started_at)}::timestamptz[])
             with ordinality as one (response_id, sitting_id, pupil_id, language, submits, upload_started_at, at)
    ), stored as (
      insert into response (school_id, response_id, sitting_id, pupil_id, language, started_at, submitted_at)
      select ${schoolId}, response_id, sitting_id, pupil_id, language, ${now}, case when submits then ${now}::timestamptz end from given
      on conflict (school_id, sitting_id, pupil_id) do update
        set language = excluded.language, submitted_at = coalesce(response.submitted_at, excluded.submitted_at)
      returning response_id, sitting_id, pupil_id, xmax = 0 as made, submitted_at
    ), kept as (
      select given.at - 1 as at, stored.response_id, stored.sitting_id, stored.made, given.upload_started_at,
             given.submits and stored.submitted_at = ${now} as handed_in
        from stored join given using (sitting_id, pupil_id)
    ), answered as (
      insert into answer (school_id, response_id, item_id, type, option_id, upload_started_at, part)
      select ${schoolId}, kept.response_id, one.item_id, one.type, one.option_id, kept.upload_started_at, one.part
        from kept join unnest(${answers.map(({ at }) => at)}::integer[], ${answers.map(({ answer }) => answer.itemId)}::text[],
                              ${answers.map(({ answer }) => answer.type)}::text[],
                              ${answers.map(({ answer }) =>
                                answer.type === 'option' ? answer.optionId : null,
                              )}::text[],
                              ${answers.map(({ number }) => number)}::integer[]) as one (at, item_id, type, option_id, part) using (at)
      on conflict (school_id, response_id, item_id) do update
        set type = excluded.type, option_id = excluded.option_id, upload_started_at = excluded.upload_started_at, part = excluded.part
        where (answer.upload_started_at, answer.part) < (excluded.upload_started_at, excluded.part)
      returning response_id, item_id
    ), chosen_at_once as (
      insert into nomination (school_id, response_id, sitting_id, criterion_id, nominee_id, position)
      select ${schoolId}, kept.response_id, kept.sitting_id, one.criterion_id, one.nominee_id, one.position
        from kept join unnest(${inside.map(({ at }) => at)}::integer[], ${choiceColumns(inside)})
                       as one (at, criterion_id, nominee_id, position) using (at)
       where kept.made
    ), taken as (
      select response_id, array_agg(item_id) as items from answered group by response_id
    )
    select kept.at::integer, kept.response_id, kept.made, kept.handed_in, taken.items as taken
      from kept left join taken using (response_id)`.execute(tx);
  return new Map(rows.map((row) => [row.at, row]));
};

type Stored = { readonly responseId: string; readonly sittingId: string };
type StoredChoice = Choice & Stored;

/** Puts choices in the place of those that responses had before to the same criteria. */
const replaceChoices = async (
  tx: Tx,
  schoolId: string,
  criteria: readonly { readonly responseId: string; readonly criterionId: string }[],
  inside: readonly StoredChoice[],
): Promise<void> => {
  await sql`with before as (
              select * from unnest(${criteria.map((row) => row.responseId)}::uuid[], ${criteria.map((row) => row.criterionId)}::text[])
                            as one (response_id, criterion_id)
            ), gone as (
              delete from nomination n using before
               where n.school_id = ${schoolId} and n.response_id = before.response_id and n.criterion_id = before.criterion_id
            )
            delete from outside_nomination n using before
             where n.school_id = ${schoolId} and n.response_id = before.response_id and n.criterion_id = before.criterion_id`.execute(
    tx,
  );
  if (inside.length > 0)
    await sql`insert into nomination (school_id, response_id, sitting_id, criterion_id, nominee_id, position)
      select ${schoolId}, * from unnest(${inside.map((row) => row.responseId)}::uuid[], ${inside.map((row) => row.sittingId)}::uuid[],
                                        ${choiceColumns(inside)})`.execute(tx);
};

const storeOutside = (tx: Tx, schoolId: string, outside: readonly StoredChoice[]) =>
  sql`insert into outside_nomination (school_id, response_id, criterion_id, nominee_id, position)
    select ${schoolId}, * from unnest(${outside.map((row) => row.responseId)}::uuid[], ${choiceColumns(outside)})`.execute(
    tx,
  );

/**
 * Merges opened parts into each pupil's one response, which the first of them makes. Of two answers to an item the one from
 * the later start holds, then the one with the higher number; the order in which they arrive means nothing. No pupil may be
 * given twice. Returns the uploads by which anything changed.
 */
export const mergeParts = async (
  tx: Tx,
  schoolId: string,
  pupils: readonly PupilParts[],
  now: Date,
): Promise<readonly Upload[]> => {
  const given = pupils.filter(({ parts }) => parts.length > 0).map(givenBy);
  if (given.length === 0) return [];
  const merged = await mergeAnswers(tx, schoolId, given, now);
  const all = given.map((one, at) => {
    const row = merged.get(at);
    if (row === undefined) throw new Error('A response was neither made nor found.');
    const taken = new Set(row.taken);
    const stored = { responseId: row.response_id, sittingId: one.upload.sitting_id };
    const takenOf = <T extends { readonly itemId: string }>(rows: readonly T[]): (T & Stored)[] =>
      rows.filter(({ itemId }) => taken.has(itemId)).map((choice) => ({ ...choice, ...stored }));
    return { ...one, made: row.made, changed: taken.size > 0 || row.handed_in, takenOf };
  });
  const before = all.filter(({ made }) => !made);
  const replaced = before.flatMap(({ takenOf, criteria }) => takenOf(criteria));
  if (replaced.length > 0)
    await replaceChoices(
      tx,
      schoolId,
      replaced,
      before.flatMap(({ takenOf, inside }) => takenOf(inside)),
    );
  const outside = all.flatMap(({ takenOf, outside: choices }) => takenOf(choices));
  if (outside.length > 0) await storeOutside(tx, schoolId, outside);
  return all.filter(({ changed }) => changed).map(({ upload }) => upload);
};
