import type { Questionnaire } from './questionnaire.ts';
import { indexQuestionnaire } from './questionnaire-index.ts';
import type { Answer } from './response.ts';
import type { ThemeId } from './themes.ts';

/** Mean of the answered items of a theme, 1–5, null when fewer than half are answered. */
export type ThemeScore = { readonly mean: number | null; readonly answered: number; readonly items: number };

export type ResponseScore = {
  /** Item id → 1–5, high is good; only items answered with a scored option. */
  readonly items: ReadonlyMap<string, number>;
  /** One entry per theme with at least one scored item in the questionnaire. */
  readonly themes: ReadonlyMap<ThemeId, ThemeScore>;
};

/**
 * Scores one response by person-mean over available items, half rule (docs: methods 5). Declined and skipped items
 * count as unanswered. Unscored scales (bullying, closing), nominations, and answers that the questionnaire does not
 * know are ignored; of a repeated item the first answer counts, as in `validateResponse`.
 */
export function scoreResponse(questionnaire: Questionnaire, answers: readonly Answer[]): ResponseScore {
  const index = indexQuestionnaire(questionnaire);
  const seen = new Set<string>();
  const items = new Map<string, number>();
  for (const answer of answers) {
    if (seen.has(answer.itemId)) continue;
    seen.add(answer.itemId);
    if (answer.type !== 'option') continue;
    const score = index.get(answer.itemId)?.scoreByOptionId.get(answer.optionId);
    if (score !== undefined && score !== null) items.set(answer.itemId, score);
  }

  const scoresByTheme = new Map<ThemeId, (number | undefined)[]>();
  for (const { item, scoreByOptionId } of index.values()) {
    if (![...scoreByOptionId.values()].some((score) => score !== null)) continue;
    const scores = scoresByTheme.get(item.theme) ?? [];
    scores.push(items.get(item.id));
    scoresByTheme.set(item.theme, scores);
  }

  const themes = new Map<ThemeId, ThemeScore>();
  for (const [theme, scores] of scoresByTheme) {
    const given = scores.filter((score) => score !== undefined);
    const enough = given.length > 0 && 2 * given.length >= scores.length;
    const mean = enough ? given.reduce((sum, score) => sum + score, 0) / given.length : null;
    themes.set(theme, { mean, answered: given.length, items: scores.length });
  }
  return { items, themes };
}
