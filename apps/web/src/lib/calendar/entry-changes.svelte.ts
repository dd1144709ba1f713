import type { FillYear, NewYearEntry, Occurrence, YearEntry } from '@samhold/contract';
import { Attempt } from '#lib/staff/attempt.svelte.ts';
import {
  addEntry,
  changeEntry,
  fillYear,
  moveOccurrence,
  putOccurrenceBack,
  setEntryRemoved,
} from './calls.ts';
import { dayAndMonth } from './day-texts.ts';

type Done = { readonly text: string; readonly undo: (() => Promise<unknown>) | null };

/** Changes of what recurs: kept at once, and the last one can be undone. */
export class EntryChanges {
  readonly attempt = new Attempt();
  done = $state.raw<Done | null>(null);
  readonly #yearId: string;
  readonly #changed: () => Promise<void>;

  constructor(yearId: string, changed: () => Promise<void>) {
    this.#yearId = yearId;
    this.#changed = changed;
  }

  readonly #do = (
    act: () => Promise<unknown>,
    text: string,
    undo: (() => Promise<unknown>) | null,
  ): Promise<boolean> =>
    this.attempt.run(async () => {
      await act();
      this.done = { text, undo };
      await this.#changed();
    });

  undo(): void {
    const undo = this.done?.undo ?? null;
    if (undo !== null) void this.#do(undo, 'Endringen er angret.', null);
  }

  add(entry: NewYearEntry): Promise<boolean> {
    const add = () => addEntry({ schoolYearId: this.#yearId, entry });
    return this.#do(add, `«${entry.name}» er lagt til.`, null);
  }

  change({ entryId, occurrences: _times, ...before }: YearEntry, entry: NewYearEntry): Promise<boolean> {
    const moved = _times.some(({ state }) => state !== 'planned');
    const change = () => changeEntry(entryId, entry);
    // A new rhythm forgets what was moved, and undoing it would not bring that back.
    const undo = moved ? null : () => changeEntry(entryId, before);
    return this.#do(change, `«${entry.name}» er endret.`, undo);
  }

  remove({ entryId, name }: YearEntry): void {
    void this.#do(
      () => setEntryRemoved(entryId, true),
      `«${name}» er tatt ut av året.`,
      () => setEntryRemoved(entryId, false),
    );
  }

  fill(from: FillYear['from']): void {
    void this.#do(
      () => fillYear({ schoolYearId: this.#yearId, from }),
      'De faste punktene er lagt inn. Se over dem, og endre det som er annerledes hos dere.',
      null,
    );
  }

  /** One time only; null takes it out, undefined puts it back. */
  move({ entryId, name }: YearEntry, occurrence: Occurrence, startsOn: string | null | undefined): void {
    const { number, state } = occurrence;
    const put = (day: string | null | undefined) => () =>
      day === undefined ? putOccurrenceBack(entryId, number) : moveOccurrence(entryId, number, day);
    const before = state === 'planned' ? undefined : state === 'taken_out' ? null : occurrence.startsOn;
    const text =
      startsOn === undefined
        ? `«${name}» er satt tilbake til ${dayAndMonth(occurrence.plannedOn)}.`
        : startsOn === null
          ? `«${name}» ${dayAndMonth(occurrence.startsOn)} er tatt ut.`
          : `«${name}» er flyttet til ${dayAndMonth(startsOn)}.`;
    void this.#do(put(startsOn), text, put(before));
  }
}
