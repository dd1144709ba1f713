import { Id, NoticeList, NoticeSettings, Shape } from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { readNoticeSettings, saveNoticeSettings } from './mail-settings.ts';
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

  const settings = { config: staff, schema: { response: { 200: NoticeSettings } } };
  api.get('/me/notices', settings, (request) => readNoticeSettings(deps, request.staff));
  api.put('/me/notices', { ...settings, schema: { ...settings.schema, body: NoticeSettings } }, (request) =>
    saveNoticeSettings(deps, request.staff, request.body),
  );
};
