import type { NoticeList } from '@samhold/contract';
import { del, get, post } from '#lib/api.ts';

export const readNotices = () => get<NoticeList>('/notices');
export const markNoticeUnread = (noticeId: string) => del(`/notices/${noticeId}/read`);
export const markNoticeRead = (noticeId: string) => post(`/notices/${noticeId}/read`);
