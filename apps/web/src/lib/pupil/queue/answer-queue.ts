import type { AnswerPart, PupilForm } from '@samhold/contract';
import type { Answer } from '@samhold/survey';
import {
  forgetUpload,
  numberByClock,
  rememberUpload,
  takeNumber,
  type DeviceStore,
  type StoredPart,
  type StoredUpload,
} from './device-store.ts';
import type { PartSender } from './part-sender.ts';

export type QueueState = {
  /** Parts not yet acknowledged. */
  readonly waiting: number;
  readonly offline: boolean;
  /** Items whose answer is with the server or safely on the tablet. */
  readonly storedItemIds: readonly string[];
  /** `kept`: handed in, and safe on the tablet. `sent`: with the server. */
  readonly handedIn: 'no' | 'kept' | 'sent';
  /** The class was done; the teacher decides. */
  readonly held: boolean;
  /** The tablet has no room: what waits lives only as long as the page. */
  readonly onlyInMemory: boolean;
};

/** The state before the first answer. */
export const nothingQueued: QueueState = {
  waiting: 0,
  offline: false,
  storedItemIds: [],
  handedIn: 'no',
  held: false,
  onlyInMemory: false,
};

export type QueuePorts = {
  readonly seal: (
    publicKey: string,
    place: { readonly responseId: string; readonly number: number },
    part: AnswerPart,
  ) => Promise<string>;
  readonly after: (ms: number, run: () => void) => () => void;
  /** Resolves when the next screen has been painted: sealing must not keep a pupil waiting for it. */
  readonly painted: () => Promise<void>;
  /** Milliseconds, by the tablet's clock. */
  readonly now: () => number;
  readonly changed: (state: QueueState) => void;
};

export type AnswerQueue = {
  readonly put: (answer: Answer, language: string) => void;
  readonly submit: (language: string, talkWith: string | null) => void;
  /** Resolves when all that was put has been sealed and kept. */
  readonly kept: () => Promise<void>;
  /** Stops telling; what is kept is still handed over. */
  readonly leave: () => void;
  /** The pupil is done here: what waits is still handed over, and the tablet forgets that there was an upload. */
  readonly finish: () => Promise<void>;
};

const sealAgainAfter = 3_000;

/**
 * Turns what one pupil answers into sealed, numbered parts, keeps each on the tablet before it is sent, and follows what
 * becomes of it. Where the tablet keeps nothing, parts live in memory until they are handed over.
 */
export function createAnswerQueue(
  store: DeviceStore | null,
  sender: PartSender,
  { upload: grant, response }: Pick<PupilForm, 'upload' | 'response'>,
  answeredBefore: readonly string[],
  ports: QueuePorts,
): AnswerQueue {
  const given: StoredUpload = {
    token: grant.token,
    nextPart: grant.nextPart,
    responseId: response?.responseId ?? crypto.randomUUID(),
    usedAt: ports.now(),
  };
  const itemsOfPart = new Map<number, readonly string[]>();
  let state: QueueState = { ...nothingQueued, storedItemIds: answeredBefore };
  let submitNumber: number | null = null;
  let next = grant.nextPart;
  let left = false;
  let unsealed = 0;
  const unsettled = new Set<number>();
  let begun = false;

  const upload = (
    store === null ? Promise.reject(new Error('no store')) : rememberUpload(store, given)
  ).catch(() => given);
  void upload.then((known) => {
    if (!left) sender.use(known);
  });

  function change(to: Partial<QueueState>): void {
    if (left) return;
    state = { ...state, ...to, waiting: unsettled.size + unsealed };
    ports.changed(state);
  }

  const stopListening = sender.listen(({ settled, offline }) => {
    const own = settled.filter(({ token }) => token === grant.token);
    for (const { number } of own) unsettled.delete(number);
    const lost = own.filter(({ outcome }) => outcome === 'refused' || outcome === 'set_aside');
    const lostItems = lost.flatMap(({ number }) => itemsOfPart.get(number) ?? []);
    const sent = own.some(({ number }) => number === submitNumber);
    change({
      offline,
      storedItemIds: state.storedItemIds.filter((id) => !lostItems.includes(id)),
      held: state.held || own.some(({ outcome }) => outcome === 'held'),
      ...(sent ? { handedIn: 'sent' } : {}),
    });
  });

  const wait = (ms: number) => new Promise<void>((resolve) => ports.after(ms, resolve));

  async function number(known: StoredUpload): Promise<number> {
    const atLeast = { ...known, nextPart: Math.max(known.nextPart, next), usedAt: ports.now() };
    try {
      if (store === null) throw new Error('no store');
      next = (await takeNumber(store, atLeast)) + 1;
    } catch {
      next = Math.max(next, numberByClock(ports.now())) + 1;
    }
    return next - 1;
  }

  async function seal(known: StoredUpload, own: number, part: AnswerPart): Promise<string> {
    for (;;) {
      try {
        return await ports.seal(grant.publicKey, { responseId: known.responseId, number: own }, part);
      } catch {
        // What seals may not be here yet.
        await wait(sealAgainAfter);
      }
    }
  }

  async function keep(part: StoredPart): Promise<boolean> {
    try {
      if (store === null) throw new Error('no store');
      await store.put('parts', part);
      return true;
    } catch {
      sender.keepInMemory(part);
      return false;
    }
  }

  async function handle(part: AnswerPart): Promise<void> {
    await ports.painted();
    const known = await upload;
    const own = await number(known);
    const items = part.answers.map(({ itemId }) => itemId);
    itemsOfPart.set(own, items);
    const { token, responseId } = known;
    const sealed = await seal(known, own, part);
    unsettled.add(own);
    unsealed -= 1;
    if (part.submit) submitNumber = own;
    const onTablet = await keep({ token, responseId, number: own, sealed });
    change({
      storedItemIds: [...new Set([...state.storedItemIds, ...items])],
      onlyInMemory: state.onlyInMemory || !onTablet,
      ...(part.submit && onTablet && !state.onlyInMemory && state.handedIn === 'no'
        ? { handedIn: 'kept' }
        : {}),
    });
    // The first goes at once, so that the teacher sees who has begun.
    if (onTablet && begun && !part.submit) sender.goSoon();
    else void sender.go();
    begun = true;
  }

  // One after the other, so that numbers follow the order of answering.
  let tail = Promise.resolve();
  function add(part: AnswerPart): void {
    unsealed += 1;
    tail = tail.then(() => handle(part));
    change({});
  }

  function leave(): void {
    left = true;
    stopListening();
    sender.use(null);
    void sender.go();
  }

  return {
    put: (answer, language) => add({ language, answers: [asSent(answer)], submit: false }),
    submit: (language, talkWith) =>
      add({ language, answers: [], submit: true, ...(talkWith === null ? {} : { talkWith }) }),
    kept: () => tail,
    leave,
    async finish() {
      await tail;
      if (store !== null) await forgetUpload(store, grant.token).catch(() => undefined);
    },
  };
}

const asSent = (answer: Answer): AnswerPart['answers'][number] =>
  answer.type === 'choices' ? { ...answer, pupilIds: [...answer.pupilIds] } : { ...answer };
