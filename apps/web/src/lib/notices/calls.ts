import type { NoticeList } from '@samhold/contract';
import { get, post } from '#lib/api.ts';

export const readNotices = () => get<NoticeList>('/notices');
export const markNoticeRead = (noticeId: string) => post(`/notices/${noticeId}/read`);
