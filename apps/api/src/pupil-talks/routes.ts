import { ClassPupilTalks, Id, PupilTalkPage, SaveTalk, Shape } from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { printTalkSheet, readClassTalks, readTalk, saveTalk } from './service.ts';

const config = { access: ['contact_teacher'] } as const;
const ofRestricted = { ...config, answers: [423] };
const ofPupil = Shape({ classId: Id, pupilId: Id });

export const pupilTalkRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get(
    '/classes/:classId/pupil-talks',
    { config, schema: { params: Shape({ classId: Id }), response: { 200: ClassPupilTalks } } },
    (request) => readClassTalks(deps, request.staff, request.params.classId),
  );

  api.get(
    '/classes/:classId/pupils/:pupilId/talk',
    { config: ofRestricted, schema: { params: ofPupil, response: { 200: PupilTalkPage } } },
    (request) => readTalk(deps, request.staff, request.params),
  );

  api.put(
    '/classes/:classId/pupils/:pupilId/talk',
    { config: ofRestricted, schema: { params: ofPupil, body: SaveTalk, response: { 200: PupilTalkPage } } },
    (request) => saveTalk(deps, request.staff, request.params, request.body),
  );

  api.get(
    '/classes/:classId/pupils/:pupilId/talk/sheet',
    {
      config: { ...config, answers: [423] },
      schema: { params: ofPupil, produces: ['application/pdf'] },
    },
    async (request, reply) =>
      reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', 'attachment; filename="elevsamtale.pdf"')
        .send(await printTalkSheet(deps, request.staff, request.params)),
  );
};
