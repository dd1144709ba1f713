import Type from 'typebox';
import { Id, PictureCards, RosterReceipt, Shape } from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { readUtf8 } from '../utf8-body.ts';
import { readPictureCards } from './picture-cards.ts';
import { importRoster } from './service.ts';

export const rosterRoutes = (deps: Dependencies) => async (api: Api) => {
  api.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (_request, body, done) => {
    readUtf8(body, done, (text) => done(null, text));
  });

  api.post(
    '/roster',
    {
      config: { access: ['administrator'] },
      bodyLimit: 5 * 1024 * 1024,
      schema: { body: Type.String(), response: { 200: RosterReceipt } },
    },
    (request) => importRoster(deps, request.staff, request.body),
  );

  api.get(
    '/classes/:classId/picture-cards',
    {
      config: { access: ['contact_teacher', 'substitute'] },
      schema: { params: Shape({ classId: Id }), response: { 200: PictureCards } },
    },
    (request) => readPictureCards(deps, request.staff, request.params.classId),
  );
};
