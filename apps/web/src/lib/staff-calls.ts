import type {
  ClassHome,
  ClassSignalList,
  ClassSociograms,
  Helpers,
  NewView,
  MovePupils,
  PictureCards,
  PlanRound,
  ReleaseView,
  RoundList,
  ThemeOverview,
  RoundOverview,
  SignalView,
  SignedOut,
  SittingStatus,
  SittingSummary,
  SociogramPlaces,
  StaffSession,
  StartSitting,
  VerifySignal,
} from '@samhold/contract';
import { get, post, put } from './api.ts';

export const readSession = () => get<StaffSession>('/session');
export const signOut = () => post<SignedOut>('/sign-out');

export const readClassHome = (classId: string) => get<ClassHome>(`/classes/${classId}/home`);
export const readPictureCards = (classId: string) => get<PictureCards>(`/classes/${classId}/picture-cards`);
export const readSignals = (classId: string) => get<ClassSignalList>(`/classes/${classId}/signals`);

export const startSitting = (classId: string, start: StartSitting) =>
  post<SittingSummary>(`/classes/${classId}/sittings`, start);
export const readSitting = (sittingId: string) => get<SittingStatus>(`/sittings/${sittingId}`);
export const showClassCode = (sittingId: string) => post<SittingStatus>(`/sittings/${sittingId}/class-code`);
export const sittingEvents = (sittingId: string) => new EventSource(`/api/v1/sittings/${sittingId}/events`);
export const extendSitting = (sittingId: string, closesOn: string) =>
  post<SittingStatus>(`/sittings/${sittingId}/extend`, { closesOn });
export const voidResponse = (sittingId: string, pupilId: string, reason: string) =>
  post<SittingStatus>(`/sittings/${sittingId}/pupils/${pupilId}/void`, { reason });
export const restoreResponse = (sittingId: string, pupilId: string) =>
  post<SittingStatus>(`/sittings/${sittingId}/pupils/${pupilId}/restore`);
export const closeSitting = (sittingId: string) => post<SittingSummary>(`/sittings/${sittingId}/close`);
export const unlockPupil = (sittingId: string, pupilId: string) =>
  post(`/sittings/${sittingId}/pupils/${pupilId}/unlock`);
export const letAnswerLater = (sittingId: string, pupilId: string) =>
  post<SittingStatus>(`/sittings/${sittingId}/pupils/${pupilId}/answer-later`);

export const decideLate = (sittingId: string, pupilId: string, include: boolean) =>
  post(`/sittings/${sittingId}/pupils/${pupilId}/late-answers`, { include });
export const readHelpers = (sittingId: string) => get<Helpers>(`/sittings/${sittingId}/helpers`);
export const recordHelp = (sittingId: string, pupilId: string, staffId: string | null) =>
  put<SittingStatus>(`/sittings/${sittingId}/pupils/${pupilId}/helper`, { staffId });

export const readClassSociograms = (classId: string) =>
  get<ClassSociograms>(`/classes/${classId}/sociograms`);
export const movePupils = (sittingId: string, moved: MovePupils) =>
  put<SociogramPlaces>(`/sittings/${sittingId}/sociogram/places`, moved);
export const verifySignal = (signalId: string, verification: VerifySignal) =>
  post<SignalView>(`/signals/${signalId}/verifications`, verification);

/** What the pupil or a guardian says of a signal. */
export const addSignalView = (signalId: string, view: NewView) =>
  post<SignalView>(`/signals/${signalId}/views`, view);

export const readRounds = () => get<RoundList>('/rounds');
export const planRound = (plan: PlanRound) => post<RoundOverview>('/rounds', plan);
export const endRound = (roundId: string) => post<RoundOverview>(`/rounds/${roundId}/end`);
/** Of the school, or of one grade and its classes. */
export const readThemes = (grade?: string) =>
  get<ThemeOverview>(grade === undefined ? '/themes' : `/themes?grade=${encodeURIComponent(grade)}`);
export const readRelease = (roundId: string) => get<ReleaseView>(`/rounds/${roundId}/release`);
