import type { SittingStatus } from '@samhold/contract';
import { problemText } from '../problem-texts.ts';
import { readSitting } from '../staff-calls.ts';

const everyMilliseconds = 3000;

/**
 * Keeps the status of a sitting fresh while its page is shown: every three seconds, not while the page is hidden, and
 * the last known status stays when the network goes. Made while a component initialises.
 */
export class SittingWatch {
  #newer = $state.raw<SittingStatus | null>(null);
  #first: () => SittingStatus;
  failure = $state<string | null>(null);
  readAt = $state(new Date().toISOString());

  constructor(first: () => SittingStatus) {
    this.#first = first;
    $effect(() => {
      const sittingId = this.#first().sitting.sittingId;
      this.#newer = null;
      const timer = setInterval(() => {
        if (!document.hidden) void this.refresh(sittingId);
      }, everyMilliseconds);
      return () => clearInterval(timer);
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
}
