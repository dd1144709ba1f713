import { EditedQuestionnaire, QuestionnaireList, ReadDraft, SaveDraft, Shape } from '@samhold/contract';
import Type from 'typebox';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { discardDraft, listQuestionnaires, readQuestionnaire, saveDraft } from './edit.ts';
import { publishDraft } from './publish.ts';

const config = { access: ['leadership'] } as const;
const params = Shape({ questionnaireId: Type.String({ minLength: 1, maxLength: 60 }) });
const response = { 200: EditedQuestionnaire };

export const questionnaireRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get('/questionnaires', { config, schema: { response: { 200: QuestionnaireList } } }, (request) =>
    listQuestionnaires(deps, request.staff),
  );

  api.get('/questionnaires/:questionnaireId', { config, schema: { params, response } }, (request) =>
    readQuestionnaire(deps, request.staff, request.params.questionnaireId),
  );

  api.put(
    '/questionnaires/:questionnaireId/draft',
    { config, schema: { params, body: SaveDraft, response } },
    (request) => saveDraft(deps, request.staff, request.params.questionnaireId, request.body),
  );

  api.post(
    '/questionnaires/:questionnaireId/draft/discard',
    { config, schema: { params, body: ReadDraft, response } },
    (request) => discardDraft(deps, request.staff, request.params.questionnaireId, request.body),
  );

  api.post(
    '/questionnaires/:questionnaireId/versions',
    { config, schema: { params, body: ReadDraft, response } },
    (request) => publishDraft(deps, request.staff, request.params.questionnaireId, request.body),
  );
};
