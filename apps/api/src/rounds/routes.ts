import { Readable } from 'node:stream';
import {
  ClassHome,
  ExtendSitting,
  Helpers,
  Id,
  PlanRound,
  RecordHelp,
  RoundList,
  RoundOverview,
  Shape,
  SittingStatus,
  SittingSummary,
  StartSitting,
  VoidResponse,
} from '@samhold/contract';
import { staffFor } from '../access/declare-access.ts';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { staffCookie } from '../session/tokens.ts';
import { readClassHome } from './class-home.ts';
import { closeSitting } from './close.ts';
import { endRound } from './end-round.ts';
import { extendSitting } from './extend-sitting.ts';
import { followStatus } from './follow-sitting.ts';
import { listRounds, planRound } from './plan.ts';
import { listHelpers, recordHelp } from './pupil-help.ts';
import { letAnswerLater, unlockPupil } from './pupils-of-sitting.ts';
import { showClassCode } from './show-class-code.ts';
import { startSitting } from './sittings.ts';
import { readStatus } from './status.ts';
import { restoreResponse, voidResponse } from './void-response.ts';

const ofClass = { access: ['contact_teacher', 'substitute'] } as const;
const leadership = { access: ['leadership'] } as const;
const sittingParams = Shape({ sittingId: Id });
const pupilParams = Shape({ sittingId: Id, pupilId: Id });

export const roundRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get(
    '/classes/:classId/home',
    { config: ofClass, schema: { params: Shape({ classId: Id }), response: { 200: ClassHome } } },
    (request) => readClassHome(deps, request.staff, request.params.classId),
  );

  api.post(
    '/classes/:classId/sittings',
    {
      config: ofClass,
      schema: { params: Shape({ classId: Id }), body: StartSitting, response: { 201: SittingSummary } },
    },
    async (request, reply) =>
      reply.code(201).send(await startSitting(deps, request.staff, request.params.classId, request.body)),
  );

  api.get(
    '/sittings/:sittingId',
    { config: ofClass, schema: { params: sittingParams, response: { 200: SittingStatus } } },
    (request) => readStatus(deps, request.staff, request.params.sittingId),
  );

  api.get(
    '/sittings/:sittingId/events',
    { config: ofClass, schema: { params: sittingParams } },
    async (request, reply) => {
      const { sittingId } = request.params;
      // What cannot be read is refused as anywhere else, before the stream begins.
      const first = await readStatus(deps, request.staff, sittingId);
      // Somebody whose access has ended meanwhile sees no more of it.
      const read = async () => {
        const staff = await staffFor(deps, request.cookies[staffCookie], ofClass.access);
        return readStatus(deps, staff, sittingId);
      };
      return reply
        .header('content-type', 'text/event-stream; charset=utf-8')
        .header('x-accel-buffering', 'no')
        .send(Readable.from(followStatus(first, read, { ending: deps.progress?.ending })));
    },
  );

  api.post(
    '/sittings/:sittingId/extend',
    {
      config: ofClass,
      schema: { params: sittingParams, body: ExtendSitting, response: { 200: SittingStatus } },
    },
    (request) => extendSitting(deps, request.staff, request.params.sittingId, request.body.closesOn),
  );

  api.post(
    '/sittings/:sittingId/pupils/:pupilId/void',
    {
      config: ofClass,
      schema: { params: pupilParams, body: VoidResponse, response: { 200: SittingStatus } },
    },
    (request) => voidResponse(deps, request.staff, request.params, request.body.reason),
  );

  api.post(
    '/sittings/:sittingId/pupils/:pupilId/restore',
    { config: ofClass, schema: { params: pupilParams, response: { 200: SittingStatus } } },
    (request) => restoreResponse(deps, request.staff, request.params),
  );

  api.post(
    '/sittings/:sittingId/class-code',
    { config: ofClass, schema: { params: sittingParams, response: { 200: SittingStatus } } },
    (request) => showClassCode(deps, request.staff, request.params.sittingId),
  );

  api.post(
    '/sittings/:sittingId/close',
    { config: ofClass, schema: { params: sittingParams, response: { 200: SittingSummary } } },
    (request) => closeSitting(deps, request.staff, request.params.sittingId),
  );

  api.post(
    '/sittings/:sittingId/pupils/:pupilId/unlock',
    { config: ofClass, schema: { params: pupilParams } },
    async (request, reply) => {
      await unlockPupil(deps, request.staff, request.params.sittingId, request.params.pupilId);
      return reply.code(204).send();
    },
  );

  api.post(
    '/sittings/:sittingId/pupils/:pupilId/answer-later',
    { config: ofClass, schema: { params: pupilParams, response: { 200: SittingStatus } } },
    (request) => letAnswerLater(deps, request.staff, request.params.sittingId, request.params.pupilId),
  );

  api.get(
    '/sittings/:sittingId/helpers',
    { config: ofClass, schema: { params: sittingParams, response: { 200: Helpers } } },
    (request) => listHelpers(deps, request.staff, request.params.sittingId),
  );

  api.put(
    '/sittings/:sittingId/pupils/:pupilId/helper',
    { config: ofClass, schema: { params: pupilParams, body: RecordHelp, response: { 200: SittingStatus } } },
    (request) => recordHelp(deps, request.staff, request.params, request.body.staffId),
  );

  api.get('/rounds', { config: leadership, schema: { response: { 200: RoundList } } }, (request) =>
    listRounds(deps, request.staff),
  );

  api.post(
    '/rounds',
    { config: leadership, schema: { body: PlanRound, response: { 201: RoundOverview } } },
    async (request, reply) => reply.code(201).send(await planRound(deps, request.staff, request.body)),
  );

  api.post(
    '/rounds/:roundId/end',
    { config: leadership, schema: { params: Shape({ roundId: Id }), response: { 200: RoundOverview } } },
    (request) => endRound(deps, request.staff, request.params.roundId),
  );
};
