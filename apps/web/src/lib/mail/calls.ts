import type { OwnMail } from '@samhold/contract';
import { del, get, post, put } from '#lib/api.ts';

export const readOwnMail = () => get<OwnMail>('/me/mail');
export const giveMail = (email: string) => put<OwnMail>('/me/mail', { email });
export const confirmMail = (code: string) => post<OwnMail>('/me/mail/confirm', { code });
export const forgetMail = () => del('/me/mail');
