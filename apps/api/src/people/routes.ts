import {
  AddedPerson,
  ConfirmRelations,
  ConfirmTraining,
  GiveRelation,
  HiddenPupils,
  HidePupil,
  Id,
  PersonName,
  PupilsToHide,
  Shape,
  StaffList,
} from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { listHiddenPupils, readPupilsToHide, showPupil } from './hidden-pupils.ts';
import { hidePupil } from './hide-pupil.ts';
import { listStaff } from './list.ts';
import { confirmOwner, confirmRelations, endRelation, giveRelation } from './relations.ts';
import { addPerson, renameStaff, setStaffActive } from './staff.ts';
import { confirmTraining } from './training.ts';

const both = { access: ['administrator', 'leadership'] } as const;
const administrator = { access: ['administrator'] } as const;
const leadership = { access: ['leadership'] } as const;
const principal = { access: ['principal'] } as const;
const ofStaff = Shape({ staffId: Id });

export const peopleRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get('/staff', { config: both, schema: { response: { 200: StaffList } } }, (request) =>
    listStaff(deps, request.staff),
  );

  api.post(
    '/staff',
    { config: administrator, schema: { body: PersonName, response: { 201: AddedPerson } } },
    async (request, reply) => reply.code(201).send(await addPerson(deps, request.staff, request.body)),
  );

  api.put(
    '/staff/:staffId/name',
    { config: administrator, schema: { params: ofStaff, body: PersonName } },
    async (request, reply) => {
      await renameStaff(deps, request.staff, request.params.staffId, request.body);
      return reply.code(204).send();
    },
  );

  api.post(
    '/staff/:staffId/deactivate',
    { config: administrator, schema: { params: ofStaff } },
    async (request, reply) => {
      await setStaffActive(deps, request.staff, request.params.staffId, false);
      return reply.code(204).send();
    },
  );

  api.post(
    '/staff/:staffId/reactivate',
    { config: administrator, schema: { params: ofStaff } },
    async (request, reply) => {
      await setStaffActive(deps, request.staff, request.params.staffId, true);
      return reply.code(204).send();
    },
  );

  api.post(
    '/staff/:staffId/relations',
    { config: both, schema: { params: ofStaff, body: GiveRelation } },
    async (request, reply) => {
      await giveRelation(deps, request.staff, request.params.staffId, request.body);
      return reply.code(204).send();
    },
  );

  api.post(
    '/relations/confirm',
    { config: leadership, schema: { body: ConfirmRelations } },
    async (request, reply) => {
      await confirmRelations(deps, request.staff, request.body.relationIds);
      return reply.code(204).send();
    },
  );

  api.post(
    '/relations/:relationId/end',
    { config: both, schema: { params: Shape({ relationId: Id }) } },
    async (request, reply) => {
      await endRelation(deps, request.staff, request.params.relationId);
      return reply.code(204).send();
    },
  );

  api.post(
    '/relations/:relationId/confirm-owner',
    { config: administrator, schema: { params: Shape({ relationId: Id }) } },
    async (request, reply) => {
      await confirmOwner(deps, request.staff, request.params.relationId);
      return reply.code(204).send();
    },
  );

  api.post('/training', { config: leadership, schema: { body: ConfirmTraining } }, async (request, reply) => {
    await confirmTraining(deps, request.staff, request.body);
    return reply.code(204).send();
  });

  api.get('/hidden-pupils', { config: principal, schema: { response: { 200: HiddenPupils } } }, (request) =>
    listHiddenPupils(deps, request.staff),
  );

  api.get(
    '/hidden-pupils/class/:classId',
    { config: principal, schema: { params: Shape({ classId: Id }), response: { 200: PupilsToHide } } },
    (request) => readPupilsToHide(deps, request.staff, request.params.classId),
  );

  api.post('/hidden-pupils', { config: principal, schema: { body: HidePupil } }, async (request, reply) => {
    await hidePupil(deps, request.staff, request.body);
    return reply.code(204).send();
  });

  api.delete(
    '/hidden-pupils/:pupilId',
    { config: principal, schema: { params: Shape({ pupilId: Id }) } },
    async (request, reply) => {
      await showPupil(deps, request.staff, request.params.pupilId);
      return reply.code(204).send();
    },
  );
};
