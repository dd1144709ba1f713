import type { NoticeList, NoticeSettings } from '@samhold/contract';
import { del, get, post, put } from '#lib/api.ts';

export const readNotices = () => get<NoticeList>('/notices');
export const markNoticeUnread = (noticeId: string) => del(`/notices/${noticeId}/read`);
export const markNoticeRead = (noticeId: string) => post(`/notices/${noticeId}/read`);
export const readNoticeSettings = () => get<NoticeSettings>('/me/notices');
export const saveNoticeSettings = (settings: NoticeSettings) => put<NoticeSettings>('/me/notices', settings);
