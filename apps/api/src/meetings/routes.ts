import {
  AddPoint,
  AddToMinutes,
  CallIn,
  Id,
  MarkPresent,
  MeetingList,
  MeetingPage,
  NewMeeting,
  NewTask,
  OrderPoints,
  Shape,
  WriteMinutes,
} from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { addPoint, addToMinutes, decideTask, orderPoints, removePoint, writeMinutes } from './points.ts';
import { printAgenda } from './print-agenda.ts';
import {
  callInToMeeting,
  callMeeting,
  closeMeeting,
  listMeetings,
  markPresent,
  readMeeting,
} from './service.ts';

const leads = { access: ['social_teacher', 'leadership'] } as const;
/** Whoever can be called in; who is, the meeting itself says. */
const called = {
  access: [
    'contact_teacher',
    'substitute',
    'employee',
    'social_teacher',
    'environment_team',
    'leadership',
    'principal',
  ],
} as const;
const ofMeeting = Shape({ meetingId: Id });
const ofItem = Shape({ itemId: Id });
const page = { 200: MeetingPage };

export const meetingRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get('/meetings', { config: called, schema: { response: { 200: MeetingList } } }, (request) =>
    listMeetings(deps, request.staff),
  );
  api.post(
    '/meetings',
    { config: leads, schema: { body: NewMeeting, response: { 201: MeetingPage } } },
    async (request, reply) => reply.code(201).send(await callMeeting(deps, request.staff, request.body)),
  );
  api.get(
    '/meetings/:meetingId',
    { config: called, schema: { params: ofMeeting, response: page } },
    (request) => readMeeting(deps, request.staff, request.params.meetingId),
  );
  api.get(
    '/meetings/:meetingId/agenda',
    { config: called, schema: { params: ofMeeting, produces: ['application/pdf'] } },
    async (request, reply) =>
      reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', 'attachment; filename="elevsaksmote.pdf"')
        .send(await printAgenda(deps, request.staff, request.params.meetingId)),
  );
  api.put(
    '/meetings/:meetingId/participants',
    { config: leads, schema: { params: ofMeeting, body: CallIn, response: page } },
    (request) => callInToMeeting(deps, request.staff, request.params.meetingId, request.body),
  );
  api.put(
    '/meetings/:meetingId/presence',
    { config: called, schema: { params: ofMeeting, body: MarkPresent, response: page } },
    (request) => markPresent(deps, request.staff, request.params.meetingId, request.body),
  );
  api.post(
    '/meetings/:meetingId/points',
    { config: called, schema: { params: ofMeeting, body: AddPoint, response: page } },
    (request) => addPoint(deps, request.staff, request.params.meetingId, request.body),
  );
  api.put(
    '/meetings/:meetingId/order',
    { config: leads, schema: { params: ofMeeting, body: OrderPoints, response: page } },
    (request) => orderPoints(deps, request.staff, request.params.meetingId, request.body),
  );
  api.post(
    '/meetings/:meetingId/close',
    { config: leads, schema: { params: ofMeeting, response: page } },
    (request) => closeMeeting(deps, request.staff, request.params.meetingId),
  );
  api.put(
    '/meeting-points/:itemId/minutes',
    { config: called, schema: { params: ofItem, body: WriteMinutes, response: page } },
    (request) => writeMinutes(deps, request.staff, request.params.itemId, request.body),
  );
  api.post(
    '/meeting-points/:itemId/tasks',
    { config: called, schema: { params: ofItem, body: NewTask, response: page } },
    (request) => decideTask(deps, request.staff, request.params.itemId, request.body),
  );
  api.post(
    '/meeting-points/:itemId/additions',
    { config: called, schema: { params: ofItem, body: AddToMinutes, response: page } },
    (request) => addToMinutes(deps, request.staff, request.params.itemId, request.body),
  );
  api.delete(
    '/meeting-points/:itemId',
    { config: leads, schema: { params: ofItem, response: page } },
    (request) => removePoint(deps, request.staff, request.params.itemId),
  );
};
