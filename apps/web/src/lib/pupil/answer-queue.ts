import type { Answer } from '@samhold/survey';

/** One thing to hand over: some answers, or the end of the response with those that remain. */
export type Part = {
  readonly revision: number;
  readonly answers: readonly Answer[];
  readonly submit: boolean;
};

/**
 * What became of a part. `later`: not known or not possible now, try again. `stale`: the server has a revision at
 * least as high. `refused`: these answers will never be accepted. `ended`: nothing more will be accepted from here.
 */
export type Outcome =
  | { readonly kind: 'stored' }
  | { readonly kind: 'later' }
  | { readonly kind: 'stale'; readonly revision: number }
  | { readonly kind: 'refused' }
  | { readonly kind: 'ended'; readonly code: string };

export type QueueState = {
  /** Answers not yet acknowledged. */
  readonly waiting: number;
  /** The last attempt failed, and another is planned. */
  readonly offline: boolean;
  readonly storedItemIds: readonly string[];
  readonly refusedItemIds: readonly string[];
  readonly submitted: boolean;
  readonly endedBy: string | null;
};

/** The state before the first answer. */
export const nothingQueued: QueueState = {
  waiting: 0,
  offline: false,
  storedItemIds: [],
  refusedItemIds: [],
  submitted: false,
  endedBy: null,
};

export type QueuePorts = {
  readonly send: (part: Part) => Promise<Outcome>;
  /** Calls `run` once after `ms`; the result cancels it. */
  readonly after: (ms: number, run: () => void) => () => void;
  readonly changed: (state: QueueState) => void;
};

export type AnswerQueue = {
  readonly put: (answer: Answer) => void;
  readonly submit: () => void;
  /** Tries at once if an attempt is planned. */
  readonly tryNow: () => void;
  /** Goes on after an end, when the pupil has signed in again. */
  readonly revive: (revision: number) => void;
  /** Forgets everything and sends nothing more. */
  readonly discard: () => void;
};

const waits = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000] as const;
const longestWait = 30_000;

/**
 * Hands answers over one part at a time. A part that failed is sent again unchanged, with the same revision, so that
 * a part whose acknowledgement was lost is answered the same way; what was answered meanwhile waits for the next part.
 * An answer leaves the queue only when it is acknowledged, replaced by a later answer to the same item, or refused on
 * its own.
 */
export function createAnswerQueue(
  ports: QueuePorts,
  start: { revision: number; storedItemIds: readonly string[] },
): AnswerQueue {
  const pending = new Map<string, Answer>();
  const stored = new Set(start.storedItemIds);
  const refused = new Set<string>();
  let revision = start.revision;
  let part: Part | null = null;
  let sending = false;
  let oneAtATime = false;
  let failures = 0;
  let submitAsked = false;
  let submitted = false;
  let endedBy: string | null = null;
  let cancelRetry: (() => void) | null = null;
  let discarded = false;

  const tell = () =>
    ports.changed({
      waiting: pending.size,
      offline: failures > 0,
      storedItemIds: [...stored],
      refusedItemIds: [...refused],
      submitted,
      endedBy,
    });

  function nextPart(): Part | null {
    const answers = [...pending.values()].slice(0, oneAtATime ? 1 : undefined);
    // Found one at a time, a refused answer must not be mistaken for a refused end.
    const submit = submitAsked && answers.length === pending.size && !(oneAtATime && answers.length > 0);
    if (answers.length === 0 && !submit) return null;
    revision += 1;
    return { revision, answers, submit };
  }

  async function pump(): Promise<void> {
    if (sending || cancelRetry !== null || endedBy !== null || submitted || discarded) return;
    part ??= nextPart();
    if (part === null) return;
    sending = true;
    const sent = part;
    const outcome = await ports.send(sent);
    sending = false;
    if (discarded) return;
    settle(sent, outcome);
    tell();
    void pump();
  }

  function settle(sent: Part, outcome: Outcome): void {
    if (outcome.kind === 'later') {
      const wait = waits[failures] ?? longestWait;
      failures += 1;
      cancelRetry = ports.after(wait, () => {
        cancelRetry = null;
        void pump();
      });
      return;
    }
    failures = 0;
    if (outcome.kind === 'ended') {
      endedBy = outcome.code;
      return;
    }
    part = null;
    if (outcome.kind === 'stored') settleStored(sent);
    if (outcome.kind === 'stale') revision = Math.max(revision, outcome.revision);
    if (outcome.kind === 'refused') settleRefused(sent);
    if (pending.size === 0) oneAtATime = false;
  }

  function settleStored(sent: Part): void {
    for (const answer of sent.answers) {
      stored.add(answer.itemId);
      if (pending.get(answer.itemId) === answer) pending.delete(answer.itemId);
    }
    submitted = sent.submit;
  }

  function settleRefused(sent: Part): void {
    const only = sent.answers[0];
    if (sent.answers.length > 1 || (sent.submit && only !== undefined)) {
      oneAtATime = true;
    } else if (only === undefined) {
      endedBy = 'invalid_request';
    } else if (pending.get(only.itemId) === only) {
      pending.delete(only.itemId);
      refused.add(only.itemId);
    }
  }

  return {
    put(answer) {
      pending.delete(answer.itemId);
      pending.set(answer.itemId, answer);
      refused.delete(answer.itemId);
      void pump();
      tell();
    },
    submit() {
      submitAsked = true;
      void pump();
      tell();
    },
    tryNow() {
      cancelRetry?.();
      cancelRetry = null;
      void pump();
    },
    revive(latest) {
      revision = Math.max(revision, latest);
      endedBy = null;
      part = null;
      void pump();
      tell();
    },
    discard() {
      discarded = true;
      cancelRetry?.();
      pending.clear();
      part = null;
    },
  };
}
