import {
  Erase,
  Erased,
  FoundPupils,
  Id,
  NewHold,
  PupilRights,
  RectifyName,
  Retention,
  RetentionSettings,
  Shape,
} from '@samhold/contract';
import Type from 'typebox';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { readRetention, setRetention } from '../retention/settings.ts';
import { erasePupil } from './erase.ts';
import { exportRoutes } from './export/routes.ts';
import { findForRights } from './find.ts';
import { endHold, placeHold } from './holds.ts';
import { readRights } from './read.ts';
import { rectifyName } from './rectify-name.ts';

const config = { access: ['leadership'] } as const;
const ofPupil = Shape({ pupilId: Id });

export const rightsRoutes = (deps: Dependencies) => async (api: Api) => {
  await exportRoutes(deps)(api);

  api.get('/retention', { config, schema: { response: { 200: Retention } } }, (request) =>
    readRetention(deps, request.staff),
  );

  api.put('/retention', { config, schema: { body: RetentionSettings } }, async (request, reply) => {
    await setRetention(deps, request.staff, request.body);
    return reply.code(204).send();
  });

  // A name in an address would stand in logs on the way.
  api.post(
    '/pupil-rights/pupils',
    {
      config: { ...config, whileClosing: true },
      schema: {
        body: Shape({ sought: Type.String({ minLength: 2, maxLength: 60, pattern: '\\S.*\\S' }) }),
        response: { 200: FoundPupils },
      },
    },
    (request) => findForRights(deps, request.staff, request.body.sought),
  );

  api.get(
    '/pupil-rights/:pupilId',
    { config, schema: { params: ofPupil, response: { 200: PupilRights } } },
    (request) => readRights(deps, request.staff, request.params.pupilId),
  );

  api.put(
    '/pupil-rights/:pupilId/name',
    { config, schema: { params: ofPupil, body: RectifyName } },
    async (request, reply) => {
      await rectifyName(deps, request.staff, request.params.pupilId, request.body);
      return reply.code(204).send();
    },
  );

  api.post(
    '/pupil-rights/:pupilId/holds',
    { config: { ...config, whileClosing: true }, schema: { params: ofPupil, body: NewHold } },
    async (request, reply) => {
      await placeHold(deps, request.staff, request.params.pupilId, request.body);
      return reply.code(204).send();
    },
  );

  api.post(
    '/pupil-rights/:pupilId/holds/:holdId/end',
    { config: { ...config, whileClosing: true }, schema: { params: Shape({ pupilId: Id, holdId: Id }) } },
    async (request, reply) => {
      await endHold(deps, request.staff, request.params);
      return reply.code(204).send();
    },
  );

  api.post(
    '/pupil-rights/:pupilId/erasure',
    { config, schema: { params: ofPupil, body: Erase, response: { 200: Erased } } },
    (request) => erasePupil(deps, request.staff, request.params.pupilId, request.body),
  );
};
