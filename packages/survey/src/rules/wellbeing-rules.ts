import type { BullyingBy, ChoiceItem, Questionnaire } from '../questionnaire.ts';
import type { Problem } from './problem.ts';

/** Fewest and most items: enough to read, few enough to answer (docs: domain, load meter). */
export const itemCount = { young: { from: 6, to: 12 }, older: { from: 8, to: 16 } } as const;
const kindsOfBullying: readonly BullyingBy[] = ['pupils', 'digital', 'adults'];

function isUnscored(doc: Questionnaire, item: ChoiceItem): boolean {
  return doc.scales[item.scaleId]?.options.every(({ score }) => score === null) ?? true;
}

function* bullyingRules(doc: Questionnaire, items: readonly ChoiceItem[]): Generator<Problem> {
  for (const by of doc.grades.from >= 5 ? kindsOfBullying : []) {
    if (items.filter((item) => item.bullying?.by === by).length !== 1) {
      yield { code: 'bullying_missing', path: `items.${by}` };
    }
  }
  for (const item of items) {
    if (!item.bullying) continue;
    const { thresholdOptionId } = item.bullying;
    const options = doc.scales[item.scaleId]?.options ?? [];
    // The first option is «aldri»: as a threshold it would count everyone.
    if (options.findIndex(({ id }) => id === thresholdOptionId) < 1) {
      yield { code: 'bad_threshold_option', path: `items.${item.id}.bullying` };
    }
    if (!isUnscored(doc, item)) yield { code: 'bullying_scored', path: `items.${item.id}.scaleId` };
  }
}

/**
 * Wellbeing: choice items only; a global item first, before details colour it; a calm, unscored item last; one about
 * company, at least one about safety, and from grade 5 one for each kind of bullying. What signals and trends rest on
 * stays from version to version and has the thresholds of sensitive items.
 */
export function* wellbeingRules(doc: Questionnaire): Generator<Problem> {
  if (doc.kind !== 'wellbeing') return;
  for (const item of doc.items) {
    if (item.type !== 'choice') yield { code: 'wrong_item_type', path: `items.${item.id}` };
  }
  const items = doc.items.filter((item) => item.type === 'choice');
  const bounds = doc.grades.from <= 4 ? itemCount.young : itemCount.older;
  if (doc.items.length < bounds.from || doc.items.length > bounds.to) {
    yield { code: 'wrong_item_count', path: 'items' };
  }
  const first = items[0];
  const last = items.at(-1);
  if (first && (first.theme !== 'wellbeing' || isUnscored(doc, first))) {
    yield { code: 'global_item_not_first', path: `items.${first.id}` };
  }
  if (last && !isUnscored(doc, last)) yield { code: 'closing_item_not_last', path: `items.${last.id}` };
  if (items.filter((item) => item.companionship).length !== 1) {
    yield { code: 'companionship_missing', path: 'items' };
  }
  if (!items.some((item) => item.safety)) yield { code: 'safety_missing', path: 'items' };
  yield* bullyingRules(doc, items);
  for (const item of items) {
    const restsOn = item.companionship === true || item.safety === true || item.bullying !== undefined;
    if ((restsOn || item === first) && !item.comparisonCore) {
      yield { code: 'not_comparison_core', path: `items.${item.id}` };
    }
    if (restsOn && !item.sensitive) yield { code: 'not_sensitive', path: `items.${item.id}` };
  }
}
