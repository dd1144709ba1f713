interface SyncRegistration extends ServiceWorkerRegistration {
  readonly sync?: { readonly register: (tag: string) => Promise<void> };
}

/** Keeps the pupil pages on the tablet from now on. Without a service worker they work as long as the network does. */
export async function keepPages(): Promise<void> {
  await navigator.serviceWorker
    ?.register('/service-worker.js', { scope: '/s', type: 'module' })
    .catch(() => undefined);
}

const registration = async (): Promise<SyncRegistration | undefined> =>
  navigator.serviceWorker?.getRegistration('/s');

/** Asks that what waits is handed over when there is a network, also if the page is closed by then. */
export async function handOverLater(): Promise<void> {
  await (await registration())?.sync?.register('answers').catch(() => undefined);
}

/** Newer pages may be used from now on. */
export async function takeNewerPages(): Promise<void> {
  (await registration())?.waiting?.postMessage('take over');
}
