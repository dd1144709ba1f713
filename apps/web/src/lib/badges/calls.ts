import type { ClassBadges, PrintBadges } from '@samhold/contract';
import { del, get, post, postForFile } from '#lib/api.ts';

export const readBadges = (classId: string) => get<ClassBadges>(`/classes/${classId}/badges`);
export const printClassBadges = (classId: string, { renew }: PrintBadges) =>
  postForFile(`/classes/${classId}/badges`, { renew });
export const printPupilBadge = (pupilId: string) => postForFile(`/pupils/${pupilId}/badge`);
export const revokeBadge = (pupilId: string) => post<ClassBadges>(`/pupils/${pupilId}/badge/revoke`);
export const removeAccount = (pupilId: string) => del(`/pupils/${pupilId}/identity`);
export const resetPictureCode = (pupilId: string) => post(`/pupils/${pupilId}/picture-code/reset`);
