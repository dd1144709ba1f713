import type { BrowserKind, DeviceKind, OwnSession, OwnSessions } from '@samhold/contract';
import { del, get } from '#lib/api.ts';

export const readOwnSessions = () => get<OwnSessions>('/me/sessions');
export const endSession = (sessionId: string) => del(`/me/sessions/${sessionId}`);
export const endOtherSessions = () => del('/me/sessions');

const browserNames: Readonly<Record<BrowserKind, string | null>> = {
  chrome: 'Chrome',
  edge: 'Edge',
  firefox: 'Firefox',
  safari: 'Safari',
  samsung: 'Samsung Internett',
  other: null,
};
const deviceNames: Readonly<Record<DeviceKind, string | null>> = {
  ipad: 'iPad',
  iphone: 'iPhone',
  android: 'Android',
  chromebook: 'Chromebook',
  windows: 'Windows',
  mac: 'Mac',
  mac_or_ipad: 'Mac eller iPad',
  linux: 'Linux',
  other: null,
};

/** «Chrome på iPad»: what a person knows a browser by. */
export const whereOf = ({ browser, device }: Pick<OwnSession, 'browser' | 'device'>): string => {
  const name = browserNames[browser];
  const on = deviceNames[device];
  if (name === null && on === null) return 'En nettleser vi ikke kjenner';
  return `${name ?? 'En nettleser'} på ${on ?? 'en enhet vi ikke kjenner'}`;
};
