import type {
  ClassSummary,
  ClassWellbeing,
  LatestWellbeing,
  WellbeingOpeningReason,
} from '@samhold/contract';
import { get, post, put } from '#lib/api.ts';

export const readWellbeing = (sittingId: string) => get<ClassWellbeing>(`/sittings/${sittingId}/wellbeing`);
export const readLatestWellbeing = (classId: string) => get<LatestWellbeing>(`/classes/${classId}/wellbeing`);

export const openWellbeing = (classId: string, reason: WellbeingOpeningReason) =>
  post<LatestWellbeing>(`/classes/${classId}/wellbeing/open`, { reason });

export const readSummary = (classId: string, sittingId: string | null) =>
  get<ClassSummary>(
    `/classes/${classId}/summary${sittingId === null ? '' : `?sittingId=${encodeURIComponent(sittingId)}`}`,
  );
export const makeSummary = (sittingId: string) =>
  post<ClassSummary>(`/sittings/${sittingId}/wellbeing/summary`);
export const chooseSummary = (sittingId: string, itemIds: readonly string[]) =>
  put<ClassSummary>(`/sittings/${sittingId}/wellbeing/summary`, { itemIds });
