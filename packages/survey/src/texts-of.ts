import type { Texts } from './language.ts';
import type { Questionnaire } from './questionnaire.ts';

/** A text of a questionnaire and where it stands, such as `items.w14-now.text`. */
export type PlacedText = { readonly path: string; readonly texts: Texts; readonly own: boolean };

/**
 * Every text a pupil must have to answer: the title, the options, the items and their explanations. Spoken variants
 * (`readAloud`) are left out: without one the written text is read.
 */
export function* textsOf(doc: Questionnaire): Generator<PlacedText> {
  yield { path: 'title', texts: doc.title, own: false };
  for (const [scaleId, scale] of Object.entries(doc.scales)) {
    for (const option of scale.options) {
      yield { path: `scales.${scaleId}.options.${option.id}.text`, texts: option.text, own: false };
    }
  }
  for (const item of doc.items) {
    const own = item.own === true;
    yield { path: `items.${item.id}.text`, texts: item.text, own };
    if (item.explanation) yield { path: `items.${item.id}.explanation`, texts: item.explanation, own };
  }
}
