import {
  DecideLate,
  Id,
  JoinClass,
  JoinedClass,
  PupilForm,
  PartsReceipt,
  PutParts,
  ReportFormFaults,
  Shape,
  StartPupilSession,
} from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { readInvestigationForm, leaveInvestigation } from '../investigations/answering/form.ts';
import { joinInvestigation, startInvestigation } from '../investigations/answering/join.ts';
import { orInvestigation } from '../investigations/answering/or-investigation.ts';
import { putInvestigationParts } from '../investigations/answering/put-parts.ts';
import { openIdentity } from '../pupil-identities/signed-in-identity.ts';
import { cookieOptions, identityCookie, pupilCookie, readToken } from '../session/tokens.ts';
import { reportFormFaults } from './form-faults.ts';
import { decideLate } from './late-answers.ts';
import { endPupilSession, joinClass, readForm, startPupilSession } from './pupil-session.ts';
import { openPutParts } from './put-parts.ts';

const late = '/sittings/:sittingId/pupils/:pupilId/late-answers';

export const responseRoutes = (deps: Dependencies) => async (api: Api) => {
  const putParts = openPutParts(deps);
  const guessing = { access: 'anyone', limited: 'misses' } as const;

  api.post(
    '/join',
    { config: guessing, schema: { body: JoinClass, response: { 200: JoinedClass } } },
    ({ body: { classCode } }) =>
      orInvestigation(joinClass(deps, classCode), 'unknown_class_code', () =>
        joinInvestigation(deps, classCode),
      ),
  );

  api.post(
    '/pupil-session',
    { config: { ...guessing, answers: [423] }, schema: { body: StartPupilSession } },
    async (request, reply) => {
      const identity = openIdentity(deps, request.cookies[identityCookie]);
      const cookie = await orInvestigation(
        startPupilSession(deps, request.body, identity),
        'unknown_class_code',
        () => startInvestigation(deps, request.body),
      );
      return reply
        .clearCookie(identityCookie, cookieOptions)
        .setCookie(pupilCookie, cookie, cookieOptions)
        .code(204)
        .send();
    },
  );

  api.get(
    '/pupil-session/form',
    { config: { access: 'pupil' }, schema: { response: { 200: PupilForm } } },
    ({ pupil }) =>
      orInvestigation(readForm(deps, pupil), 'pupil_session_ended', () => readInvestigationForm(deps, pupil)),
  );

  api.post(
    '/pupil-session/form-faults',
    { config: { access: 'pupil' }, schema: { body: ReportFormFaults } },
    async (request, reply) => {
      await reportFormFaults(deps, request.pupil, request.body.faults);
      return reply.code(204).send();
    },
  );

  api.put(
    '/responses/:responseId/parts',
    {
      config: { access: 'upload' },
      schema: { params: Shape({ responseId: Id }), body: PutParts, response: { 200: PartsReceipt } },
      bodyLimit: 2 * 1024 * 1024,
    },
    ({ upload, params: { responseId }, body }) =>
      orInvestigation(putParts(upload, responseId, body), 'upload_unknown', () =>
        putInvestigationParts(deps, upload, responseId, body),
      ),
  );

  api.post(
    late,
    {
      config: { access: ['contact_teacher', 'substitute'] },
      schema: { params: Shape({ sittingId: Id, pupilId: Id }), body: DecideLate },
    },
    async (request, reply) => {
      const { sittingId, pupilId } = request.params;
      await decideLate(deps, request.staff, sittingId, pupilId, request.body.include);
      return reply.code(204).send();
    },
  );

  // To end what has ended already is no fault.
  api.delete('/pupil-session', { config: { access: 'anyone' } }, async (request, reply) => {
    const credential = readToken(request.cookies[pupilCookie]);
    if (credential !== undefined) {
      await endPupilSession(deps, credential);
      await leaveInvestigation(deps, credential);
    }
    return reply
      .clearCookie(pupilCookie, cookieOptions)
      .clearCookie(identityCookie, cookieOptions)
      .code(204)
      .send();
  });
};
