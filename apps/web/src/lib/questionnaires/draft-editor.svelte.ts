import type { EditedQuestionnaire, ReadDraft } from '@samhold/contract';
import type { OwnEntry } from '@samhold/survey';
import { problemText } from '#lib/problem-texts.ts';
import { ProblemError } from '#lib/problem.ts';
import { discardDraft, publishDraft, readQuestionnaire, saveDraft } from './calls.ts';
import { mergeEntries } from './merge-entries.ts';

type Undo = { readonly done: string; readonly entries: readonly OwnEntry[] };

export const newKey = (): string => crypto.randomUUID();

/** A draft as somebody works on it: each step is saved when it is taken, and can be undone. Nothing written is lost on the way. */
export class DraftEditor {
  /** As the server has it. */
  saved = $state.raw() as EditedQuestionnaire; // set below, before anybody reads it
  entries = $state.raw<readonly OwnEntry[]>([]);
  undo = $state.raw<Undo | null>(null);
  /** What somebody else has saved meanwhile. */
  others = $state.raw<EditedQuestionnaire | null>(null);
  busy = $state(false);
  failure = $state<string | null>(null);

  constructor(read: EditedQuestionnaire) {
    this.#take(read);
  }

  get #read(): ReadDraft {
    return { basedOn: this.saved.inUse, revision: this.saved.draft?.revision ?? 0 };
  }

  /** True while something is on the page that the server does not have. */
  get unsaved(): boolean {
    return this.entries !== this.saved.entries;
  }

  /** Takes a step, told as `done`, and saves it. */
  async change(entries: readonly OwnEntry[], done: string): Promise<void> {
    this.undo = { done, entries: this.entries };
    this.entries = entries;
    await this.save();
  }

  async undoLast(): Promise<void> {
    if (this.undo === null) return;
    this.entries = this.undo.entries;
    this.undo = null;
    await this.save();
  }

  save(): Promise<boolean> {
    const { questionnaireId } = this.saved;
    const entries = this.entries as EditedQuestionnaire['entries'];
    return this.#ask(() => saveDraft(questionnaireId, { ...this.#read, entries }));
  }

  publish(): Promise<boolean> {
    return this.#ask(() => publishDraft(this.saved.questionnaireId, this.#read));
  }

  discard(): Promise<boolean> {
    return this.#ask(() => discardDraft(this.saved.questionnaireId, this.#read));
  }

  /** Goes on from what the other has saved, with what was done here in it. */
  async merge(): Promise<void> {
    const { others, saved } = this;
    if (others === null) return;
    const entries = mergeEntries(saved.entries, this.entries, others.entries, newKey);
    this.#take(others);
    this.entries = entries;
    await this.save();
  }

  /** Goes on from what the other has saved, without what was done here; it can be undone. */
  takeOthers(): void {
    const { others, entries } = this;
    if (others === null) return;
    this.#take(others);
    this.undo = { done: 'Det andre utkastet er hentet.', entries };
  }

  #take(read: EditedQuestionnaire): void {
    this.saved = read;
    this.entries = read.entries;
    this.others = null;
    this.failure = null;
  }

  async #ask(act: () => Promise<EditedQuestionnaire>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.failure = null;
    try {
      this.#take(await act());
      return true;
    } catch (thrown) {
      if (thrown instanceof ProblemError && thrown.code === 'questionnaire_changed')
        this.others = await readQuestionnaire(this.saved.questionnaireId).catch(() => null);
      if (this.others === null) this.failure = problemText(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
