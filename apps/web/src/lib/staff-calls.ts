import type {
  ClassHome,
  ClassSignalList,
  ClassWellbeing,
  PictureCards,
  PlanRound,
  ReleaseView,
  RoundOverview,
  SignalView,
  SittingStatus,
  SittingSummary,
  Sociogram,
  StaffSession,
  StartSitting,
  VerifySignal,
} from '@samhold/contract';
import { get, post } from './api.ts';

export const readSession = () => get<StaffSession>('/session');
export const signOut = () => post('/sign-out');

export const readClassHome = (classId: string) => get<ClassHome>(`/classes/${classId}/home`);
export const readPictureCards = (classId: string) => get<PictureCards>(`/classes/${classId}/picture-cards`);
export const readSignals = (classId: string) => get<ClassSignalList>(`/classes/${classId}/signals`);

export const startSitting = (classId: string, start: StartSitting) =>
  post<SittingSummary>(`/classes/${classId}/sittings`, start);
export const readSitting = (sittingId: string) => get<SittingStatus>(`/sittings/${sittingId}`);
export const showClassCode = (sittingId: string) => post<SittingStatus>(`/sittings/${sittingId}/class-code`);
export const closeSitting = (sittingId: string) => post<SittingSummary>(`/sittings/${sittingId}/close`);
export const unlockPupil = (sittingId: string, pupilId: string) =>
  post(`/sittings/${sittingId}/pupils/${pupilId}/unlock`);
export const letAnswerLater = (sittingId: string, pupilId: string) =>
  post<SittingStatus>(`/sittings/${sittingId}/pupils/${pupilId}/answer-later`);
export const markTalkHandled = (sittingId: string, pupilId: string) =>
  post(`/sittings/${sittingId}/talk-wishes/${pupilId}/handled`);

export const readSociogram = (sittingId: string) => get<Sociogram>(`/sittings/${sittingId}/sociogram`);
export const readWellbeing = (sittingId: string) => get<ClassWellbeing>(`/sittings/${sittingId}/wellbeing`);
export const verifySignal = (signalId: string, verification: VerifySignal) =>
  post<SignalView>(`/signals/${signalId}/verifications`, verification);

export const readRounds = () => get<{ rounds: RoundOverview[] }>('/rounds');
export const planRound = (plan: PlanRound) => post<RoundOverview>('/rounds', plan);
export const endRound = (roundId: string) => post<RoundOverview>(`/rounds/${roundId}/end`);
export const readRelease = (roundId: string) => get<ReleaseView>(`/rounds/${roundId}/release`);
