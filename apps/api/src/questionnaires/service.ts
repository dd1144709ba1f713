import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { sql, type Database, type Tx } from '@samhold/db';
import {
  allQuestionnaires,
  criterionIn,
  findQuestionnaire,
  OWN,
  ownQuestionnaireId,
  questionnaireFor,
  type Questionnaire,
  type QuestionnaireKind,
} from '@samhold/survey';
import * as queries from './queries.ts';

type CriterionName = { readonly id: string; readonly title: string; readonly phrase: string };

export const canonical = (questionnaire: Questionnaire): string => canonicalize(questionnaire) ?? '';

export const hashOf = (document: string): Buffer => createHash('sha256').update(document).digest();

/** Stores each published version once. Throws when a version's document differs from the one stored. */
export const publishQuestionnaires = (db: Database): Promise<void> =>
  db.beforeScope(async (tx) => {
    for (const questionnaire of allQuestionnaires) {
      const text = canonical(questionnaire);
      const hash = hashOf(text);
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

const pinnedOwn = async (tx: Tx, schoolId: string, id: string, version: number): Promise<Questionnaire> => {
  const key = `${schoolId} ${id} ${version}`;
  const known = loaded.get(key);
  if (known !== undefined) return known;
  const questionnaire = await queries.ownVersion(tx, schoolId, id, version);
  loaded.set(key, questionnaire);
  return questionnaire;
};

/** A pinned version, as it was published. Throws when it was never published here. */
export const pinnedQuestionnaire = async (
  tx: Tx,
  schoolId: string,
  id: string,
  version: number,
): Promise<Questionnaire> => {
  if (id.startsWith(OWN)) return pinnedOwn(tx, schoolId, id, version);
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

/** The newest documents of a kind that the product has, one for each span of grades. */
export const standardQuestionnaires = (kind: QuestionnaireKind): readonly Questionnaire[] => {
  const found = [1, 2, 3, 4, 5, 6, 7].flatMap((grade) => questionnaireFor(kind, grade) ?? []);
  return [...new Set(found)];
};

/** The newest documents of a kind for a school: its own version where it has made one, else the product's. */
export const currentQuestionnaires = async (
  tx: Tx,
  schoolId: string,
  kind: QuestionnaireKind,
): Promise<readonly Questionnaire[]> => {
  const newest = await queries.newestOwn(tx, schoolId);
  const found: Questionnaire[] = [];
  for (const standard of standardQuestionnaires(kind)) {
    const id = ownQuestionnaireId(standard.id);
    const version = newest.get(id);
    found.push(version === undefined ? standard : await pinnedOwn(tx, schoolId, id, version));
  }
  return found;
};

/**
 * Until the transaction ends nobody publishes a version while rounds that pin the newest are made, nor the other way round:
 * `alone` is for whoever publishes.
 */
export const holdVersions = (tx: Tx, schoolId: string, how: 'shared' | 'alone') =>
  (how === 'alone'
    ? sql`select pg_advisory_xact_lock(hashtextextended(${`questionnaires ${schoolId}`}, 0))`
    : sql`select pg_advisory_xact_lock_shared(hashtextextended(${`questionnaires ${schoolId}`}, 0))`
  ).execute(tx);

/** What staff call a criterion of a questionnaire. */
export const criterionTitle = (questionnaire: Questionnaire, criterionId: string): string =>
  criterionIn(questionnaire, criterionId)?.title.nb ?? criterionId;

/** The criteria of a round that a questionnaire has; a round of several may ask for some that one of them does not have. */
export const criteriaAsked = (questionnaire: Questionnaire, criteria: readonly string[]): readonly string[] =>
  criteria.filter((id) => criterionIn(questionnaire, id) !== undefined);

/** Every criterion the school has written, also of versions that are no longer in use. */
export const ownCriteria = async (tx: Tx, schoolId: string): Promise<readonly CriterionName[]> =>
  (await queries.ownDocuments(tx, schoolId)).flatMap(({ items }) =>
    items.flatMap((item) =>
      item.type === 'nomination' && item.criterion !== undefined
        ? [{ id: item.criterionId, title: item.criterion.title.nb, phrase: item.criterion.phrase.nb }]
        : [],
    ),
  );

/** What a round of a grade can ask pupils to choose for, as it is now; of any grade when left out. */
export const criteriaToAsk = async (
  tx: Tx,
  schoolId: string,
  grade?: number,
): Promise<{ criterionId: string; title: string }[]> => {
  const titles = new Map<string, string>();
  for (const doc of await currentQuestionnaires(tx, schoolId, 'sociogram')) {
    if (grade !== undefined && (grade < doc.grades.from || doc.grades.to < grade)) continue;
    for (const item of doc.items)
      if (item.type === 'nomination') titles.set(item.criterionId, criterionTitle(doc, item.criterionId));
  }
  return [...titles].map(([criterionId, title]) => ({ criterionId, title }));
};

/** The criteria that these questionnaires can ask for, each once. */
export const criteriaOf = (questionnaires: readonly Questionnaire[]): string[] => [
  ...new Set(
    questionnaires.flatMap(({ items }) =>
      items.flatMap((item) => (item.type === 'nomination' ? [item.criterionId] : [])),
    ),
  ),
];
