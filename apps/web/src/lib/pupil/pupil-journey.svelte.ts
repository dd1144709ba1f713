import type { JoinedClass, PupilForm } from '@samhold/contract';
import type { Questionnaire } from '@samhold/survey';
import { FormWalk } from './form-walk.svelte.ts';
import { askedItems, type Screen } from './journey.ts';
import { pupilLanguage, type PupilTexts, type TextKey } from './languages.ts';
import { fillIn } from './fill-in.ts';
import { formFaults } from './form-faults.ts';
import { noticeOf } from './notices.ts';
import { endSession, fetchForm, joinClass, reportFormFaults, startSession, type Reply } from './pupil-api.ts';
import { nothingQueued, type AnswerQueue, type QueueState } from './queue/answer-queue.ts';
import { PupilTablet } from './queue/pupil-tablet.ts';
import { answeredBefore, type KeptSession } from './queue/session-vault.ts';
import { afterMilliseconds } from './queue/tablet.ts';

type Label = JoinedClass['pupils'][number];

/**
 * One pupil's way from the class code to the receipt. What was answered lives in memory, and sealed on the tablet until it is
 * handed over; going on after a reload takes no answer back out.
 */
export class PupilJourney {
  language = $state(pupilLanguage('nb'));
  texts = $state.raw<PupilTexts | null>(null);
  screen = $state<Screen>('loading');
  busy = $state(false);
  /** The kind words under a field, as a key of the texts. */
  notice = $state<TextKey | null>(null);
  classCode = $state('');
  /** A school account has been signed in to that leads to nobody yet; the three pictures will say whose it is. */
  accountWaits = $state(false);
  joined = $state.raw<JoinedClass | null>(null);
  pupil = $state.raw<Label | null>(null);
  form = $state.raw<PupilForm | null>(null);
  queueState = $state.raw<QueueState>(nothingQueued);
  /** The adult who will know, once the receipt is shown. */
  talksWith = $state<string | null>(null);
  readonly #tablet = new PupilTablet();
  /** The end of the session before: its answer must not come after the start of the next. */
  #left: Promise<unknown> = Promise.resolve();
  #queue: AnswerQueue | null = null;
  readonly walk = new FormWalk((answer) => this.#queue?.put(answer, this.language.code));

  /** A text of the pupil pages with its blanks filled in. */
  say(key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
    return fillIn(this.texts?.words[key] ?? '', values, this.language.code);
  }

  get questionnaire(): Questionnaire | null {
    // The server sends the pinned document of @samhold/survey, validated before any round could pin it.
    return (this.form?.questionnaire as Questionnaire | undefined) ?? null;
  }

  /** Nothing is answered here or before: the way back to the names is still open. */
  get untouched(): boolean {
    return this.walk.answers.size === 0 && this.queueState.storedItemIds.length === 0;
  }

  async speakLanguage(code: string): Promise<void> {
    const language = pupilLanguage(code);
    this.texts = await language.load();
    this.language = language;
  }

  /** Before anything else. */
  start(): Promise<void> {
    return this.#tablet.open();
  }

  /** Goes on with a session that this tablet keeps, also without a network; else asks for the class code. */
  async open(codeFromAddress: string): Promise<void> {
    this.classCode = codeFromAddress;
    const kept = await this.#tablet.readSession();
    if (kept === null) return this.#openForAnybody(codeFromAddress);
    // A network that answers nothing must not keep a pupil waiting who can go on without it.
    const [, reply] = await Promise.all([this.speakLanguage(kept.language), fetchForm(4_000)]);
    const form = reply.ok ? reply.value : reply.code === 'no_network' ? kept.form : undefined;
    if (this.classCode === '') this.classCode = kept.classCode;
    if (form !== undefined) return this.#takeForm(form, kept, codeFromAddress === '' ? 'form' : 'resume');
    await this.#tablet.forgetSession();
    this.queueState = { ...nothingQueued, storedItemIds: kept.answeredItemIds };
    this.screen = 'ended';
  }

  /** A session that the tablet does not keep is of somebody who has left it, perhaps without a network to end it by. */
  async #openForAnybody(code: string): Promise<void> {
    this.#left = endSession();
    await this.speakLanguage(this.language.code);
    this.screen = 'class-code';
    if (code !== '') await this.join(code);
  }

