import type { SittingStatus } from '@samhold/contract';
import { problemText } from '../problem-texts.ts';
import { readSitting, sittingEvents } from '../staff-calls.ts';

/** The server ends the stream once a minute, and the browser is back within a second or two. */
const patience = 6_000;
/** After an answer that refuses the stream the browser does not come back by itself. */
const askAgainAfter = 10_000;

/**
 * Keeps the status of a sitting fresh while its page is shown: the server sends it when it changes. Not while the page is
 * hidden, and the last known status stays when the network goes. Made while a component initialises.
 */
export class SittingWatch {
  #newer = $state.raw<SittingStatus | null>(null);
  #first: () => SittingStatus;
  failure = $state<string | null>(null);
  readAt = $state(new Date().toISOString());

  constructor(first: () => SittingStatus) {
    this.#first = first;
    const sittingId = $derived(first().sitting.sittingId);
    $effect(() => {
      this.#newer = null;
      return this.#whileShown(sittingId);
    });
  }

  get status(): SittingStatus {
    return this.#newer ?? this.#first();
  }

  show(status: SittingStatus): void {
    this.#newer = status;
    this.readAt = new Date().toISOString();
    this.failure = null;
  }

  async refresh(sittingId: string = this.status.sitting.sittingId): Promise<void> {
    try {
      const status = await readSitting(sittingId);
      if (this.#first().sitting.sittingId === sittingId) this.show(status);
    } catch (thrown) {
      this.failure = problemText(thrown);
    }
  }

  #whileShown(sittingId: string): () => void {
    let stop: (() => void) | undefined;
    const follow = () => {
      stop?.();
      stop = document.hidden ? undefined : this.#follow(sittingId, follow);
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      stop?.();
    };
  }

  #follow(sittingId: string, again: () => void): () => void {
    const events = sittingEvents(sittingId);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const after = (delay: number, act: () => void) => {
      clearTimeout(timer);
      timer = setTimeout(act, delay);
    };
    events.onmessage = ({ data }: MessageEvent<string>) => {
      clearTimeout(timer);
      // Written by the api as the contract's shape.
      this.show(JSON.parse(data) as SittingStatus);
    };
    events.onerror = () => {
      // What the server has against it is said in words by the plain request.
      if (events.readyState === EventSource.CLOSED) {
        void this.refresh(sittingId);
        after(askAgainAfter, again);
      } else after(patience, () => void this.refresh(sittingId));
    };
    return () => {
      clearTimeout(timer);
      events.close();
    };
  }
}
