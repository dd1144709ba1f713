import { self } from '$app/service-worker';
import { version } from '$app/env';
import { putParts } from '../lib/pupil/pupil-api.ts';
import { openTablet } from '../lib/pupil/queue/tablet.ts';

/**
 * Keeps the pupil pages on the tablet, so that they open and go on without a network. Nothing of the api is ever kept here: what
 * belongs to a pupil lies sealed in the tablet's store.
 */
const pages = `samhold-pupil-${version}`;
const shell = '/s';

type Assets = { readonly first: readonly string[]; readonly later: readonly string[] };

async function keepPages(): Promise<void> {
  const cache = await caches.open(pages);
  const listed = await fetch('/pupil-assets.json', { cache: 'no-store' });
  // Written by the build, beside this worker.
  const { first, later } = (await listed.json()) as Assets;
  await cache.addAll([new Request(shell, { cache: 'no-store' }), ...first, ...later]);
}

/** Older pages go when the newer are in use; answers lie elsewhere and stay. */
async function dropOlderPages(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names
      .filter((name) => name.startsWith('samhold-pupil-') && name !== pages)
      .map((name) => caches.delete(name)),
  );
  await self.clients.claim();
}

/** The page from the network when it answers soon, so that an update is met; else the one that is kept. */
async function page(request: Request): Promise<Response> {
  const kept = await caches.match(shell, { cacheName: pages });
  try {
    const fresh = await fetch(request, kept === undefined ? {} : { signal: AbortSignal.timeout(3_000) });
    return fresh.ok || kept === undefined ? fresh : kept;
  } catch (error) {
    if (kept !== undefined) return kept;
    throw error;
  }
}

/** What has its version in its name never changes: kept once, used for ever. Languages, fonts and clips come here when first used. */
async function unchanging(request: Request, clientId: string): Promise<Response> {
  const kept = await caches.match(request);
  if (kept !== undefined) return kept;
  const fresh = await fetch(request);
  const client = await self.clients.get(clientId);
  const forPupil = client !== undefined && new URL(client.url).pathname === shell;
  if (fresh.ok && forPupil) await (await caches.open(pages)).put(request, fresh.clone());
  return fresh;
}

/** The tablet lies in a cupboard with its page closed: what waits is handed over when the network returns. */
async function handOverWhatWaits(): Promise<void> {
  const tablet = await openTablet(putParts);
  await tablet.sender.go();
  tablet.close();
}

self.addEventListener('install', (event) => event.waitUntil(keepPages()));
self.addEventListener('message', (event) => {
  // Between two pupils, so that nobody's pages change while they answer.
  if (event.data === 'take over') event.waitUntil(self.skipWaiting());
});
// Not every browser has it, and the types do not know it.
self.addEventListener('sync' as 'message', (event: ExtendableEvent & { readonly tag?: string }) => {
  if (event.tag === 'answers') event.waitUntil(handOverWhatWaits());
});
self.addEventListener('activate', (event) => event.waitUntil(dropOlderPages()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate' && pathname === shell) event.respondWith(page(request));
  else if (pathname.startsWith('/_app/immutable/')) event.respondWith(unchanging(request, event.clientId));
});