  /** A badge or a school account leads straight to its pupil; one that does not, to the class code with a word of why. */
  async openBy(enter: () => Promise<Reply<undefined>>): Promise<void> {
    await this.speakLanguage(this.language.code);
    const entered = await this.#wait(enter);
    const reply = entered.ok ? await this.#wait(fetchForm) : entered;
    if (reply.ok && reply.value !== undefined) return this.#takeForm(reply.value);
    this.screen = 'class-code';
    this.accountWaits = !reply.ok && reply.code === 'unknown_identity';
    if (!reply.ok && !this.accountWaits) this.notice = noticeOf(reply.code, 'badgeUnknown');
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
      if (reply.code !== 'wrong_picture_code' || pupil.hasPictureCode) return;
      // Another tablet was first to choose pictures for this name.
      this.pupil = { ...pupil, hasPictureCode: true };
      this.notice = 'pictureTaken';
    } else if (reply.value !== undefined) this.#takeForm(reply.value);
  }

  /** The names again, or the class code when it is not known here. Ends the session and the sign-in of the wrong pupil. */
  async notMe(): Promise<void> {
    if (this.form !== null || this.accountWaits) {
      await this.#tablet.forgetSession();
      await this.#wait(endSession);
    }
    this.#forgetPupil();
    this.screen = this.joined === null ? 'class-code' : 'find-myself';
    if (this.joined === null && this.classCode !== '') await this.join(this.classCode);
  }

  /** The pupil is there: here, on the tablet and with the server the time of rest counts from now. */
  goOn(): void {
    this.screen = 'form';
    this.#keepSession();
    void fetchForm();
  }

  /** Nobody has touched the tablet for a while: it hides the question and asks who is there. */
  askWhoIsThere(): void {
    if (this.screen !== 'form') return;
    this.walk.leaveStep();
    this.screen = 'still-there';
  }

  handIn(): void {
    const { talkWith } = this.walk;
    this.walk.leaveStep();
    this.screen = 'sending';
    this.talksWith = this.form?.adults.find(({ staffId }) => staffId === talkWith)?.name ?? null;
    this.#queue?.submit(this.language.code, talkWith);
  }

  /** Hands over now what waits on the tablet. */
  handOver(): void {
    this.#tablet.handOver();
  }

  /** Nobody was there: the tablet forgets whose it was. What was answered is handed over all the same. */
  rest(): void {
    if (!['form', 'resume', 'still-there'].includes(this.screen)) return;
    this.walk.leaveStep();
    this.#leaveTablet('ended');
    this.#queue?.leave();
  }

  /** From the page that says the session has ended. */
  signInAgain(): void {
    this.#forgetPupil();
    this.screen = 'class-code';
    if (this.classCode !== '') void this.join(this.classCode);
  }

  #takeForm(form: PupilForm, kept: KeptSession | null = null, screen: Screen = 'form'): void {
    this.#forgetPupil();
    const faults = formFaults(form);
    if (faults.length > 0) {
      void reportFormFaults(faults);
      void this.#tablet.forgetSession();
      this.screen = 'unshown';
      return;
    }
    this.form = form;
    this.pupil = { ...form.pupil, hasPictureCode: true };
    const answered = answeredBefore(form, kept);
    this.queueState = { ...nothingQueued, storedItemIds: answered };
    const items = askedItems(this.questionnaire ?? { items: [] }, form.settings.criteria);
    this.walk.begin(items, form.response === null && answered.length === 0 ? null : answered);
    this.#queue = this.#tablet.queueFor(form, answered, (state) => this.#queueChanged(state));
    this.#keepSession();
    this.screen = screen;
  }

  #queueChanged(state: QueueState): void {
    const more = state.storedItemIds.length > this.queueState.storedItemIds.length;
    this.queueState = state;
    if (more) this.#keepSession();
    if (this.screen !== 'sending' || state.handedIn === 'no') return;
    if (state.handedIn === 'sent' || state.offline) this.#leaveTablet('receipt');
    else afterMilliseconds(patience, () => this.screen === 'sending' && this.#leaveTablet('receipt'));
  }

  /** The tablet forgets whose it was; the answers are with the server or safe on the tablet. */
  #leaveTablet(screen: Screen): void {
    void this.#tablet.forgetSession();
    this.#left = endSession();
    void this.#queue?.finish();
    this.#forgetAnswers();
    this.joined = null;
    this.screen = screen;
  }

  #keepSession(): void {
    const { form, classCode, language, queueState } = this;
    if (form === null) return;
    const answeredItemIds = queueState.storedItemIds;
    this.#tablet.keepSession({ form, classCode, language: language.code, answeredItemIds });
  }

  #forgetPupil(): void {
    this.#queue?.leave();
    void this.#queue?.finish();
    this.#queue = null;
    this.queueState = nothingQueued;
    this.#forgetAnswers();
  }

  /** Everything that says who answered and what; how it went is still shown. */
  #forgetAnswers(): void {
    this.walk.forget();
    this.pupil = null;
    this.accountWaits = false;
    this.form = null;
    this.notice = null;
  }

  async #wait<T>(work: () => Promise<T>): Promise<T> {
    this.busy = true;
    this.notice = null;
    try {
      await this.#left;
      return await work();
    } finally {
      this.busy = false;
    }
  }
}

/** How long a pupil who has handed in waits for the network before the receipt says that it is gone. */
const patience = 2_500;
