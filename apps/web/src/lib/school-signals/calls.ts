import type { SchoolSignals, SignalOpeningReason, SignalView } from '@samhold/contract';
import { get, post } from '#lib/api.ts';

export const readSchoolSignals = () => get<SchoolSignals>('/signals');
export const openSignal = (signalId: string, reason: SignalOpeningReason) =>
  post<SignalView>(`/signals/${signalId}/open`, { reason });
