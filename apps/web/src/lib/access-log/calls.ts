import type { FoundPupils, PupilReaders, UnusualReads } from '@samhold/contract';
import { get, post } from '#lib/api.ts';

export const readReaders = (pupilId: string, before?: number) =>
  get<PupilReaders>(`/pupils/${pupilId}/readers${before === undefined ? '' : `?before=${before}`}`);
export const findPupil = (sought: string) => post<FoundPupils>('/pupil-readers/pupils', { sought });
export const readUnusual = (week: string | null) =>
  get<UnusualReads>(`/unusual-reads${week === null ? '' : `?week=${week}`}`);
