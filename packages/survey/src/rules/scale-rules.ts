import type { Questionnaire, Scale } from '../questionnaire.ts';
import { isSymbolId } from '../symbols.ts';
import { repeated, type Problem } from './problem.ts';

/** Three options while a grade 1–4 pupil may answer, five above (docs: interface, pupil). */
function optionCount(doc: Questionnaire): number {
  return doc.grades.from <= 4 ? 3 : 5;
}

function* scoreRules(path: string, scale: Scale): Generator<Problem> {
  const scores = scale.options.map(({ score }) => score).filter((score) => score !== null);
  if (scores.length > 0 && scores.length < scale.options.length) yield { code: 'partly_scored', path };
  if (scores.some((score) => !(score >= 1 && score <= 5))) yield { code: 'score_out_of_range', path };
  if (!repeated(scores).next().done) yield { code: 'duplicate_score', path };
}

/** Scales: keys, references both ways, options, scores, drawings. */
export function* scaleRules(doc: Questionnaire): Generator<Problem> {
  const used = new Set<string>();
  for (const item of doc.items) {
    if (item.type !== 'choice') continue;
    used.add(item.scaleId);
    if (!Object.hasOwn(doc.scales, item.scaleId)) {
      yield { code: 'unknown_scale', path: `items.${item.id}.scaleId` };
    }
  }
  for (const [key, scale] of Object.entries(doc.scales)) {
    const path = `scales.${key}`;
    if (scale.id !== key) yield { code: 'scale_key_mismatch', path };
    if (!used.has(key)) yield { code: 'unused_scale', path };
    if (scale.options.length !== optionCount(doc)) yield { code: 'wrong_option_count', path };
    for (const id of repeated(scale.options.map((option) => option.id))) {
      yield { code: 'duplicate_option_id', path: `${path}.options.${id}` };
    }
    for (const symbol of repeated(scale.options.map((option) => option.symbol))) {
      yield { code: 'duplicate_symbol', path: `${path}.symbol.${symbol}` };
    }
    for (const { id, symbol } of scale.options) {
      if (!isSymbolId(symbol)) yield { code: 'unknown_symbol', path: `${path}.options.${id}.symbol` };
    }
    yield* scoreRules(path, scale);
  }
}
