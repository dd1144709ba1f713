import {
  Id,
  JoinClass,
  JoinedClass,
  PupilForm,
  PutResponse,
  ResponseReceipt,
  Shape,
  StartPupilSession,
} from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { cookieOptions, pupilCookie } from '../session/tokens.ts';
import { endPupilSession, joinClass, readForm, startPupilSession } from './pupil-session.ts';
import { putResponse } from './service.ts';

export const responseRoutes = (deps: Dependencies) => async (api: Api) => {
  const guessing = { access: 'anyone', rateLimit: {} } as const;

  api.post(
    '/join',
    { config: guessing, schema: { body: JoinClass, response: { 200: JoinedClass } } },
    (request) => joinClass(deps, request.body.classCode),
  );

  api.post(
    '/pupil-session',
    { config: guessing, schema: { body: StartPupilSession } },
    async (request, reply) => {
      const cookie = await startPupilSession(deps, request.body);
      return reply.setCookie(pupilCookie, cookie, cookieOptions).code(204).send();
    },
  );

  api.get(
    '/pupil-session/form',
    { config: { access: 'pupil' }, schema: { response: { 200: PupilForm } } },
    (request) => readForm(deps, request.pupil),
  );

  api.put(
    '/responses/:responseId',
    {
      config: { access: 'pupil' },
      schema: { params: Shape({ responseId: Id }), body: PutResponse, response: { 200: ResponseReceipt } },
    },
    (request) => putResponse(deps, request.pupil, request.params.responseId, request.body),
  );

  api.delete('/pupil-session', { config: { access: 'pupil' } }, async (request, reply) => {
    await endPupilSession(deps, request.pupil);
    return reply.clearCookie(pupilCookie, cookieOptions).code(204).send();
  });
};
