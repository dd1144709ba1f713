import type {
  CaseEffect,
  ClassMeasures,
  EffectReason,
  EndMeasure,
  MeasureEffect,
  NewMeasure,
} from '@samhold/contract';
import { get, post, put } from '#lib/api.ts';

export const readClassMeasures = (classId: string) => get<ClassMeasures>(`/classes/${classId}/measures`);
export const startMeasure = (classId: string, measure: NewMeasure) =>
  post<ClassMeasures>(`/classes/${classId}/measures`, measure);
export const endMeasure = (measureId: string, end: EndMeasure) =>
  put<ClassMeasures>(`/class-measures/${measureId}`, end);
export const readMeasureEffect = (measureId: string) =>
  get<MeasureEffect>(`/class-measures/${measureId}/effect`);
export const readCaseEffect = (caseId: string, reason: EffectReason) =>
  post<CaseEffect>(`/cases/${caseId}/effect`, { reason });
