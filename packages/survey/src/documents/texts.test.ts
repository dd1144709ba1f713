import { describe, expect, it } from 'vitest';
import { allQuestionnaires } from '../catalogue.ts';
import { completeLanguages, missingTexts } from '../completeness.ts';
import { languages, requiredLanguages } from '../language.ts';
import { textsOf } from '../texts-of.ts';
import { validateQuestionnaire } from '../validate-questionnaire.ts';

/** Words that would say what a child is, or ask for someone by a negative. Read with the eye as well. */
const unwelcome =
  /anonym|!|utstøtt|ensom|upopulær|einsam|lonely|unpopular|outcast|ikke liker|ikkje likar|don't like/iu;

describe.each(allQuestionnaires.map((doc) => [`${doc.id} version ${doc.version}`, doc] as const))(
  '%s',
  (_name, doc) => {
    it('is valid', () => {
      expect(validateQuestionnaire(doc)).toEqual([]);
    });

    it('is complete in bokmål, nynorsk and English, and in no language it is not written in', () => {
      expect(completeLanguages(doc)).toEqual(requiredLanguages);
      expect(missingTexts(doc, 'so')).toHaveLength([...textsOf(doc)].length);
    });

    it('has calm texts without unwelcome words, trimmed and in one line', () => {
      for (const { path, texts } of textsOf(doc)) {
        for (const { code } of languages) {
          const text = texts[code];
          if (text === undefined) continue;
          expect(text, path).not.toMatch(unwelcome);
          expect(text, path).toBe(text.trim());
          expect(text, path).not.toBe('');
          expect(text, path).not.toMatch(/\s{2,}|\n/u);
        }
      }
    });

    it('asks in questions of at most 90 characters', () => {
      for (const item of doc.items) {
        for (const language of requiredLanguages) {
          expect(item.text[language], item.id).toMatch(/^\p{Lu}[^?]*\?$/u);
          expect(item.text[language]?.length, item.id).toBeLessThanOrEqual(90);
        }
      }
    });

    it('has option texts of at most 32 characters', () => {
      for (const option of Object.values(doc.scales).flatMap((scale) => scale.options)) {
        for (const language of requiredLanguages) {
          expect(option.text[language]?.length, option.id).toBeLessThanOrEqual(32);
        }
      }
    });

    it('has no two items alike', () => {
      for (const language of requiredLanguages) {
        const texts = doc.items.map((item) => item.text[language]);
        expect(new Set(texts).size).toBe(doc.items.length);
      }
    });

    it('says where each wording comes from', () => {
      for (const item of doc.items) expect(item.source).toMatch(/Samholds egen ordlyd\.$/u);
    });
  },
);

describe('all questionnaires together', () => {
  it('share no item id, so that a tally of one can never be added to another', () => {
    const ids = allQuestionnaires.flatMap((doc) => doc.items.map((item) => item.id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('score scaled options best first', () => {
    for (const scale of allQuestionnaires.flatMap((doc) => Object.values(doc.scales))) {
      const scores = scale.options.map((option) => option.score).filter((score) => score !== null);
      expect([[], [5, 3, 1], [5, 4, 3, 2, 1]], scale.id).toContainEqual(scores);
    }
  });
});
