import { Id, NoticeList, Shape } from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { listNotices, markNoticeRead } from './service.ts';

const staff = { access: 'staff' } as const;

export const noticeRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get('/notices', { config: staff, schema: { response: { 200: NoticeList } } }, (request) =>
    listNotices(deps, request.staff),
  );

  api.post(
    '/notices/:noticeId/read',
    { config: staff, schema: { params: Shape({ noticeId: Id }) } },
    async (request, reply) => {
      await markNoticeRead(deps, request.staff, request.params.noticeId);
      return reply.code(204).send();
    },
  );
};
