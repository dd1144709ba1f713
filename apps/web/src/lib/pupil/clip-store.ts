import type { PupilReadAloud } from '@samhold/contract';

const cacheName = 'read-aloud-clips';
const addresses = new Map<string, Promise<string> | string>();

const pathOf = (clipId: string): string => `/api/v1/pupil-session/clips/${clipId}`;

/** From the device's own store, else from the server and into it: a recording never changes under its id. */
async function fetchClip(clipId: string): Promise<Blob> {
  // With a full disk, clips are kept for as long as the page is open.
  const cache = await caches.open(cacheName).catch(() => null);
  const kept = await cache?.match(pathOf(clipId)).catch(() => undefined);
  if (kept) return kept.blob();
  const answer = await fetch(pathOf(clipId), { credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`Clip ${clipId} was answered ${answer.status}`);
  await cache?.put(pathOf(clipId), answer.clone()).catch(() => undefined);
  return answer.blob();
}

/** Where the sound of a clip is: at once when it has been fetched, so that a press can start it. */
export function addressOf(clipId: string): Promise<string> | string {
  const known = addresses.get(clipId);
  if (known !== undefined) return known;
  const fetching = fetchClip(clipId).then((sound) => URL.createObjectURL(sound));
  addresses.set(clipId, fetching);
  fetching.then(
    (address) => addresses.set(clipId, address),
    // Asked for again, it is tried again.
    () => addresses.delete(clipId),
  );
  return fetching;
}

/** Fetches the clips in `language` one by one before they are asked for, and forgets those that are no longer in use. */
export async function keepClips(clips: PupilReadAloud['clips'], language: string): Promise<void> {
  for (const clip of clips) {
    if (clip.language === language) await Promise.resolve(addressOf(clip.clipId)).catch(() => undefined);
  }
  const cache = await caches.open(cacheName).catch(() => null);
  const wanted = new Set(clips.map(({ clipId }) => pathOf(clipId)));
  for (const request of (await cache?.keys()) ?? []) {
    if (!wanted.has(new URL(request.url).pathname)) await cache?.delete(request);
  }
}
