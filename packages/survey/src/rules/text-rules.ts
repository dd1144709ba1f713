import { promisesAnonymity, raisesVoice } from '../calm.ts';
import { lacks } from '../completeness.ts';
import { languages, requiredLanguages, type LanguageCode, type Texts } from '../language.ts';
import type { Questionnaire } from '../questionnaire.ts';
import { textsOf } from '../texts-of.ts';
import { repeated, type Problem } from './problem.ts';

/** Characters that fit a tile and a young reader's patience. */
const longest = { option: 32, item: 90, explanation: 120, title: 60 } as const;

/** A school writes in bokmål; pupils of other languages see that until it is translated. */
const ownRequired = ['nb'] as const satisfies readonly LanguageCode[];

function limitOf(path: string): number {
  if (path === 'title') return longest.title;
  if (path.startsWith('scales.')) return longest.option;
  return path.endsWith('.explanation') ? longest.explanation : longest.item;
}

const comparable = (texts: Texts, language: LanguageCode): string =>
  (texts[language] ?? '').trim().toLocaleLowerCase(language);

function* alike(path: string, list: readonly Texts[]): Generator<Problem> {
  for (const language of requiredLanguages) {
    const written = list.map((texts) => comparable(texts, language)).filter((text) => text !== '');
    if (!repeated(written).next().done) yield { code: 'duplicate_text', path, language };
  }
}

/**
 * Texts: complete in the required languages; short; calm (no exclamation mark); and never calling a survey that
 * names its respondents anonymous. Items differ from one another, and so do the options of a scale.
 */
export function* textRules(doc: Questionnaire): Generator<Problem> {
  for (const { path, texts, own } of textsOf(doc)) {
    for (const language of own ? ownRequired : requiredLanguages) {
      if (lacks(texts, language)) yield { code: 'missing_text', path, language };
    }
    for (const { code: language } of languages) {
      const text = texts[language] ?? '';
      if (text.length > limitOf(path)) yield { code: 'text_too_long', path, language };
      if (promisesAnonymity(text)) yield { code: 'forbidden_word', path, language };
      if (raisesVoice(text)) yield { code: 'exclamation_mark', path, language };
    }
  }
  yield* alike(
    'items',
    doc.items.map((item) => item.text),
  );
  for (const [key, scale] of Object.entries(doc.scales)) {
    yield* alike(
      `scales.${key}`,
      scale.options.map((option) => option.text),
    );
  }
}
