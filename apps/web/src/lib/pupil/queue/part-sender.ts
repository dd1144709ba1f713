import type { PartsReceipt, PutParts } from '@samhold/contract';
import {
  removeParts,
  setAsideIsTold,
  setPartsAside,
  untoldSetAside,
  waitingParts,
  type DeviceStore,
  type PartName,
  type StoredPart,
} from './device-store.ts';

/** `later`: not known or not possible now. `never`: the server will not take it, however often it is asked. */
export type SendOutcome =
  | { readonly kind: 'receipt'; readonly receipt: PartsReceipt }
  | { readonly kind: 'later' }
  | { readonly kind: 'never' };

export type SenderPorts = {
  readonly send: (token: string, responseId: string, body: PutParts) => Promise<SendOutcome>;
  /** Runs `work` while no other window does. Rejects when another does not come to an end. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  /** Calls `run` once after `ms`; the result cancels it. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** Tells the tablet's other windows, and its worker the windows, what became of parts that may be theirs. */
  readonly tellOthers: (settled: readonly SettledPart[]) => void;
  /** Uniform in [0, 1). */
  readonly random: () => number;
};

export type SettledPart = PartName & Became;
type Became = { readonly outcome: PartsReceipt['parts'][number]['outcome'] | 'set_aside' };

export type SenderListener = (change: {
  readonly settled: readonly SettledPart[];
  /** The last attempt failed, and another is planned. */
  readonly offline: boolean;
}) => void;

export type PartSender = {
  /** A part that could not be stored on the tablet is kept here until it is handed over. */
  readonly keepInMemory: (part: StoredPart) => void;
  /** Hands over what waits, now if an attempt is planned. */
  readonly go: () => Promise<void>;
  /** The same in a while, with what comes until then, so that a pupil's answers go together. */
  readonly goSoon: () => void;
  /** Says of the upload in use that the tablet is alive; null when none is. */
  readonly use: (upload: { readonly token: string; readonly responseId: string } | null) => void;
  /** What another window of the tablet, or its worker, has settled. */
  readonly heard: (settled: readonly SettledPart[]) => void;
  readonly listen: (listener: SenderListener) => () => void;
  readonly stop: () => void;
};

const bundle = 20;
const firstWait = 1_000;
const longestWait = 60_000;
const heartbeat = 40_000;
/** The longest an answer waits for others to go with; half of it by chance. */
const longestGathering = 20_000;

/**
 * Hands over all the parts that wait on this tablet, this pupil's and those before, a bundle at a time, until the server has
 * said of each what became of it. A bundle that fails is tried again after a wait that doubles, half of it by chance, so that
 * a class whose network returns does not come all at once.
 */
