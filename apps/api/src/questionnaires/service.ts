import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Database, Tx } from '@samhold/db';
import {
  allQuestionnaires,
  findQuestionnaire,
  questionnaireFor,
  type Questionnaire,
  type QuestionnaireKind,
} from '@samhold/survey';

const canonical = (questionnaire: Questionnaire): string => canonicalize(questionnaire) ?? '';

/** Stores each published version once. Throws when a version's document differs from the one stored. */
export const publishQuestionnaires = (db: Database): Promise<void> =>
  db.beforeScope(async (tx) => {
    for (const questionnaire of allQuestionnaires) {
      const text = canonical(questionnaire);
      const hash = createHash('sha256').update(text).digest();
      await tx
        .insertInto('questionnaire_version')
        .values({
          questionnaire_id: questionnaire.id,
          version: questionnaire.version,
          document: text,
          document_hash: hash,
        })
        .onConflict((conflict) => conflict.columns(['questionnaire_id', 'version']).doNothing())
        .execute();
      const stored = await tx
        .selectFrom('questionnaire_version')
        .select('document_hash')
        .where('questionnaire_id', '=', questionnaire.id)
        .where('version', '=', questionnaire.version)
        .executeTakeFirstOrThrow();
      if (!stored.document_hash.equals(hash)) {
        throw new Error(
          `Questionnaire ${questionnaire.id} version ${questionnaire.version} was changed after it was published.`,
        );
      }
    }
  });

const loaded = new Map<string, Questionnaire>();

/** A pinned version, as it was published. Throws when it was never published here. */
export const pinnedQuestionnaire = async (tx: Tx, id: string, version: number): Promise<Questionnaire> => {
  const key = `${id} ${version}`;
  const known = loaded.get(key) ?? findQuestionnaire(id, version);
  if (known !== undefined) return known;
  const row = await tx
    .selectFrom('questionnaire_version')
    .select('document')
    .where('questionnaire_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  // Only publishQuestionnaires writes documents, from this type.
  const questionnaire = row.document as unknown as Questionnaire;
  loaded.set(key, questionnaire);
  return questionnaire;
};

/** The newest documents of a kind, one for each span of grades. */
export const currentQuestionnaires = (kind: QuestionnaireKind): readonly Questionnaire[] => {
  const found = [1, 2, 3, 4, 5, 6, 7].flatMap((grade) => questionnaireFor(kind, grade) ?? []);
  return [...new Set(found)];
};
