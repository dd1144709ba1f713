import { languages, promisesAnonymity, raisesVoice } from '@samhold/survey';
import { expect, test } from 'vitest';
import { textOfPdf } from '../testing/pdf-text.ts';
import { filled, letterPdf } from './letter-pdf.ts';
import { letterTexts } from './letter-texts.ts';

const facts = {
  ...{ school: 'Lia skole', owner: 'Lia kommune', law: 'opplæringslova § 12-3' },
  until: '2027-07-31',
};
const codes = languages.map(({ code }) => code);
/** Without the marks that keep letters in order, and where lines break. */
const words = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, '').replaceAll(/\s+/g, ' ');
const blanksOf = (text: string) => (text.match(/\{[a-z]+\}/g) ?? []).sort();

test.each(codes)(
  'the letter in %s says what the bokmål one does, calmly, and promises nothing it cannot keep',
  (code) => {
    const bokmal = letterTexts.nb.paragraphs;
    const { title, paragraphs } = letterTexts[code];
    for (const paragraph of paragraphs)
      expect(filled(paragraph, code, facts)).not.toMatch(/[{}]|\u2068\u2069/);
    expect(paragraphs.map(blanksOf)).toEqual(bokmal.map(blanksOf));
    for (const text of [title, ...paragraphs])
      expect([text, promisesAnonymity(text), raisesVoice(text)]).toEqual([text, false, false]);
  },
);

test.each(languages.map(({ code, state }) => [code, state] as const))(
  'the PDF in %s, which is %s, is filled in and has bokmål under a draft only',
  (code, state) => {
    const text = words(textOfPdf(letterPdf(code, facts, '2026-08-20')));
    for (const fact of [facts.school, facts.owner]) expect(text).toContain(fact);
    const norwegian = code === 'nb' || state === 'draft';
    expect(text.includes('flere ganger i året')).toBe(norwegian);
    expect(text.includes('31. juli 2027')).toBe(norwegian || code === 'nn');
  },
);
