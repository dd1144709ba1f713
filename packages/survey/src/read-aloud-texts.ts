import type { Texts } from './language.ts';
import type { Questionnaire } from './questionnaire.ts';

/**
 * Every text of a questionnaire that is read aloud to a pupil, each once, in the order pupils meet them: an item's
 * spoken variant, else its text, its explanation, then the options of its scale.
 */
export function readAloudTexts(doc: Questionnaire): readonly Texts[] {
  const texts = new Map<string, Texts>();
  const add = (one: Texts | undefined): void => {
    if (one !== undefined) texts.set(JSON.stringify(Object.entries(one).sort()), one);
  };
  for (const item of doc.items) {
    add(item.readAloud ?? item.text);
    add(item.explanation);
    if (item.type === 'choice')
      for (const option of doc.scales[item.scaleId]?.options ?? []) add(option.text);
  }
  return [...texts.values()];
}
