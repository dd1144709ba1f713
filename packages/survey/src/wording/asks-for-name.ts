import { wordFinder, type ReadLanguage } from './find-word.ts';

const somebody =
  '(?:elev|elever|barn|gutt|gutter|gut|gutar|jente|jenter|medelev\\p{L}*|lærer\\p{L}*|lærar\\p{L}*|voksen|voksne|vaksen|vaksne)';
const norwegian = wordFinder([
  ...['navn', 'navnet', 'navnene', 'namn', 'namnet'],
  `hvilke[nt]? ${somebody}`,
  `kva for (?:ein |ei |eit )?${somebody}`,
]);
const english = wordFinder(['name', 'names', 'which (?:pupil|child|children|boy|girl|teacher|adult)s?']);
const asksWho = /^\P{L}*(?:hvem|kven|who|whom)(?!\p{L})/iu;

/** The words by which a question asks for a name. A question of wellbeing has options, and nobody may be named in it. */
export const wordsForName = (text: string, language: ReadLanguage): string | undefined =>
  asksWho.exec(text.normalize('NFC'))?.[0].trim() ?? (language === 'en' ? english : norwegian)(text);
