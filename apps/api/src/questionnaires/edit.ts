import type { EditedQuestionnaire, QuestionnaireList, ReadDraft, SaveDraft } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import { ownQuestionnaireId, standardEntries, type OwnEntry, type Questionnaire } from '@samhold/survey';
import type { StaffActor } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { wholeNames } from '../roster/names.ts';
import { waitingRounds } from '../rounds/repin-rounds.ts';
import { pupilLanguages } from '../school/languages.ts';
import { cleanEntries } from './clean-entries.ts';
import * as queries from './queries.ts';
import { standardQuestionnaires } from './service.ts';
import { versionChanges } from './version-changes.ts';

type Summary = QuestionnaireList['questionnaires'][number];

const allStandard = (): readonly Questionnaire[] => [
  ...standardQuestionnaires('wellbeing'),
  ...standardQuestionnaires('sociogram'),
];

/** The product's questionnaire a school's versions are of. Throws not_found for an id that is none. */
export const standardOf = (questionnaireId: string): Questionnaire => {
  const standard = allStandard().find(({ id }) => id === questionnaireId);
  if (standard === undefined) throw new AppError('not_found');
  return standard;
};

// Only saving and publishing write entries and documents, from these types.
export const entriesIn = (stored: unknown): readonly OwnEntry[] => stored as readonly OwnEntry[];
export const documentIn = (stored: unknown): Questionnaire => stored as Questionnaire;

const editedOf = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  standard: Questionnaire,
): Promise<Summary & { readonly entries: readonly OwnEntry[] }> => {
  const id = ownQuestionnaireId(standard.id);
  const rows = await queries.ownVersions(tx, schoolId, id);
  const draft = await queries.draftOf(tx, schoolId, id);
  const staffIds = [...rows.map((row) => row.made_by), ...(draft === undefined ? [] : [draft.edited_by])];
  const names = await wholeNames(tx, sealer, schoolId, [...new Set(staffIds)]);
  const documents = [standard, ...rows.map((row) => documentIn(row.document))];
  const inUse = documents.at(-1) ?? standard;
  return {
    questionnaireId: standard.id,
    kind: standard.kind,
    fromGrade: standard.grades.from,
    toGrade: standard.grades.to,
    items: inUse.items.length,
    ownItems: inUse.items.filter((item) => item.own).length,
    inUse: rows.at(-1)?.version ?? 0,
    versions: rows
      .map((row, at) => ({
        version: row.version,
        madeBy: names.get(row.made_by) ?? '–',
        madeAt: row.made_at.toISOString(),
        changes: versionChanges(documents[at] ?? standard, documentIn(row.document)),
      }))
      .reverse(),
    draft:
      draft === undefined
        ? null
        : {
            revision: draft.revision,
            editedBy: names.get(draft.edited_by) ?? '–',
            editedAt: draft.edited_at.toISOString(),
          },
    entries: entriesIn(draft?.entries ?? rows.at(-1)?.entries ?? standardEntries(standard)),
  };
};

export const listQuestionnaires = (deps: Dependencies, actor: StaffActor): Promise<QuestionnaireList> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const school = await sealer();
    const questionnaires: Summary[] = [];
    for (const standard of allStandard()) {
      const { entries: _entries, ...summary } = await editedOf(tx, school, actor.schoolId, standard);
      questionnaires.push(summary);
    }
    return { questionnaires };
  });

export const toEdit = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  standard: Questionnaire,
): Promise<EditedQuestionnaire> => {
  const { entries, ...edited } = await editedOf(tx, sealer, schoolId, standard);
  return {
    ...edited,
    entries: entries as EditedQuestionnaire['entries'],
    languages: await pupilLanguages(tx, schoolId),
    rounds: (await waitingRounds(tx, schoolId, standard.kind)).map(({ name, opens_on: day }) => ({
      name,
      opensOn: String(day),
    })),
  };
};

export const readQuestionnaire = (
  deps: Dependencies,
  actor: StaffActor,
  questionnaireId: string,
): Promise<EditedQuestionnaire> =>
  deps.db.inScope(actor, async (tx, sealer) =>
    toEdit(tx, await sealer(), actor.schoolId, standardOf(questionnaireId)),
  );

/** Throws questionnaire_changed when a version has been published since the draft was begun. */
export const requireUnchanged = async (
  tx: Tx,
  schoolId: string,
  ownId: string,
  basedOn: number,
): Promise<void> => {
  const inUse = (await queries.newestOwn(tx, schoolId)).get(ownId) ?? 0;
  if (inUse !== basedOn) throw new AppError('questionnaire_changed');
};

const namesOf = (entries: readonly OwnEntry[]): readonly string[] =>
  entries.map((entry) => ('own' in entry ? entry.own.key : entry.standard));

/** Keeps a draft as it is written, also one that cannot be published yet. */
export const saveDraft = (
  deps: Dependencies,
  actor: StaffActor,
  questionnaireId: string,
  { basedOn, revision, entries }: SaveDraft,
): Promise<EditedQuestionnaire> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId, staffId } = actor;
    const standard = standardOf(questionnaireId);
    const cleaned = cleanEntries(entries);
    if (new Set(namesOf(cleaned)).size < cleaned.length) throw new AppError('invalid_request', ['entries']);
    const ownId = ownQuestionnaireId(standard.id);
    await requireUnchanged(tx, schoolId, ownId, basedOn);
    const saved = await queries.saveDraft(tx, schoolId, {
      questionnaireId: ownId,
      ...{ basedOn, revision, by: staffId, at: deps.now() },
      entries: JSON.stringify(cleaned),
    });
    if (!saved) throw new AppError('questionnaire_changed');
    return toEdit(tx, await sealer(), schoolId, standard);
  });

export const discardDraft = (
  deps: Dependencies,
  actor: StaffActor,
  questionnaireId: string,
  { revision }: ReadDraft,
): Promise<EditedQuestionnaire> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const standard = standardOf(questionnaireId);
    const ownId = ownQuestionnaireId(standard.id);
    const taken = await queries.takeDraft(tx, actor.schoolId, ownId, revision);
    if (taken === undefined) throw new AppError('questionnaire_changed');
    return toEdit(tx, await sealer(), actor.schoolId, standard);
  });
