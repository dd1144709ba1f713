import type { EditedQuestionnaire, QuestionnaireList, ReadDraft, SaveDraft } from '@samhold/contract';
import { get, post, put } from '#lib/api.ts';

const path = (questionnaireId: string) => `/questionnaires/${encodeURIComponent(questionnaireId)}`;

export const readQuestionnaires = () => get<QuestionnaireList>('/questionnaires');
export const readQuestionnaire = (questionnaireId: string) => get<EditedQuestionnaire>(path(questionnaireId));
export const saveDraft = (questionnaireId: string, draft: SaveDraft) =>
  put<EditedQuestionnaire>(`${path(questionnaireId)}/draft`, draft);
export const discardDraft = (questionnaireId: string, read: ReadDraft) =>
  post<EditedQuestionnaire>(`${path(questionnaireId)}/draft/discard`, read);
export const publishDraft = (questionnaireId: string, read: ReadDraft) =>
  post<EditedQuestionnaire>(`${path(questionnaireId)}/versions`, read);
