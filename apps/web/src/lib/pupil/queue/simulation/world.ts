import { createAnswerQueue, nothingQueued, type AnswerQueue, type QueueState } from '../answer-queue.ts';
import type { DeviceStore, StoredPart, StoredUpload } from '../device-store.ts';
import { createPartSender, type PartSender, type SendOutcome } from '../part-sender.ts';
import type { ModelServer } from './model-server.ts';
import type { Random } from './random.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** One thing a pupil did. `kept`: safe on the tablet when the page was last seen; else it may or may not have been. */
export type Deed = {
  readonly itemId: string | null;
  readonly value: string;
  readonly order: number;
  kept: boolean;
  sure: boolean;
};
export type Page = {
  readonly tablet: Tablet;
  readonly life: { gone: boolean };
  readonly token: string;
  readonly pupil: string;
  readonly sender: PartSender;
  readonly queue: AnswerQueue;
  readonly deeds: Deed[];
  state: QueueState;
};
export type Tablet = { readonly store: DeviceStore; online: boolean; full: boolean; busy: Promise<unknown> };
export type World = {
  readonly random: Random;
  readonly clock: VirtualClock;
  readonly server: ModelServer;
  readonly tablets: readonly Tablet[];
  readonly deeds: Map<string, Deed[]>;
  readonly delayed: (() => void)[];
  pages: Page[];
  serverDown: boolean;
  calm: boolean;
  done: number;
  /** Entries on the tablets that are no parts. */
  spoiled: number;
};

export const items = ['a', 'b', 'c', 'd', 'e'] as const;
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
/** Lets the tablets' stores and what waits for them come to rest. */
export const settle = async () => {
  for (let time = 0; time < 12; time += 1) await turn();
};

const noRoom = () => new DOMException('', 'QuotaExceededError');

/**
 * The tablet's store as one page sees it: without room what writes answers or numbers fails as in a browser, while reading and
 * removing go on; when the page is gone, nothing it began goes on.
 */
const storeOf = (tablet: Tablet, page: { gone: boolean }): DeviceStore =>
  new Proxy(tablet.store, {
    get(target, name) {
      const gone = new Error('The page is gone.');
      if (page.gone && name !== 'transaction') return () => Promise.reject(gone);
      if (name === 'put') {
        return (...args: Parameters<DeviceStore['put']>) =>
          tablet.full ? Promise.reject(noRoom()) : target.put(...args);
      }
      if (name === 'transaction') {
        return (...args: Parameters<DeviceStore['transaction']>) => {
          if (page.gone) throw gone;
          if (tablet.full && args[0] === ('uploads' as never)) throw noRoom();
          return target.transaction(...args);
        };
      }
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });

export const send =
  (
    world: World,
    tablet: Tablet,
    page: { readonly gone: boolean },
  ): Parameters<typeof createPartSender>[1]['send'] =>
  async (token, responseId, body) => {
    const deliver = () => world.server.putParts(token, responseId, body, world.clock.now());
    const later: SendOutcome = { kind: 'later' };
    if (page.gone || !tablet.online || world.serverDown) return later;
    if (!world.calm) {
      if (world.random.chance(0.12)) return later;
      if (world.random.chance(0.12)) {
        deliver();
        return later;
      }
      if (world.random.chance(0.08)) {
        world.delayed.push(deliver);
        return later;
      }
      if (world.random.chance(0.08)) world.delayed.push(deliver);
    }
    return { kind: 'receipt', receipt: deliver() };
  };

/** What one window of a tablet settles, the others that are open hear. */
export const tellWindows =
  (world: World, tablet: Tablet, life: object | null): Parameters<typeof createPartSender>[1]['tellOthers'] =>
  (settled) => {
    for (const page of world.pages)
      if (page.tablet === tablet && page.life !== life) page.sender.heard(settled);
  };

export function openPage(world: World, tablet: Tablet, pupil: string, token: string): Page {
  const { clock, random, server } = world;
  const life = { gone: false };
  const store = storeOf(tablet, life);
  const sender = createPartSender(store, {
    send: send(world, tablet, life),
    alone: (work) => {
      const turnTaken = tablet.busy.then(work, work);
      tablet.busy = turnTaken.catch(() => undefined);
      return turnTaken;
    },
    after: clock.after,
    tellOthers: tellWindows(world, tablet, life),
    random: random.next,
  });
  const responseId = tablet.online ? server.responseIdOf(pupil) : null;
  const form = {
    upload: { token, publicKey: '', nextPart: tablet.online ? server.nextPart(token) : 1 },
    response: responseId === null ? null : { responseId, answeredItemIds: [] },
  };
  const deeds: Deed[] = [];
  const page: Omit<Page, 'queue'> & { state: QueueState } = {
    tablet,
    life,
    token,
    pupil,
    sender,
    deeds,
    state: nothingQueued,
  };
  const queue = createAnswerQueue(store, sender, form, [], {
    seal: async (_key, place, part) => JSON.stringify({ ...place, part }),
    after: clock.after,
    painted: () => Promise.resolve(),
    now: clock.now,
    changed: (state) => (page.state = state),
  });
  const whole = Object.assign(page, { queue });
  world.pages.push(whole);
  return whole;
}

/** What lies on a tablet is damaged: an entry that is no part stands among those that wait, or the upload cannot be read. */
export async function spoil(world: World, { tablet, token }: Page): Promise<void> {
  const { random, spoiled } = world;
  if (random.chance(0.3)) await tablet.store.put('uploads', { token, nextPart: NaN } as StoredUpload);
  else {
    world.spoiled += 1;
    const number = 2_100_000_000 + spoiled;
    const entry = random.one([
      { number, sealed: '' },
      { number, responseId: '?', sealed: 'x' },
      { number: number + 0.5 },
    ]);
    await tablet.store.put('parts', { token, ...entry } as StoredPart);
  }
}

/** The page is gone in an instant: power, crash or reload. What it had not yet kept may be lost; nothing else. */
export function kill(world: World, page: Page): void {
  page.life.gone = true;
  page.sender.stop();
  page.queue.leave();
  world.pages = world.pages.filter((other) => other !== page);
  for (const deed of page.deeds) if (!deed.kept || page.state.onlyInMemory) deed.sure = false;
}
