import { describe, expect, it } from 'vitest';
import { promisesAnonymity, raisesVoice } from './calm.ts';
import { allQuestionnaires, questionnaireFor } from './catalogue.ts';
import { lacks } from './completeness.ts';
import { aboutInvestigation } from './investigation/about-investigation.ts';
import {
  investigationCriteria,
  investigationQuestionnaire,
} from './investigation/investigation-questions.ts';
import { languages, requiredLanguages, textIn, type Language, type LanguageCode } from './language.ts';
import { textsOf } from './texts-of.ts';
import { loadTranslation } from './translations.ts';

const written: readonly LanguageCode[] = requiredLanguages satisfies readonly Language[];
const translated = languages.filter(({ code }) => !written.includes(code));

/** The script a language is written in, so that a text left in another one is seen. */
const scripts: Readonly<Record<string, RegExp>> = {
  ur: /^[\p{Script=Arabic}\p{M}\p{P}\p{N}\s]+$/u,
  ar: /^[\p{Script=Arabic}\p{M}\p{P}\p{N}\s]+$/u,
  ta: /^[\p{Script=Tamil}\p{P}\p{N}\s]+$/u,
  ti: /^[\p{Script=Ethiopic}\p{P}\p{N}\s]+$/u,
  uk: /^[\p{Script=Cyrillic}\p{P}\p{N}\s]+$/u,
};

const criteria = investigationCriteria.map(({ id }) => id);
const investigations = [4, 5].map((grade) => investigationQuestionnaire(criteria, grade));
/** What a pupil reads in an investigation, which is no questionnaire of the catalogue. */
const ofInvestigations = [
  ...investigations.flatMap(({ title, items }) => [title, ...items.map(({ text }) => text)]),
  ...aboutInvestigation,
].map((texts) => ({ path: `investigation: ${texts.nb ?? ''}`, texts }));

const all = [...allQuestionnaires.flatMap((doc) => [...textsOf(doc)]), ...ofInvestigations];
const bokmal = new Set(all.map(({ texts }) => texts.nb ?? ''));

describe.each(translated)('the questionnaires in $endonym', ({ code }) => {
  it('have every text of the catalogue and of an investigation, and none of a question that is gone', async () => {
    expect(new Set(Object.keys(await loadTranslation(code)))).toEqual(bokmal);
  });

  it('show each text in the language, in its own script, never in bokmål', async () => {
    const translation = await loadTranslation(code);
    for (const { path, texts } of all) {
      const shown = textIn(texts, code, translation);
      expect(shown.language, path).toBe(code);
      expect(shown.text, path).toMatch(scripts[code] ?? /^[\p{Script=Latin}\p{P}\p{N}\s]+$/u);
    }
  });

  it('are calm, in one line, and promise nobody to be unknown', async () => {
    for (const text of Object.values(await loadTranslation(code))) {
      expect(raisesVoice(text), text).toBe(false);
      expect(promisesAnonymity(text), text).toBe(false);
      expect(text).toBe(text.trim().replaceAll(/\s+/gu, ' '));
      expect(text).not.toBe('');
    }
  });

  it('have no two items alike, and no two options of a scale', async () => {
    const translation = await loadTranslation(code);
    for (const doc of [...allQuestionnaires, ...investigations]) {
      const lists = [
        doc.items.map(({ text }) => text),
        ...Object.values(doc.scales).map(({ options }) => options.map(({ text }) => text)),
      ];
      for (const texts of lists) {
        const shown = texts.map((text) => textIn(text, code, translation).text);
        expect(new Set(shown).size, shown.join(' / ')).toBe(shown.length);
      }
    }
  });
});

describe('a translation', () => {
  it('never outlives the wording it translates', async () => {
    const translation = await loadTranslation('pl');
    const [item] = questionnaireFor('wellbeing', 3)?.items ?? [];
    expect(textIn(item?.text ?? {}, 'pl', translation).language).toBe('pl');
    const reworded = { ...item?.text, nb: 'Hvordan går det på skolen?' };
    expect(textIn(reworded, 'pl', translation)).toEqual({ language: 'nb', text: reworded.nb });
    expect(textIn({ nb: 'constructor' }, 'pl', translation)).toEqual({ language: 'nb', text: 'constructor' });
  });

  it('gives way to a text the document has itself', () => {
    expect(textIn({ nb: 'Ja', so: 'Haa' }, 'so', { Ja: 'Hee' }).text).toBe('Haa');
  });

  it('is not loaded for a language the documents are written in, which lack nothing', async () => {
    for (const language of written) {
      expect(await loadTranslation(language)).toEqual({});
      expect(all.filter(({ texts }) => lacks(texts, language))).toEqual([]);
    }
  });
});

it('finds a promise of anonymity in every script', () => {
  for (const word of [
    'anonymt',
    'anonimowo',
    'isimsiz',
    'анонімно',
    'مجهولة',
    'گمنام',
    'அநாமதேயமாக',
    'ẩn danh',
  ])
    expect(promisesAnonymity(word), word).toBe(true);
  expect(promisesAnonymity('Kontaktlæreren din kan se hva du svarer.')).toBe(false);
});
