import type { PupilForm } from '@samhold/contract';
import type { DeviceStore } from './device-store.ts';

/** What going on after a reload takes: never what was answered. */
export type KeptSession = {
  readonly form: PupilForm;
  readonly classCode: string;
  readonly language: string;
  readonly answeredItemIds: readonly string[];
};

/** As long as the server lets a session rest. */
export const idleMinutes = 20;
/** How long before that the tablet asks who is there. */
export const warnedMinutes = 2;

const text = new TextEncoder();

/** Keeps the session on the tablet, sealed under a key of its own that can be used but not taken out. */
export const keepSession = async (store: DeviceStore, session: KeptSession, now: number): Promise<void> => {
  const kept = await store.get('session', 'current');
  const key =
    kept?.key ??
    (await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv },
    key,
    text.encode(JSON.stringify(session)),
  );
  await store.put('session', { key, iv, sealed, seenAt: now }, 'current');
};

/** The session kept here, or null when there is none, it rested too long, or the clock has been set back before it. */
export const readSession = async (store: DeviceStore, now: number): Promise<KeptSession | null> => {
  const kept = await store.get('session', 'current');
  if (kept === undefined) return null;
  const rested = now - kept.seenAt;
  if (rested < -60_000 || rested > idleMinutes * 60_000) {
    await forgetSession(store);
    return null;
  }
  try {
    const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: kept.iv }, kept.key, kept.sealed);
    // Written by `keepSession` and opened with its key.
    return JSON.parse(new TextDecoder().decode(opened)) as KeptSession;
  } catch {
    await forgetSession(store);
    return null;
  }
};

/** Destroys the key, and with it all it sealed. */
export const forgetSession = (store: DeviceStore): Promise<void> => store.delete('session', 'current');

/** The items answered before, as the server knows them and, in the same session, as the tablet does. */
export function answeredBefore(form: PupilForm, kept: KeptSession | null): readonly string[] {
  const here = kept?.form.upload.token === form.upload.token ? kept.answeredItemIds : [];
  return [...new Set([...(form.response?.answeredItemIds ?? []), ...here])];
}
