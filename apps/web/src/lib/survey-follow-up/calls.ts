import type { FollowUpOverview, FollowUpRecord, FollowUpUnit, RecordFollowUp } from '@samhold/contract';
import { get, post, put } from '#lib/api.ts';

const base = '/national-survey/follow-up';
const ofYear = (year: string | null): string => (year === null ? '' : `?year=${encodeURIComponent(year)}`);

export const readFollowUp = (year: string | null) => get<FollowUpOverview>(`${base}${ofYear(year)}`);
export const readGradeFollowUp = (grade: string, year: string | null) =>
  get<FollowUpUnit>(`${base}/grades/${encodeURIComponent(grade)}${ofYear(year)}`);
export const readClassFollowUp = (classId: string) =>
  get<FollowUpUnit>(`/classes/${classId}/survey-follow-up`);
export const recordFollowUp = (said: RecordFollowUp) => post<FollowUpRecord>(base, said);
export const withdrawFollowUp = (followUpId: string, withdrawn: boolean) =>
  put<FollowUpRecord>(`${base}/${followUpId}/withdrawn`, { withdrawn });
