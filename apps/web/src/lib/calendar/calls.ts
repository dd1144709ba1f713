import type {
  AddPeriod,
  ApplyCalendarFile,
  CalendarFilePreview,
  CalendarFileReceipt,
  CalendarPeriod,
  NewPeriod,
  PlanDraft,
  RoundPlan,
  SavePlan,
  SaveTerms,
  SchoolCalendarView,
} from '@samhold/contract';
import { get, post, put, del } from '#lib/api.ts';
import { ProblemError, problemOf } from '#lib/problem.ts';

export const readCalendar = (schoolYearId: string | null) =>
  get<SchoolCalendarView>(schoolYearId === null ? '/calendar' : `/calendar?schoolYearId=${schoolYearId}`);

export const proposePlan = (schoolYearId: string) =>
  get<RoundPlan>(`/calendar/proposal?schoolYearId=${schoolYearId}`);
export const checkPlan = (draft: PlanDraft) => post<RoundPlan>('/calendar/plan/check', draft);
export const savePlan = (draft: SavePlan) => put<RoundPlan>('/calendar/plan', draft);

export const saveTerms = (terms: SaveTerms) => put('/calendar/terms', terms);
export const addPeriod = (period: AddPeriod) => post<CalendarPeriod>('/calendar/periods', period);
export const changePeriod = (periodId: string, period: NewPeriod) =>
  put<CalendarPeriod>(`/calendar/periods/${periodId}`, period);
export const removePeriod = (periodId: string) => del(`/calendar/periods/${periodId}`);

export const applyCalendarFile = (ticked: ApplyCalendarFile) =>
  post<CalendarFileReceipt>('/calendar/file/apply', ticked);

/** Sends the file as it is; its own bytes say how it is written. @throws ProblemError */
export const previewCalendarFile = async (schoolYearId: string, file: Blob): Promise<CalendarFilePreview> => {
  const answer = await fetch(`/api/v1/calendar/file?schoolYearId=${schoolYearId}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { accept: 'application/json', 'content-type': 'text/calendar' },
    body: file,
  }).catch(() => {
    throw new ProblemError('offline');
  });
  if (!answer.ok) throw problemOf(await answer.json().catch(() => null), answer.status);
  // The server validates what it sends against the same contract.
  return (await answer.json()) as CalendarFilePreview;
};
