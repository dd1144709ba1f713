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

/** What can never be handed over: nothing is thrown away unseen, and the teacher is told that it is there. */
type SetAside = {
  /** The upload it belongs to; null where even that cannot be read. */
  readonly token: string | null;
  readonly told: boolean;
  readonly entry: unknown;
};

export type PartName = Pick<StoredPart, 'token' | 'number'>;
type PartKey = [token: string, number: number];
interface Schema extends DBSchema {
  readonly uploads: { readonly key: string; readonly value: StoredUpload };
  readonly parts: { readonly key: PartKey; readonly value: StoredPart };
  readonly setAside: { readonly key: number; readonly value: SetAside };
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
  const found = await work.store.get(given.token);
  const known = found === undefined ? given : readOr(given, found);
  const upload = { ...known, nextPart: Math.max(known.nextPart, given.nextPart), usedAt: given.usedAt };
  await work.store.put(upload);
  await work.done;
  return upload;
};

/**
 * The next number for a part of this upload, no lower than its own, never given twice on the tablet, whatever windows are open. One
 * that another window has forgotten meanwhile is numbered by the clock: which numbers that window gave is gone with it.
 */
export const takeNumber = async (store: DeviceStore, upload: StoredUpload): Promise<number> => {
  const work = store.transaction('uploads', 'readwrite');
  const known = readOr(upload, await work.store.get(upload.token));
  const nextPart = Math.max(known.nextPart, upload.nextPart);
  await work.store.put({ ...upload, nextPart: nextPart + 1 });
  await work.done;
  return nextPart;
};

/** What can stand in a header, and in an address. */
const isToken = (value: unknown): value is string =>
  typeof value === 'string' && /^[!-~]{1,100}$/.test(value);
const isId = (value: unknown): value is string => typeof value === 'string' && /^[\w-]{1,100}$/.test(value);

const isUpload = (entry: unknown): entry is StoredUpload => {
  const upload = entry as Partial<StoredUpload> | null;
  return isToken(upload?.token) && isId(upload.responseId) && Number.isInteger(upload.nextPart);
};

const beyondStored = 10_000;
/** Milliseconds of some three weeks: numbers stay within 31 bits. */
const clockSpan = 2_000_000_000;

/** A number beyond those the store gives, where it cannot say which are taken: in the order of time with those of other windows. */
export const numberByClock = (now: number): number => beyondStored + (now % clockSpan);

/** The upload as found; where it cannot be read or is gone, which numbers were given is not known, so the clock gives them. */
const readOr = (own: StoredUpload, found: unknown): StoredUpload =>
  isUpload(found) ? found : { ...own, nextPart: numberByClock(own.usedAt) };

const isPart = (entry: unknown): entry is StoredPart => {
  const part = entry as Partial<StoredPart> | null;
  return (
    isToken(part?.token) &&
    isId(part.responseId) &&
    Number.isInteger(part.number) &&
    typeof part.sealed === 'string' &&
    part.sealed !== ''
  );
};

const asSetAside = (entry: unknown): SetAside => {
  const token = (entry as Partial<StoredPart> | null)?.token;
  return { token: isToken(token) ? token : null, told: false, entry };
};

/** The parts that wait, by upload and number. An entry that is no part is set aside, so that it stops no other: `broken`. */
export const waitingParts = async (
  store: DeviceStore,
): Promise<{ readonly parts: readonly StoredPart[]; readonly broken: readonly PartName[] }> => {
  const work = store.transaction(['parts', 'setAside'], 'readwrite');
  const parts: StoredPart[] = [];
  const broken: PartName[] = [];
  let cursor = await work.objectStore('parts').openCursor();
  while (cursor !== null) {
    if (isPart(cursor.value)) parts.push(cursor.value);
    else {
      const [token, number] = cursor.key;
      broken.push({ token, number });
      await work.objectStore('setAside').add(asSetAside(cursor.value));
      await cursor.delete();
    }
    cursor = await cursor.continue();
  }
  await work.done;
  return { parts, broken };
};

export const removeParts = async (store: DeviceStore, parts: readonly StoredPart[]): Promise<void> => {
  const work = store.transaction('parts', 'readwrite');
  for (const { token, number } of parts) void work.store.delete([token, number]);
  await work.done;
};

export const setPartsAside = async (store: DeviceStore, parts: readonly StoredPart[]): Promise<void> => {
  const work = store.transaction(['parts', 'setAside'], 'readwrite');
  for (const part of parts) {
    void work.objectStore('setAside').add(asSetAside(part));
    void work.objectStore('parts').delete([part.token, part.number]);
  }
  await work.done;
};

/**
 * The uploads the server has not been told about all that lies set aside of, with how many that is. What belongs to no upload that
 * can be read counts for the one in use.
 */
export const untoldSetAside = async (
  store: DeviceStore,
  inUse: string | null,
): Promise<ReadonlyMap<string, number>> => {
  const all = await store.getAll('setAside');
  const owner = ({ token }: SetAside): string | null => token ?? inUse;
  const untold = new Set(all.filter(({ told }) => !told).map(owner));
  const counts = new Map<string, number>();
  for (const entry of all) {
    const token = owner(entry);
    if (token !== null && untold.has(token)) counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  return counts;
};

/** The server has been told of all that lies set aside of this upload. */
export const setAsideIsTold = async (
  store: DeviceStore,
  token: string,
  inUse: string | null,
): Promise<void> => {
  const work = store.transaction('setAside', 'readwrite');
  for await (const cursor of work.store) {
    const { value } = cursor;
    if ((value.token ?? inUse) === token) await cursor.update({ ...value, token, told: true });
  }
  await work.done;
};

/** The pupil is done here: no more parts are numbered. Those that wait carry all it takes to hand them over. */
export const forgetUpload = (store: DeviceStore, token: string): Promise<void> =>
  store.delete('uploads', token);

const oldAfterMs = 2 * 24 * 3_600_000;

/**
 * Forgets uploads whose pupil never came back. As long as a session is kept, an upload may be its own however old the clock makes
 * it, and a number that is forgotten would be given twice.
 */
export const forgetOldUploads = async (store: DeviceStore, now: number): Promise<void> => {
  const work = store.transaction(['uploads', 'session'], 'readwrite');
  const uploads = work.objectStore('uploads');
  const kept = await work.objectStore('session').count();
  if (kept === 0)
    for (const { token, usedAt } of await uploads.getAll())
      if (!(Math.abs(now - usedAt) <= oldAfterMs)) void uploads.delete(token);
  await work.done;
};