export function createPartSender(store: DeviceStore | null, ports: SenderPorts): PartSender {
  const memory = new Map<string, StoredPart>();
  const listeners = new Set<SenderListener>();
  let failures = 0;
  let inUse: { readonly token: string; readonly responseId: string } | null = null;
  let cancelPlanned: (() => void) | null = null;
  let cancelGathering: (() => void) | null = null;
  let running: Promise<void> | null = null;
  let askedAgain = false;
  let stopped = false;

  const nameOf = ({ token, number }: PartName) => `${token} ${String(number)}`;

  async function waiting(): Promise<readonly StoredPart[]> {
    const none = { parts: [], broken: [] };
    const { parts, broken } = store === null ? none : await waitingParts(store).catch(() => none);
    if (broken.length > 0) tellAll(broken.map((name) => ({ ...name, outcome: 'set_aside' })));
    return [...parts, ...memory.values()];
  }

  function tell(settled: readonly SettledPart[]): void {
    for (const listener of listeners) listener({ settled, offline: failures > 0 });
  }

  function tellAll(settled: readonly SettledPart[]): void {
    tell(settled);
    ports.tellOthers(settled.map(({ token, number, outcome }) => ({ token, number, outcome })));
  }

  async function settle(parts: readonly (StoredPart & Became)[]): Promise<void> {
    const stored = parts.filter((part) => !memory.delete(nameOf(part)));
    if (store !== null) {
      const [aside, done] = [stored.filter(isAside), stored.filter((part) => !isAside(part))];
      await removeParts(store, done);
      if (aside.length > 0)
        await setPartsAside(
          store,
          aside.map(({ outcome: _outcome, ...part }) => part),
        );
    }
    failures = 0;
    tellAll(parts);
  }

  /** Hands over parts of one upload. False when it has to wait. */
  async function handOver(parts: readonly StoredPart[], more: number): Promise<boolean> {
    const [first] = parts;
    if (first === undefined) return true;
    const body = { parts: parts.map(({ number, sealed }) => ({ number, sealed })), waiting: more };
    const outcome = await ports.send(first.token, first.responseId, body);
    if (outcome.kind === 'later') return false;
    if (outcome.kind === 'never') {
      if (parts.length === 1) await settle([{ ...first, outcome: 'set_aside' }]);
      else
        for (const [at, part] of parts.entries())
          if (!(await handOver([part], more + parts.length - 1 - at))) return false;
      return true;
    }
    const outcomes = new Map(outcome.receipt.parts.map((part) => [part.number, becameOf(part)]));
    const known = parts.flatMap((part) => {
      const became = outcomes.get(part.number);
      return became === undefined ? [] : [{ ...part, outcome: became }];
    });
    await settle(known);
    return known.length > 0;
  }

  async function handOverResponse(parts: readonly StoredPart[]): Promise<boolean> {
    for (let at = 0; at < parts.length; at += bundle)
      if (!(await handOver(parts.slice(at, at + bundle), Math.max(0, parts.length - at - bundle))))
        return false;
    return true;
  }

  /** Tells of what can never be handed over. False when it has to wait. */
  async function tellOfSetAside(): Promise<boolean> {
    if (store === null) return true;
    const own = inUse?.token ?? null;
    for (const [token, count] of await untoldSetAside(store, own)) {
      // Without parts it does not matter of which response.
      const body = { parts: [], waiting: 0, setAside: count };
      const outcome = await ports.send(token, crypto.randomUUID(), body);
      if (outcome.kind === 'later') return false;
      await setAsideIsTold(store, token, own);
    }
    return true;
  }

  async function handOverAll(): Promise<boolean> {
    const parts = await waiting();
    let all = true;
    // One response that has to wait keeps no other waiting.
    for (const own of Map.groupBy(parts, ({ token, responseId }) => `${token} ${responseId}`).values())
      if (!(await handOverResponse(own))) all = false;
    if (!all || !(await tellOfSetAside())) return false;
    if (parts.length === 0 && inUse !== null) {
      const alive = await ports.send(inUse.token, inUse.responseId, { parts: [], waiting: 0 });
      if (alive.kind === 'later') return false;
      failures = 0;
      tell([]);
    }
    return true;
  }

  function plan(ms: number): void {
    cancelPlanned?.();
    cancelPlanned = stopped ? null : ports.after(ms, () => void go());
  }

  const halfByChance = (wait: number): number => wait / 2 + (wait / 2) * ports.random();

  function stopWaiting(): void {
    cancelPlanned?.();
    cancelGathering?.();
    cancelPlanned = cancelGathering = null;
  }

  async function attempt(): Promise<void> {
    stopWaiting();
    do {
      askedAgain = false;
      const done = await ports.alone(handOverAll).catch(() => false);
      if (done) continue;
      failures += 1;
      tell([]);
      plan(halfByChance(Math.min(longestWait, firstWait * 2 ** (failures - 1))));
      return;
    } while (askedAgain && !stopped);
    if (inUse !== null) plan(heartbeat);
  }

  async function go(): Promise<void> {
    if (stopped) return;
    if (running !== null) {
      askedAgain = true;
      return running;
    }
    running = attempt().finally(() => (running = null));
    return running;
  }

  function goSoon(): void {
    // After a failure the next attempt is planned already.
    if (stopped || failures > 0 || cancelGathering !== null) return;
    cancelGathering = ports.after(halfByChance(longestGathering), () => void go());
  }

  return {
    keepInMemory(part) {
      memory.set(nameOf(part), part);
    },
    go,
    goSoon,
    use(upload) {
      inUse = upload;
    },
    heard: tell,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      stopped = true;
      stopWaiting();
    },
  };
}

/** Another part has the number: the server knows nothing of this one, so it is kept and told of. */
const becameOf = ({ outcome, code }: PartsReceipt['parts'][number]): Became['outcome'] =>
  code === 'part_differs' ? 'set_aside' : outcome;

const isAside = ({ outcome }: Became): boolean => outcome === 'set_aside';
