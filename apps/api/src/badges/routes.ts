import { ClassBadges, EnterByBadge, Id, PrintBadges, Shape } from '@samhold/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { cookieOptions, identityCookie, pupilCookie } from '../session/tokens.ts';
import { enterByBadge } from './enter.ts';
import { resetPictureCode } from '../roster/picture-codes.ts';
import { printClassBadges, printPupilBadge, readBadges, revokePupilBadge } from './service.ts';

const contactTeacher = { access: ['contact_teacher'] } as const;
const ofClass = Shape({ classId: Id });
const ofPupil = Shape({ pupilId: Id });

/** Where pupils' tablets come back to: the address the teacher prints from. */
const originOf = (request: FastifyRequest): string => `${request.protocol}://${request.host}`;

// The name of the file says nothing of whose badges it holds.
const asPdf = (reply: FastifyReply, pdf: Buffer) =>
  reply
    .header('content-type', 'application/pdf')
    .header('content-disposition', 'attachment; filename="merker.pdf"')
    .send(pdf);

export const badgeRoutes = (deps: Dependencies) => async (api: Api) => {
  api.post(
    '/badge',
    { config: { access: 'anyone', limited: 'misses' }, schema: { body: EnterByBadge } },
    async (request, reply) => {
      const cookie = await enterByBadge(deps, request.body);
      return reply
        .clearCookie(identityCookie, cookieOptions)
        .setCookie(pupilCookie, cookie, cookieOptions)
        .code(204)
        .send();
    },
  );

  api.get(
    '/classes/:classId/badges',
    { config: contactTeacher, schema: { params: ofClass, response: { 200: ClassBadges } } },
    (request) => readBadges(deps, request.staff, request.params.classId),
  );

  api.post(
    '/classes/:classId/badges',
    { config: contactTeacher, schema: { params: ofClass, body: PrintBadges, produces: ['application/pdf'] } },
    async (request, reply) => {
      const { classId } = request.params;
      return asPdf(
        reply,
        await printClassBadges(deps, request.staff, classId, request.body.renew, originOf(request)),
      );
    },
  );

  api.post(
    '/pupils/:pupilId/badge',
    { config: contactTeacher, schema: { params: ofPupil, produces: ['application/pdf'] } },
    async (request, reply) =>
      asPdf(reply, await printPupilBadge(deps, request.staff, request.params.pupilId, originOf(request))),
  );

  api.post(
    '/pupils/:pupilId/badge/revoke',
    { config: contactTeacher, schema: { params: ofPupil, response: { 200: ClassBadges } } },
    (request) => revokePupilBadge(deps, request.staff, request.params.pupilId),
  );

  api.post(
    '/pupils/:pupilId/picture-code/reset',
    { config: { access: ['contact_teacher', 'substitute'] }, schema: { params: ofPupil } },
    async (request, reply) => {
      await resetPictureCode(deps, request.staff, request.params.pupilId);
      return reply.code(204).send();
    },
  );
};
