import { GroundsQuery, GroundsView, NewGround } from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { addGround, readGrounds } from './history.ts';

const access = ['leadership'] as const;

export const groundRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get(
    '/grounds',
    { config: { access }, schema: { querystring: GroundsQuery, response: { 200: GroundsView } } },
    (request) => readGrounds(deps, request.staff, request.query.schoolYearId),
  );

  api.post(
    '/grounds',
    { config: { access }, schema: { body: NewGround, response: { 201: GroundsView } } },
    async (request, reply) => reply.code(201).send(await addGround(deps, request.staff, request.body)),
  );
};
