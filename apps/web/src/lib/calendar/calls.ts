import type {
  AddPeriod,
  AddYearEntry,
  ApplyCalendarFile,
  CalendarFilePreview,
  CalendarFileReceipt,
  CalendarPeriod,
  CalendarSubscription,
  FilledYear,
  FillYear,
  NewPeriod,
  NewYearEntry,
  PlanDraft,
  RoundPlan,
  SavePlan,
  SaveTerms,
  SchoolCalendarView,
  YearEntry,
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

export const addEntry = (entry: AddYearEntry) => post<YearEntry>('/calendar/entries', entry);
export const changeEntry = (entryId: string, entry: NewYearEntry) =>
  put<YearEntry>(`/calendar/entries/${entryId}`, entry);
export const setEntryRemoved = (entryId: string, removed: boolean) =>
  put(`/calendar/entries/${entryId}/removed`, { removed });
export const moveOccurrence = (entryId: string, number: number, startsOn: string | null) =>
  put<YearEntry>(`/calendar/entries/${entryId}/occurrences/${number}`, { startsOn });
export const putOccurrenceBack = (entryId: string, number: number) =>
  del(`/calendar/entries/${entryId}/occurrences/${number}`);
export const fillYear = (from: FillYear) => post<FilledYear>('/calendar/entries/fill', from);

export const readSubscription = () => get<CalendarSubscription>('/me/calendar');
export const makeSubscription = () => post<CalendarSubscription>('/me/calendar');
export const endSubscription = () => del('/me/calendar');
