import type { ChooseTalkAdults, TalkAdults, TalkWishList, TalkWishView } from '@samhold/contract';
import { del, get, post, put } from '#lib/api.ts';

export const readTalkWishes = () => get<TalkWishList>('/talk-wishes');
/** From then on somebody knows who asked: it is logged. */
export const openTalkWish = (sittingId: string, pupilId: string) =>
  post<TalkWishView>(`/sittings/${sittingId}/talk-wishes/${pupilId}/open`);
export const markTalkHandled = (sittingId: string, pupilId: string) =>
  post(`/sittings/${sittingId}/talk-wishes/${pupilId}/handled`);

export const markTalkUnhandled = (sittingId: string, pupilId: string) =>
  del(`/sittings/${sittingId}/talk-wishes/${pupilId}/handled`);

export const readTalkAdults = () => get<TalkAdults>('/talk-adults');
export const chooseTalkAdults = (wish: ChooseTalkAdults) => put<TalkAdults>('/talk-adults', wish);
