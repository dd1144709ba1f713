import { forgetOldUploads, openDeviceStore, type DeviceStore } from './device-store.ts';
import { createPartSender, type PartSender, type SenderPorts, type SettledPart } from './part-sender.ts';

/** Calls `run` once after `ms`; the result cancels it. */
export function afterMilliseconds(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

const longestFrame = 100;

/** Resolves after the next frame, or soon where none is painted. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    const stop = afterMilliseconds(longestFrame, resolve);
    requestAnimationFrame(() =>
      afterMilliseconds(0, () => {
        stop();
        resolve();
      }),
    );
  });

const patience = 30_000;

/** One window at a time, where the browser can say so; the server takes a part twice without harm. */
const alone: SenderPorts['alone'] = (work) =>
  'locks' in navigator
    ? (navigator.locks.request(
        'samhold-parts',
        { signal: AbortSignal.timeout(patience) },
        work,
      ) as ReturnType<typeof work>)
    : work();

/** What this tablet keeps, and what hands it over: one for as long as the page lives. */
export type Tablet = {
  readonly store: DeviceStore | null;
  readonly sender: PartSender;
  /** For a worker, which lives on. */
  readonly close: () => void;
};

/** Asks the browser not to clear the store when it is short of room. A worker may not ask. */
async function keepStored(): Promise<void> {
  const storage: Partial<StorageManager> & { persist?: () => Promise<boolean> } = navigator.storage;
  await storage.persist?.().catch(() => false);
}

/** Opens the tablet's store, asks that it be kept, and hands over what waits from before. */
export async function openTablet(send: SenderPorts['send']): Promise<Tablet> {
  const store = await openDeviceStore().catch(() => null);
  if (store !== null) void forgetOldUploads(store, Date.now()).catch(() => undefined);
  if (store !== null) void keepStored();
  const others = 'BroadcastChannel' in globalThis ? new BroadcastChannel('samhold-parts') : null;
  const sender = createPartSender(store, {
    send,
    alone,
    after: afterMilliseconds,
    tellOthers: (settled) => others?.postMessage(settled),
    random: Math.random,
  });
  others?.addEventListener('message', ({ data }: MessageEvent<readonly SettledPart[]>) => sender.heard(data));
  void sender.go();
  const close = (): void => {
    sender.stop();
    others?.close();
    store?.close();
  };
  return { store, sender, close };
}
