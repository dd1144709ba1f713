import type { ClassReadAloud, ClassTablets, Clip, ClipList, ClipOrder, RecordClip } from '@samhold/contract';
import { del, get, getFile, post, put } from '#lib/api.ts';

export const readClips = () => get<ClipList>('/read-aloud');
export const recordClip = (clip: RecordClip) => post<Clip>('/read-aloud/clips', clip);
export const readSound = (clipId: string) => getFile(`/read-aloud/clips/${clipId}`);
export const deleteClip = (clipId: string) => del(`/read-aloud/clips/${clipId}`);
export const saveClipOrder = (order: ClipOrder) => put('/read-aloud/order', order);
export const readClassTablets = (classId: string) => get<ClassTablets>(`/classes/${classId}/tablets`);
export const saveClassLanguages = (classId: string, languages: string[]) =>
  put<ClassTablets>(`/classes/${classId}/languages`, { languages });
export const saveClassReadAloud = (classId: string, setting: ClassReadAloud) =>
  put<ClassReadAloud>(`/classes/${classId}/read-aloud`, setting);
