import { ConfirmMail, GiveMail, OwnMail } from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { confirmMail, forgetMail, giveMail, readOwnMail } from './service.ts';

const staff = { access: 'staff' } as const;

export const mailRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get('/me/mail', { config: staff, schema: { response: { 200: OwnMail } } }, (request) =>
    readOwnMail(deps, request.staff),
  );

  api.put(
    '/me/mail',
    {
      config: { access: 'staff', limited: 'requests' },
      schema: { body: GiveMail, response: { 200: OwnMail } },
    },
    (request) => giveMail(deps, request.staff, request.body.email),
  );

  api.post(
    '/me/mail/confirm',
    { config: staff, schema: { body: ConfirmMail, response: { 200: OwnMail } } },
    (request) => confirmMail(deps, request.staff, request.body.code),
  );

  api.delete('/me/mail', { config: staff }, async (request, reply) => {
    await forgetMail(deps, request.staff);
    return reply.code(204).send();
  });
};
