import { Id, NoticeList, Shape } from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { listNotices, markNotice } from './service.ts';

const staff = { access: 'staff' } as const;

export const noticeRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get('/notices', { config: staff, schema: { response: { 200: NoticeList } } }, (request) =>
    listNotices(deps, request.staff),
  );

  const one = { config: staff, schema: { params: Shape({ noticeId: Id }) } };

  api.post('/notices/:noticeId/read', one, async (request, reply) => {
    await markNotice(deps, request.staff, request.params.noticeId, 'read');
    return reply.code(204).send();
  });

  api.delete('/notices/:noticeId/read', one, async (request, reply) => {
    await markNotice(deps, request.staff, request.params.noticeId, 'unread');
    return reply.code(204).send();
  });
};
