import type { Tx } from '@samhold/db';
import type { Questionnaire } from '@samhold/survey';

/** Throws when the school has not published it. */
export const ownVersion = async (
  tx: Tx,
  schoolId: string,
  questionnaireId: string,
  version: number,
): Promise<Questionnaire> => {
  const { document } = await tx
    .selectFrom('own_questionnaire_version')
    .select('document')
    .where('school_id', '=', schoolId)
    .where('questionnaire_id', '=', questionnaireId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  // Only publishing writes documents, from this type.
  return document as unknown as Questionnaire;
};

/** The newest version of each questionnaire the school has published. */
export const newestOwn = async (tx: Tx, schoolId: string): Promise<ReadonlyMap<string, number>> => {
  const rows = await tx
    .selectFrom('own_questionnaire_version')
    .select(({ fn }) => ['questionnaire_id', fn.max('version').as('version')])
    .where('school_id', '=', schoolId)
    .groupBy('questionnaire_id')
    .execute();
  return new Map(rows.map((row) => [row.questionnaire_id, row.version]));
};

export const ownDocuments = async (tx: Tx, schoolId: string): Promise<readonly Questionnaire[]> =>
  (
    await tx
      .selectFrom('own_questionnaire_version')
      .select('document')
      .where('school_id', '=', schoolId)
      .orderBy('questionnaire_id')
      .orderBy('version')
      .execute()
  ).map(({ document }) => document as unknown as Questionnaire);

export const ownVersions = (tx: Tx, schoolId: string, questionnaireId: string) =>
  tx
    .selectFrom('own_questionnaire_version')
    .select(['version', 'entries', 'document', 'made_by', 'made_at'])
    .where('school_id', '=', schoolId)
    .where('questionnaire_id', '=', questionnaireId)
    .orderBy('version')
    .execute();

export const draftOf = (tx: Tx, schoolId: string, questionnaireId: string) =>
  tx
    .selectFrom('own_questionnaire_draft')
    .select(['based_on', 'revision', 'entries', 'edited_by', 'edited_at'])
    .where('school_id', '=', schoolId)
    .where('questionnaire_id', '=', questionnaireId)
    .executeTakeFirst();

export type DraftToSave = {
  readonly questionnaireId: string;
  readonly basedOn: number;
  readonly revision: number;
  readonly entries: string;
  readonly by: string;
  readonly at: Date;
};

/** Saves over the revision that was read, or as the first when none was. False when somebody else has saved since. */
export const saveDraft = async (tx: Tx, schoolId: string, draft: DraftToSave): Promise<boolean> => {
  const content = { entries: draft.entries, edited_by: draft.by, edited_at: draft.at };
  if (draft.revision === 0) {
    const made = await tx
      .insertInto('own_questionnaire_draft')
      .values({
        school_id: schoolId,
        questionnaire_id: draft.questionnaireId,
        based_on: draft.basedOn,
        revision: 1,
        ...content,
      })
      .onConflict((conflict) => conflict.columns(['school_id', 'questionnaire_id']).doNothing())
      .executeTakeFirst();
    return made.numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await tx
    .updateTable('own_questionnaire_draft')
    .set({ revision: draft.revision + 1, ...content })
    .where('school_id', '=', schoolId)
    .where('questionnaire_id', '=', draft.questionnaireId)
    .where('revision', '=', draft.revision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

/** Takes the draft away, when it is still the one that was read. Nothing when it is not. */
export const takeDraft = (tx: Tx, schoolId: string, questionnaireId: string, revision: number) =>
  tx
    .deleteFrom('own_questionnaire_draft')
    .where('school_id', '=', schoolId)
    .where('questionnaire_id', '=', questionnaireId)
    .where('revision', '=', revision)
    .returning(['entries', 'based_on'])
    .executeTakeFirst();
