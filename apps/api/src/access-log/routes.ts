import { Day, FoundPupils, Id, PupilReaders, Shape, UnusualReads } from '@samhold/contract';
import Type from 'typebox';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { findPupils } from '../incidents/find-pupils.ts';
import { listUnusualReads } from './list-unusual.ts';
import { readPupilReaders } from './readers.ts';

const ofPupil = Shape({ pupilId: Id });

export const accessLogRoutes = (deps: Dependencies) => async (api: Api) => {
  // A name in an address would stand in logs on the way.
  api.post(
    '/pupil-readers/pupils',
    {
      config: { access: ['leadership'] },
      schema: {
        body: Shape({ sought: Type.String({ minLength: 2, maxLength: 60, pattern: '\\S.*\\S' }) }),
        response: { 200: FoundPupils },
      },
    },
    (request) => findPupils(deps, request.staff, request.body.sought, 'find whose readers to look at'),
  );

  api.get(
    '/pupils/:pupilId/readers',
    {
      config: { access: ['contact_teacher', 'leadership'] },
      schema: {
        params: ofPupil,
        querystring: Shape({ before: Type.Optional(Type.String({ pattern: '^[0-9]{1,15}$' })) }),
        response: { 200: PupilReaders },
      },
    },
    (request) => {
      const { before } = request.query;
      const from = before === undefined ? undefined : Number(before);
      return readPupilReaders(deps, request.staff, request.params.pupilId, from);
    },
  );

  api.get(
    '/unusual-reads',
    {
      config: { access: ['principal'] },
      schema: {
        querystring: Shape({ week: Type.Optional(Day) }),
        response: { 200: UnusualReads },
      },
    },
    (request) => listUnusualReads(deps, request.staff, request.query.week),
  );
};
