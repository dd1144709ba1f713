import type { PupilForm } from '@samhold/contract';
import { sealing } from '../later-screens.ts';
import { putParts } from '../pupil-api.ts';
import { createAnswerQueue, type AnswerQueue, type QueueState } from './answer-queue.ts';
import { forgetSession, keepSession, readSession, type KeptSession } from './session-vault.ts';
import { afterMilliseconds, openTablet, painted, type Tablet } from './tablet.ts';
import { handOverLater, keepPages } from './worker.ts';

/** What the page asks of the tablet it runs on. Where the tablet keeps nothing, a reload asks for the picture code again. */
export class PupilTablet {
  #tablet: Tablet | null = null;
  #work: Promise<unknown> = Promise.resolve();

  /** Opens what the tablet keeps, hands over what waits from before, and keeps the pages for when there is no network. */
  async open(): Promise<void> {
    this.#tablet = await openTablet(putParts);
    this.#tablet.sender.listen(({ offline }) => {
      if (offline) void handOverLater();
    });
    void keepPages();
  }

  /** Hands over now what waits; if the page is gone before that, the worker does. */
  handOver(): void {
    void this.#tablet?.sender.go();
    void handOverLater();
  }

  /** A queue for the pupil of this form, or null before the tablet is open. */
  queueFor(
    form: PupilForm,
    answeredBefore: readonly string[],
    changed: (state: QueueState) => void,
  ): AnswerQueue | null {
    if (this.#tablet === null) return null;
    const { store, sender } = this.#tablet;
    return createAnswerQueue(store, sender, form, answeredBefore, {
      seal: async (...part) => (await sealing()).sealPart(...part),
      after: afterMilliseconds,
      painted,
      now: Date.now,
      changed,
    });
  }

  async readSession(): Promise<KeptSession | null> {
    const store = this.#tablet?.store ?? null;
    return store === null ? null : readSession(store, Date.now()).catch(() => null);
  }

  keepSession(session: KeptSession): void {
    const store = this.#tablet?.store ?? null;
    if (store !== null) this.#next(() => keepSession(store, session, Date.now()));
  }

  /** After what is under way: a session kept a moment ago does not come back. */
  async forgetSession(): Promise<void> {
    const store = this.#tablet?.store ?? null;
    if (store !== null) await this.#next(() => forgetSession(store));
  }

  #next(work: () => Promise<void>): Promise<void> {
    const done = this.#work.then(work).catch(() => undefined);
    this.#work = done;
    return done;
  }
}
