import { ChooseTalkAdults, Id, Shape, TalkAdults, TalkWishList, TalkWishView } from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { chooseTalkAdults, readTalkAdults } from './adults.ts';
import { listTalkWishes, markTalk, openTalkWish } from './service.ts';

/** A pupil can ask any member of staff. */
const staff = { access: 'staff' } as const;
const leadership = { access: ['leadership'] } as const;
const params = Shape({ sittingId: Id, pupilId: Id });

export const talkRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get('/talk-wishes', { config: staff, schema: { response: { 200: TalkWishList } } }, (request) =>
    listTalkWishes(deps, request.staff),
  );

  api.post(
    '/sittings/:sittingId/talk-wishes/:pupilId/open',
    { config: staff, schema: { params, response: { 200: TalkWishView } } },
    (request) => openTalkWish(deps, request.staff, request.params),
  );

  api.post(
    '/sittings/:sittingId/talk-wishes/:pupilId/handled',
    { config: staff, schema: { params } },
    async (request, reply) => {
      await markTalk(deps, request.staff, request.params, 'held');
      return reply.code(204).send();
    },
  );

  api.delete(
    '/sittings/:sittingId/talk-wishes/:pupilId/handled',
    { config: staff, schema: { params } },
    async (request, reply) => {
      await markTalk(deps, request.staff, request.params, 'waiting');
      return reply.code(204).send();
    },
  );

  api.get('/talk-adults', { config: leadership, schema: { response: { 200: TalkAdults } } }, (request) =>
    readTalkAdults(deps, request.staff),
  );

  api.put(
    '/talk-adults',
    { config: leadership, schema: { body: ChooseTalkAdults, response: { 200: TalkAdults } } },
    (request) => chooseTalkAdults(deps, request.staff, request.body),
  );
};
