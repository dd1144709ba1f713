import type { GradeOpening, GradeOpenings, GradeSociogram, OpenGrade } from '@samhold/contract';
import { get, post } from '#lib/api.ts';

export const readGradeOpenings = () => get<GradeOpenings>('/grade-sociograms');
export const openGrade = (wish: OpenGrade) => post<GradeOpening>('/grade-sociograms', wish);
export const endGradeOpening = (openingId: string) =>
  post<GradeOpening>(`/grade-sociograms/${openingId}/end`);
export const readGradeSociogram = (openingId: string) =>
  get<GradeSociogram>(`/grade-sociograms/${openingId}`);
