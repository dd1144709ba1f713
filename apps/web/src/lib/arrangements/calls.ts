import type { Arrangement, ClassArrangements, NewArrangement } from '@samhold/contract';
import { get, getNamedFile, post, put } from '#lib/api.ts';

export const readArrangements = (classId: string) =>
  get<ClassArrangements>(`/classes/${classId}/arrangements`);
export const saveArrangement = (classId: string, made: NewArrangement) =>
  post<Arrangement>(`/classes/${classId}/arrangements`, made);
export const putAside = (arrangementId: string, aside: boolean) =>
  put(`/arrangements/${arrangementId}/put-aside`, { putAside: aside });
export const readWallSheet = (arrangementId: string) => getNamedFile(`/arrangements/${arrangementId}/file`);
