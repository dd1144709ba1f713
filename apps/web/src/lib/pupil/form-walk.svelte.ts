import type { Answer, Item } from '@samhold/survey';
import { firstStep, sameAnswer, stepAfter, stepBefore, type Step } from './journey.ts';
import { speech } from './speech.svelte.ts';

/**
 * A pupil's way through the questions of a form: where it stands, and what is answered. An answer is handed over when its
 * question is left, and again only when it is another.
 */
export class FormWalk {
  items = $state.raw<readonly Item[]>([]);
  step = $state.raw<Step>({ at: 'who-sees' });
  answers = $state.raw<ReadonlyMap<string, Answer>>(new Map());
  /** The adult the pupil wishes to talk with. */
  talkWith = $state<string | null>(null);
  covered = $state(false);
  readonly #handOver: (answer: Answer) => void;
  #handedOver = new Map<string, Answer>();

  constructor(handOver: (answer: Answer) => void) {
    this.#handOver = handOver;
  }

  /** `answered` are items answered before, or null of somebody who has not begun. */
  begin(items: readonly Item[], answered: readonly string[] | null): void {
    this.items = items;
    this.step = firstStep(
      items.map(({ id }) => id),
      answered,
    );
  }

  /** The question that is shown. */
  get item(): Item | undefined {
    return this.step.at === 'item' ? this.items[this.step.index] : undefined;
  }

  answer(answer: Answer): void {
    this.answers = new Map(this.answers).set(answer.itemId, answer);
  }

  forward(): void {
    this.leaveStep();
    this.step = stepAfter(this.step, this.items.length);
  }

  back(): void {
    this.leaveStep();
    this.step = stepBefore(this.step, this.items.length);
  }

  /** Straight to the closing; what is answered so far counts. */
  stopHere(): void {
    this.leaveStep();
    this.step = { at: 'closing' };
  }

  toggleCover(): void {
    speech.stop();
    this.covered = !this.covered;
  }

  leaveStep(): void {
    speech.stop();
    this.covered = false;
    const { item } = this;
    const answer = item === undefined ? undefined : this.answers.get(item.id);
    if (answer === undefined || sameAnswer(answer, this.#handedOver.get(answer.itemId))) return;
    this.#handedOver.set(answer.itemId, answer);
    this.#handOver(answer);
  }

  forget(): void {
    speech.stop();
    this.#handedOver = new Map();
    this.items = [];
    this.answers = new Map();
    this.talkWith = null;
    this.covered = false;
    this.step = { at: 'who-sees' };
  }
}
