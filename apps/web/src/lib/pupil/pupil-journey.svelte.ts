import type { JoinedClass, PupilForm } from '@samhold/contract';
import type { Answer, Item, Questionnaire } from '@samhold/survey';
import { createAnswerQueue, nothingQueued, type AnswerQueue, type QueueState } from './answer-queue.ts';
import { afterMilliseconds, handOver } from './hand-over.ts';
import { askedItems, firstStep, sameAnswer, stepAfter, stepBefore, type Step } from './journey.ts';
import { pupilLanguage, type PupilTexts, type TextKey } from './languages.ts';
import { fillIn } from './fill-in.ts';
import { noticeOf } from './notices.ts';
import { endSession, enterByBadge, fetchForm, joinClass, startSession } from './pupil-api.ts';
import { speech } from './speech.svelte.ts';

type Label = JoinedClass['pupils'][number];

/** What the tablet shows. `form` is the way through the questions, with its own steps. */
export type Screen =
  | 'loading'
  | 'class-code'
  | 'find-myself'
  | 'picture-code'
  | 'resume'
  | 'form'
  | 'sending'
  | 'receipt'
  | 'ended';

/** One pupil's way from the class code to the receipt. All of it lives in memory and is gone with the page. */
export class PupilJourney {
  language = $state(pupilLanguage('nb'));
  texts = $state.raw<PupilTexts | null>(null);
  screen = $state<Screen>('loading');
  busy = $state(false);
  /** The kind words under a field, as a key of the texts. */
  notice = $state<TextKey | null>(null);
  classCode = $state('');
  joined = $state.raw<JoinedClass | null>(null);
  pupil = $state.raw<Label | null>(null);
  form = $state.raw<PupilForm | null>(null);
  items = $state.raw<readonly Item[]>([]);
  step = $state.raw<Step>({ at: 'who-sees' });
  answers = $state.raw<ReadonlyMap<string, Answer>>(new Map());
  talkWith = $state<string | null>(null);
  queueState = $state.raw<QueueState>(nothingQueued);
  covered = $state(false);
  #queue: AnswerQueue | null = null;
  #handedOver = new Map<string, Answer>();
  #responseId = '';

  /** A text of the pupil pages with its blanks filled in. */
  say(key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
    return fillIn(this.texts?.[key] ?? '', values);
  }

  get questionnaire(): Questionnaire | null {
    // The server sends the pinned document of @samhold/survey, validated before any round could pin it.
    return (this.form?.questionnaire as Questionnaire | undefined) ?? null;
  }

  /** Nothing is answered here or before: the way back to the names is still open. */
  get untouched(): boolean {
    return this.answers.size === 0 && this.queueState.storedItemIds.length === 0;
  }

  async speakLanguage(code: string): Promise<void> {
    const language = pupilLanguage(code);
    this.texts = await language.load();
    this.language = language;
  }

  /** Goes on with a session that is alive on this device, else asks for the class code. */
  async open(codeFromAddress: string): Promise<void> {
    this.classCode = codeFromAddress;
    const [, reply] = await Promise.all([this.speakLanguage(this.language.code), fetchForm()]);
    if (reply.ok) {
      this.#takeForm(reply.value);
      this.screen = codeFromAddress === '' ? 'form' : 'resume';
      return;
    }
    this.screen = 'class-code';
    if (codeFromAddress !== '') await this.join(codeFromAddress);
  }

  /** A badge leads straight to its pupil; one that does not work, to the class code with a word of why. */
  async openByBadge(token: string): Promise<void> {
    await this.speakLanguage(this.language.code);
    const entered = await this.#wait(() => enterByBadge(token));
    const reply = entered.ok ? await this.#wait(fetchForm) : entered;
    if (reply.ok && reply.value !== undefined) {
      this.#takeForm(reply.value);
      this.screen = 'form';
      return;
    }
    this.screen = 'class-code';
    if (!reply.ok) this.notice = noticeOf(reply.code, 'badgeUnknown');
  }

  async join(code: string): Promise<void> {
    this.classCode = code;
    const reply = await this.#wait(() => joinClass(code));
    if (reply.ok) {
      this.joined = reply.value;
      this.screen = 'find-myself';
    } else {
      this.notice = noticeOf(reply.code, 'codeUnknown');
    }
  }

  choosePupil(pupil: Label): void {
    this.pupil = pupil;
    this.notice = null;
    this.screen = 'picture-code';
  }

