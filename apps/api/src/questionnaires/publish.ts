import { createHash } from 'node:crypto';
import type { EditedQuestionnaire, ReadDraft } from '@samhold/contract';
import {
  ownProblems,
  OWN,
  ownQuestionnaire,
  ownQuestionnaireId,
  type OwnItem,
  type Questionnaire,
} from '@samhold/survey';
import type { StaffActor } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { holdPlannedRounds, repinRounds } from '../rounds/repin-rounds.ts';
import { entriesIn, requireUnchanged, standardOf, toEdit } from './edit.ts';
import * as queries from './queries.ts';
import { canonical, criteriaOf, currentQuestionnaires, hashOf, holdVersions } from './service.ts';
import { versionChanges } from './version-changes.ts';

const MOST_DETAILS = 20;

/**
 * The same words with the same options are the same item from version to version, and worded anew it is another: figures
 * of two wordings are never put together.
 */
const idIn =
  (standard: Questionnaire) =>
  (own: OwnItem): string => {
    const asked = [standard.id, own.text.nb, own.type === 'choice' ? own.scaleId : own.type];
    return `${OWN}${createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 16)}`;
  };

/** Throws questionnaire_refused, with what each rule says, for a draft that may not be asked. */
const requireFit = (standard: Questionnaire, entries: ReturnType<typeof entriesIn>): void => {
  const { refused, advice, unread } = ownProblems(standard, entries);
  const details = [
    ...refused.map(({ code, path }) => `${path} ${code}`),
    ...advice.map(({ code, itemId }) => `items.${itemId} ${code}`),
    ...unread.map((key) => `items.${key} unread`),
  ];
  if (details.length > 0) throw new AppError('questionnaire_refused', details.slice(0, MOST_DETAILS));
};

/** Makes the draft the version in use. Rounds that are open or done keep the version they pinned. */
export const publishDraft = (
  deps: Dependencies,
  actor: StaffActor,
  questionnaireId: string,
  { basedOn, revision }: ReadDraft,
): Promise<EditedQuestionnaire> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId, staffId } = actor;
    const standard = standardOf(questionnaireId);
    const id = ownQuestionnaireId(standard.id);
    await holdPlannedRounds(tx, schoolId, standard.kind);
    await holdVersions(tx, schoolId, 'alone');
    await requireUnchanged(tx, schoolId, id, basedOn);
    const draft = await queries.takeDraft(tx, schoolId, id, revision);
    if (draft === undefined) throw new AppError('questionnaire_changed');
    const entries = entriesIn(draft.entries);
    requireFit(standard, entries);
    const before = await currentQuestionnaires(tx, schoolId, standard.kind);
    const inUse = before.find((doc) => [id, standard.id].includes(doc.id)) ?? standard;
    const version = ownQuestionnaire(standard, basedOn + 1, entries, idIn(standard));
    if (versionChanges(inUse, version).length === 0) throw new AppError('nothing_changed');
    const document = canonical(version);
    await tx
      .insertInto('own_questionnaire_version')
      .values({
        school_id: schoolId,
        questionnaire_id: id,
        version: version.version,
        entries: JSON.stringify(entries),
        document,
        document_hash: hashOf(document),
        made_by: staffId,
        made_at: deps.now(),
      })
      .execute();
    await repinRounds(tx, schoolId, standard, version, {
      before: criteriaOf(before),
      after: criteriaOf(await currentQuestionnaires(tx, schoolId, standard.kind)),
    });
    return toEdit(tx, await sealer(), schoolId, standard);
  });
