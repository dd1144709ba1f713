import type { EditedQuestionnaire } from '@samhold/contract';
import type { OwnChoice, OwnNomination } from '@samhold/survey';

type Entries = EditedQuestionnaire['entries'];

/** A question of a school's own that no rule has anything against, but for its text. */
export const choiceOf = (key: string, nb: string): OwnChoice => ({
  ...{ key, text: { nb }, readThrough: true, goOnWith: [] },
  ...{ type: 'choice', scaleId: 'good', theme: 'safety', sensitive: false },
});

export const nominationOf = (key: string, nb: string): OwnNomination => ({
  ...{ key, text: { nb }, readThrough: true, goOnWith: [] },
  ...{ type: 'nomination', title: 'Spille ball', maxChoices: 2 },
});

/** The entries with a question of the product's left out and one of the school's in its place. */
export const inPlaceOf = (entries: Entries, standard: string, own: OwnChoice): unknown[] =>
  entries.map((entry) => ('standard' in entry && entry.standard === standard ? { own } : entry));
