import { describe, expect, it } from 'vitest';
import { allQuestionnaires } from '../catalogue.ts';
import { wordsForName } from './asks-for-name.ts';
import { negativeWord } from './negative.ts';
import { deniesTwice, joinsQuestions } from './one-idea.ts';
import { limitsFor, longestSentence, longestWord } from './readability.ts';
import { asksOfTreatment, wordForWhatAChildIs } from './what-a-child-is.ts';

describe('a negative nomination', () => {
  it.each([
    ['Hvem vil du ikke leke med?', 'ikke'],
    ['Kven likar du minst?', 'minst'],
    ['Hvem er ofte alene i friminuttet?', 'alene'],
    ['Hvem plager andre?', 'plager'],
    ['HVEM ER DU REDD FOR?', 'REDD'],
    ['Hvem er uvennen din?', 'uvennen'],
  ])('%s is refused for «%s»', (text, word) => {
    expect(negativeWord(text, 'nb')).toBe(word);
  });

  it.each([
    'Hvem vil du gjerne leke med?',
    'Hvem liker du å spille ball med?',
    'Hvem hjelper deg når noe er vanskelig?',
    'Hvem er snille mot andre?',
    'Hvem går du til skolen sammen med?',
  ])('%s is not', (text) => {
    expect(negativeWord(text, 'nb')).toBeUndefined();
  });

  it('is found in English too', () => {
    expect(negativeWord("Who don't you like?", 'en')).toBe("don't");
    expect(negativeWord('Who means a lot to you?', 'en')).toBeUndefined();
  });
});

describe('a question of what a child is', () => {
  it.each([
    ['Er du ofte syk?', 'syk'],
    ['Har du en diagnose?', 'diagnose'],
    ['Hvilken religion har familien din?', 'religion'],
    ['Går du i kirken?', 'kirken'],
    ['Hvor kommer familien din fra?', 'Hvor kommer familien din fra'],
    ['Hvilket land er du født i?', 'Hvilket land'],
    ['Har du kjæreste?', 'kjæreste'],
    ['Er du gutt eller jente?', 'gutt eller jente'],
    ['Har du stjålet noe?', 'stjålet'],
    ['Er du døv?', 'døv'],
    ['Har du vondt i magen før skolen?', 'vondt i magen'],
  ])('%s is refused for «%s»', (text, word) => {
    expect(wordForWhatAChildIs(text, 'nb')).toBe(word);
  });

  it.each([
    'Sykler du til skolen?',
    'Har du en voksen som tror på deg?',
    'Er maten i kantina god?',
    'Får du nok tid til å spise?',
    'Er reglene rettferdige for alle?',
    'Kjenner du deg trygg på veien hjem?',
    'Er det russiske dukker i klasserommet?',
  ])('%s is not', (text) => {
    expect(wordForWhatAChildIs(text, 'nb')).toBeUndefined();
  });

  it('may be a question of treatment, unless it takes for granted what the pupil is', () => {
    expect(asksOfTreatment('Har noen sagt noe vondt til deg på grunn av hudfargen din?')).toBe(true);
    expect(asksOfTreatment('Har noen mobbet deg fordi du er homofil?')).toBe(false);
    expect(asksOfTreatment('Hvilken hudfarge har du?')).toBe(false);
  });
});

describe('a question that asks for a name', () => {
  it.each([
    ['Hvem bråker mest?', 'Hvem'],
    ['«Kven» plagar deg?', '«Kven'],
    ['Hvilken elev er snillest?', 'Hvilken elev'],
    ['Skriv navnet på en du er redd for.', 'navnet'],
    ['Kva for ein lærar likar du?', 'Kva for ein lærar'],
  ])('%s is refused for «%s»', (text, words) => {
    expect(wordsForName(text, 'nb')).toBe(words);
  });

  it.each(['Har du noen å være sammen med?', 'Vet du hvem du kan snakke med?', 'Er lærerne hyggelige?'])(
    '%s is not',
    (text) => {
      expect(wordsForName(text, 'nb')).toBeUndefined();
    },
  );
});

describe('one idea an item', () => {
  it.each([
    ['Er du trygg, og har du venner?', 'og har'],
    ['Trives du? Har du venner?', '?'],
    ['Føler du deg trygg eller er du redd?', 'eller er'],
    ['Liker du skolen og hva liker du best?', 'og hva'],
  ])('%s joins two, by «%s»', (text, words) => {
    expect(joinsQuestions(text)).toBe(words);
  });

  it.each([
    'Får du være med og bestemme?',
    'Er det stille i timene og friminuttene?',
    'Liker du mat og drikke?',
  ])('%s asks one thing', (text) => {
    expect(joinsQuestions(text)).toBeUndefined();
  });

  it('is not denied twice', () => {
    expect(deniesTwice('Har du aldri ingen å leke med?')).toBe('aldri … ingen');
    expect(deniesTwice('Er det noe du ikke liker?')).toBeUndefined();
  });
});

describe('age fit', () => {
  it('counts the words of the longest sentence and finds the longest word', () => {
    expect(longestSentence('Tenk på uka. Har du det bra på skolen?')).toBe(6);
    expect(longestSentence('')).toBe(0);
    expect(longestWord('Får du medbestemmelsesrett nå?')).toBe('medbestemmelsesrett');
  });

  it('allows every item of the product, for the grades it is asked in', () => {
    for (const { grades, items } of allQuestionnaires) {
      const limits = limitsFor(grades.from);
      for (const { text } of items) {
        expect(longestSentence(text.nb ?? ''), text.nb).toBeLessThanOrEqual(limits.words);
        expect(longestWord(text.nb ?? '').length, text.nb).toBeLessThanOrEqual(limits.letters);
      }
    }
  });
});