  async signIn(pictures: readonly string[]): Promise<void> {
    const { pupil } = this;
    if (pupil === null) return;
    const started = await this.#wait(() => startSession(this.classCode, pupil.pupilId, pictures));
    const reply = started.ok ? await this.#wait(fetchForm) : started;
    if (!reply.ok) {
      this.notice = noticeOf(reply.code, 'pictureWrong');
      if (reply.code === 'wrong_picture_code' && !pupil.hasPictureCode) this.#pupilHasCode(pupil);
      return;
    }
    if (reply.value !== undefined) this.#takeForm(reply.value);
    this.screen = 'form';
  }

  /** Another tablet was first to choose pictures for this name. */
  #pupilHasCode(pupil: Label): void {
    this.pupil = { ...pupil, hasPictureCode: true };
    this.notice = 'pictureTaken';
  }

  /** The names again, or the class code when it is not known here. Ends the session of the wrong pupil. */
  async notMe(): Promise<void> {
    if (this.form !== null) await this.#wait(endSession);
    this.#forgetPupil();
    this.screen = this.joined === null ? 'class-code' : 'find-myself';
    if (this.joined === null && this.classCode !== '') await this.join(this.classCode);
  }

  goOn(): void {
    this.screen = 'form';
  }

  answer(answer: Answer): void {
    this.answers = new Map(this.answers).set(answer.itemId, answer);
  }

  forward(): void {
    this.#leaveStep();
    this.step = stepAfter(this.step, this.items.length);
  }

  back(): void {
    this.#leaveStep();
    this.step = stepBefore(this.step, this.items.length);
  }

  /** Straight to the closing; what is answered so far counts. */
  stopHere(): void {
    this.#leaveStep();
    this.step = { at: 'closing' };
  }

  toggleCover(): void {
    speech.stop();
    this.covered = !this.covered;
  }

  handIn(): void {
    this.#leaveStep();
    this.screen = 'sending';
    this.#queue?.submit();
  }

  networkIsBack(): void {
    this.#queue?.tryNow();
  }

  /** From the page that says the session has ended. */
  signInAgain(): void {
    this.notice = null;
    this.screen = this.classCode === '' ? 'class-code' : 'picture-code';
  }

  #leaveStep(): void {
    speech.stop();
    this.covered = false;
    const item = this.step.at === 'item' ? this.items[this.step.index] : undefined;
    const answer = item === undefined ? undefined : this.answers.get(item.id);
    if (item === undefined || answer === undefined) return;
    const refused = this.queueState.refusedItemIds.includes(item.id);
    if (!refused && sameAnswer(answer, this.#handedOver.get(item.id))) return;
    this.#handedOver.set(item.id, answer);
    this.#queue?.put(answer);
  }

  #takeForm(form: PupilForm): void {
    const samePupil = this.#queue !== null && this.form?.pupil.pupilId === form.pupil.pupilId;
    const continued = samePupil && this.form?.sittingId === form.sittingId;
    if (!continued) this.#forgetPupil();
    this.form = form;
    this.pupil = { ...form.pupil, hasPictureCode: true };
    this.items = askedItems(this.questionnaire ?? noQuestions, form.settings.criteria);
    this.#responseId = form.response?.responseId ?? (this.#responseId || crypto.randomUUID());
    const revision = form.response?.revision ?? 0;
    if (continued) {
      this.#queue?.revive(revision);
      return;
    }
    const storedItemIds = form.response?.answeredItemIds ?? [];
    this.queueState = { ...nothingQueued, storedItemIds };
    const itemIds = this.items.map(({ id }) => id);
    this.step = firstStep(itemIds, form.response === null ? null : storedItemIds);
    this.#queue = createAnswerQueue(
      {
        send: (part) =>
          handOver(this.#responseId, { part, language: this.language.code, talkWith: this.talkWith }),
        after: afterMilliseconds,
        changed: (state) => this.#queueChanged(state),
      },
      { revision, storedItemIds },
    );
  }

  #queueChanged(state: QueueState): void {
    this.queueState = state;
    if (state.submitted || (state.endedBy === 'response_submitted' && this.screen === 'sending')) {
      this.#forgetPupil();
      this.joined = null;
      this.screen = 'receipt';
      void endSession();
    } else if (state.endedBy !== null) {
      speech.stop();
      this.screen = 'ended';
    }
  }

  #forgetPupil(): void {
    speech.stop();
    this.#queue?.discard();
    this.#queue = null;
    this.#handedOver = new Map();
    this.#responseId = '';
    this.pupil = null;
    this.form = null;
    this.items = [];
    this.answers = new Map();
    this.talkWith = null;
    this.queueState = nothingQueued;
    this.covered = false;
    this.notice = null;
    this.step = { at: 'who-sees' };
  }

  async #wait<T>(work: () => Promise<T>): Promise<T> {
    this.busy = true;
    this.notice = null;
    try {
      return await work();
    } finally {
      this.busy = false;
    }
  }
}

const noQuestions: Pick<Questionnaire, 'items'> = { items: [] };
