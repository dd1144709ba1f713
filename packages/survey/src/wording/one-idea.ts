import { wordFinder } from './find-word.ts';

const clause =
  '(?:har|er|får|fikk|kan|føler|kjenner|liker|likar|vil|synes|synst|tør|opplever|hva|hvor|hvordan|hvem|hvilke|kva|kvar|korleis|kven|om|du|de|dei)';
const joined = wordFinder([`(?:og|eller) ${clause}`]);
const negation = /(?<!\p{L})(?:ikke|ikkje|aldri|ingen|ingenting|uten|utan|verken|korkje)(?!\p{L})/giu;

/** The words that join two questions into one: more than one question mark, or «og»/«eller» before a new clause. */
export const joinsQuestions = (text: string): string | undefined =>
  (text.match(/\?/gu) ?? []).length > 1 ? '?' : joined(text);

/** The two words that deny one another, with the text between. */
export const deniesTwice = (text: string): string | undefined => {
  const found = [...text.matchAll(negation)].map(([word]) => word);
  return found.length < 2 ? undefined : found.slice(0, 2).join(' … ');
};
