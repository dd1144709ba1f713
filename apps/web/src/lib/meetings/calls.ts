import type {
  AddPoint,
  AddToMinutes,
  MeetingList,
  MeetingPage,
  NewMeeting,
  NewTask,
  OrderPoints,
  WriteMinutes,
} from '@samhold/contract';
import { del, get, getNamedFile, post, put } from '#lib/api.ts';

const meeting = (meetingId: string) => `/meetings/${meetingId}`;
const point = (itemId: string) => `/meeting-points/${itemId}`;

export const readMeetings = () => get<MeetingList>('/meetings');
export const readMeeting = (meetingId: string) => get<MeetingPage>(meeting(meetingId));
export const callMeeting = (wish: NewMeeting) => post<MeetingPage>('/meetings', wish);
export const readAgenda = (meetingId: string) => getNamedFile(`${meeting(meetingId)}/agenda`);
export const callIn = (meetingId: string, staffIds: readonly string[]) =>
  put<MeetingPage>(`${meeting(meetingId)}/participants`, { staffIds });
export const markPresent = (meetingId: string, staffId: string, present: boolean) =>
  put<MeetingPage>(`${meeting(meetingId)}/presence`, { staffId, present });
export const closeMeeting = (meetingId: string) => post<MeetingPage>(`${meeting(meetingId)}/close`);
export const addPoint = (meetingId: string, wish: AddPoint) =>
  post<MeetingPage>(`${meeting(meetingId)}/points`, wish);
export const orderPoints = (meetingId: string, order: OrderPoints) =>
  put<MeetingPage>(`${meeting(meetingId)}/order`, order);
export const removePoint = (itemId: string) => del(point(itemId));
export const writeMinutes = (itemId: string, written: WriteMinutes) =>
  put<MeetingPage>(`${point(itemId)}/minutes`, written);
export const decideTask = (itemId: string, task: NewTask) =>
  post<MeetingPage>(`${point(itemId)}/tasks`, task);
export const addToMinutes = (itemId: string, addition: AddToMinutes) =>
  post<MeetingPage>(`${point(itemId)}/additions`, addition);
