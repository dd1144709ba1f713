import type {
  ClassPupils,
  ClassPupilTalks,
  CorrectNote,
  NewNote,
  NewView,
  Note,
  PupilPage,
  PupilTalkPage,
  SaveTalk,
} from '@samhold/contract';
import { get, getFile, post, put } from '#lib/api.ts';

const pupil = (classId: string, pupilId: string) => `/classes/${classId}/pupils/${pupilId}`;

export const readClassPupils = (classId: string) => get<ClassPupils>(`/classes/${classId}/pupils`);
export const readPupilPage = (classId: string, pupilId: string) => get<PupilPage>(pupil(classId, pupilId));
export const readClassTalks = (classId: string) => get<ClassPupilTalks>(`/classes/${classId}/pupil-talks`);
export const readTalk = (classId: string, pupilId: string) =>
  get<PupilTalkPage>(`${pupil(classId, pupilId)}/talk`);
export const saveTalk = (classId: string, pupilId: string, talk: SaveTalk) =>
  put<PupilTalkPage>(`${pupil(classId, pupilId)}/talk`, talk);
export const readTalkSheet = (classId: string, pupilId: string) =>
  getFile(`${pupil(classId, pupilId)}/talk/sheet`);

export const writeNote = (classId: string, pupilId: string, note: NewNote) =>
  post<Note>(`${pupil(classId, pupilId)}/notes`, note);
export const correctNote = (noteId: string, correction: CorrectNote) =>
  post<Note>(`/notes/${noteId}/corrections`, correction);
export const withdrawNote = (noteId: string, withdrawn: boolean) =>
  put<Note>(`/notes/${noteId}/withdrawn`, { withdrawn });
export const addView = (noteId: string, view: NewView) => post<Note>(`/notes/${noteId}/views`, view);
