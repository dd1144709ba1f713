import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** The right to hand over one pupil's answers from this tablet, and how far its parts are numbered. */
export type StoredUpload = {
  readonly token: string;
  readonly responseId: string;
  readonly nextPart: number;
  readonly usedAt: number;
};

/** One part as it lies on the tablet: only the server can open `sealed`, and the token can only hand over. */
export type StoredPart = {
  readonly token: string;
  readonly responseId: string;
  readonly number: number;
  readonly sealed: string;
};

/** What is kept for going on after a reload, under a key that cannot be taken out of the browser. */
export type StoredSession = {
  readonly key: CryptoKey;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
  readonly seenAt: number;
};

type PartKey = [token: string, number: number];
interface Schema extends DBSchema {
  readonly uploads: { readonly key: string; readonly value: StoredUpload };
  readonly parts: { readonly key: PartKey; readonly value: StoredPart };
  /** Parts that can never be handed over; nothing is thrown away unseen. */
  readonly setAside: { readonly key: number; readonly value: unknown };
  readonly session: { readonly key: 'current'; readonly value: StoredSession };
}

export type DeviceStore = IDBPDatabase<Schema>;

/** The tablet's own store. Rejects where the browser gives none, or no room. */
export const openDeviceStore = (name = 'samhold-elev'): Promise<DeviceStore> =>
  openDB<Schema>(name, 1, {
    upgrade(store) {
      store.createObjectStore('uploads', { keyPath: 'token' });
      store.createObjectStore('parts', { keyPath: ['token', 'number'] });
      store.createObjectStore('setAside', { autoIncrement: true });
      store.createObjectStore('session');
    },
    blocking(_from, _to, event) {
      // Newer pages in another window may change the store; this one must not stand in their way.
      (event.target as IDBDatabase).close();
    },
  });

/**
 * The upload as the tablet knows it, else as it is given: a response keeps the id it was first given, also after a reload that
 * the server never heard of.
 */
export const rememberUpload = async (store: DeviceStore, given: StoredUpload): Promise<StoredUpload> => {
  const work = store.transaction('uploads', 'readwrite');
  const known = await work.store.get(given.token);
  const upload =
    known === undefined
      ? given
      : { ...known, nextPart: Math.max(known.nextPart, given.nextPart), usedAt: given.usedAt };
  await work.store.put(upload);
  await work.done;
  return upload;
};

/** The next number for a part of this upload, no lower than its own, never given twice on the tablet, whatever windows are open. */
export const takeNumber = async (store: DeviceStore, upload: StoredUpload): Promise<number> => {
  const work = store.transaction('uploads', 'readwrite');
  const known = await work.store.get(upload.token);
  const nextPart = Math.max(known?.nextPart ?? 0, upload.nextPart);
  await work.store.put({ ...upload, nextPart: nextPart + 1 });
  await work.done;
  return nextPart;
};

const isPart = (entry: unknown): entry is StoredPart => {
  const part = entry as Partial<StoredPart> | null;
  return (
    typeof part?.token === 'string' &&
    typeof part.responseId === 'string' &&
    Number.isInteger(part.number) &&
    typeof part.sealed === 'string' &&
    part.sealed !== ''
  );
};

/** The parts that wait, by upload and number. An entry that is no part is set aside, so that it stops no other. */
export const waitingParts = async (store: DeviceStore): Promise<readonly StoredPart[]> => {
  const work = store.transaction(['parts', 'setAside'], 'readwrite');
  const parts: StoredPart[] = [];
  let cursor = await work.objectStore('parts').openCursor();
  while (cursor !== null) {
    if (isPart(cursor.value)) parts.push(cursor.value);
    else {
      await work.objectStore('setAside').add(cursor.value);
      await cursor.delete();
    }
    cursor = await cursor.continue();
  }
  await work.done;
  return parts;
};

export const removeParts = async (store: DeviceStore, parts: readonly StoredPart[]): Promise<void> => {
  const work = store.transaction('parts', 'readwrite');
  for (const { token, number } of parts) void work.store.delete([token, number]);
  await work.done;
};

export const setPartsAside = async (store: DeviceStore, parts: readonly StoredPart[]): Promise<void> => {
  const work = store.transaction(['parts', 'setAside'], 'readwrite');
  for (const part of parts) {
    void work.objectStore('setAside').add(part);
    void work.objectStore('parts').delete([part.token, part.number]);
  }
  await work.done;
};

/** The pupil is done here: no more parts are numbered. Those that wait carry all it takes to hand them over. */
export const forgetUpload = (store: DeviceStore, token: string): Promise<void> =>
  store.delete('uploads', token);

const oldAfterMs = 2 * 24 * 3_600_000;

/** Forgets uploads whose pupil never came back. */
export const forgetOldUploads = async (store: DeviceStore, now: number): Promise<void> => {
  const work = store.transaction('uploads', 'readwrite');
  for (const { token, usedAt } of await work.store.getAll())
    if (Math.abs(now - usedAt) > oldAfterMs) void work.store.delete(token);
  await work.done;
};
