import { adviseQuestionnaire, type Advice } from '../advise-questionnaire.ts';
import type { Questionnaire } from '../questionnaire.ts';
import type { Problem } from '../rules/problem.ts';
import { validateQuestionnaire } from '../validate-questionnaire.ts';
import type { OwnEntry, OwnItem } from './own-entries.ts';
import { heldBy, offeredScales, offeredThemes, ownQuestionnaire } from './own-questionnaire.ts';

export type OwnProblems = {
  /** What the rules refuse. */
  readonly refused: readonly Problem[];
  /** What is to be looked over, and has not been. */
  readonly advice: readonly Advice[];
  /** Items by key that nobody has read through. */
  readonly unread: readonly string[];
};

const ownItems = (entries: readonly OwnEntry[]): readonly OwnItem[] =>
  entries.flatMap((entry) => ('own' in entry ? [entry.own] : []));

/** What the entries do that no document of the product could: leave out what must stay, or take what is not offered. */
function* entryProblems(standard: Questionnaire, entries: readonly OwnEntry[]): Generator<Problem> {
  for (const item of standard.items) {
    const stays = entries.some((entry) => 'standard' in entry && entry.standard === item.id);
    if (!stays && heldBy(standard, item) !== null)
      yield { code: 'not_comparison_core', path: `items.${item.id}` };
  }
  for (const own of ownItems(entries)) {
    const path = `items.${own.key}`;
    if (own.type === 'nomination') {
      if (own.title.trim() === '') yield { code: 'missing_text', path: `${path}.title`, language: 'nb' };
      continue;
    }
    if (!offeredScales(standard).includes(own.scaleId)) yield { code: 'unknown_scale', path };
    if (!offeredThemes.includes(own.theme)) yield { code: 'unknown_theme', path };
  }
}

/** All that keeps a school's entries from being published, by the keys of its own items. */
export function ownProblems(standard: Questionnaire, entries: readonly OwnEntry[]): OwnProblems {
  const doc = ownQuestionnaire(standard, 1, entries, ({ key }) => key);
  const written = ownItems(entries);
  const mayStand = new Set(written.flatMap(({ key, goOnWith }) => goOnWith.map((code) => `${key} ${code}`)));
  const keys = new Set(written.map(({ key }) => key));
  return {
    refused: [...entryProblems(standard, entries), ...validateQuestionnaire(doc)],
    advice: adviseQuestionnaire(doc).filter(
      ({ itemId, code }) => keys.has(itemId) && !mayStand.has(`${itemId} ${code}`),
    ),
    unread: written.filter(({ readThrough }) => !readThrough).map(({ key }) => key),
  };
}
