import type { Page } from '@playwright/test';

/** All that can be read out of the browser's stores by whoever holds the tablet, as one text. Keys that stay inside are not. */
export const readableOn = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const seen: unknown[] = [{ ...localStorage }, { ...sessionStorage }, document.cookie];
    const asText = (value: unknown): unknown => {
      if (value instanceof ArrayBuffer) return new TextDecoder('latin1').decode(value);
      if (ArrayBuffer.isView(value)) return new TextDecoder('latin1').decode(value);
      if (value instanceof CryptoKey) return `key, extractable: ${String(value.extractable)}`;
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, asText(part)]));
    };
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name ?? '');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('The store cannot be read.'));
      });
      for (const store of database.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve) => {
          const request = database.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => resolve(request.result as unknown[]);
        });
        seen.push(store, rows.map(asText));
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const kept = await cache.match(request);
        const isText = /html|json/.test(kept?.headers.get('content-type') ?? '');
        seen.push(request.url, isText ? await kept?.text() : '');
      }
    }
    return JSON.stringify(seen);
  });

/** Waits until the worker that keeps the pages has them all. */
export const pagesKept = async (page: Page): Promise<void> => {
  await page.waitForFunction(
    async () => (await navigator.serviceWorker.getRegistration('/s'))?.active?.state === 'activated',
  );
};

/** How many answers lie sealed on the tablet and wait. A page that is left before an answer lies there asks for it again. */
export const partsWaiting = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('samhold-elev');
        opening.onerror = () => reject(new Error('The store cannot be opened.'));
        opening.onsuccess = () => {
          const counting = opening.result.transaction('parts').objectStore('parts').count();
          counting.onerror = () => reject(new Error('The store cannot be read.'));
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
