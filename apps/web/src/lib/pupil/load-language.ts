import type { LanguageCode } from '@samhold/survey/language';
import { loadTranslation } from '@samhold/survey/translations';
import type { PupilTexts, PupilWords } from './languages.ts';

const wordFiles = import.meta.glob<PupilWords>(['./texts/*.json', '!./texts/nb.json'], { import: 'default' });
/** Letters a device may lack, with the room they need. */
const fontFiles = import.meta.glob('./fonts/*.css');

/** The words, the questions and the letters of a language other than bokmål. Comes when the first such language is chosen. */
export async function loadLanguage(code: LanguageCode): Promise<Pick<PupilTexts, 'words' | 'questions'>> {
  const wordFile = wordFiles[`./texts/${code}.json`];
  if (wordFile === undefined) throw new Error(`The pupil pages have no words in ${code}`);
  const [words, questions] = await Promise.all([
    wordFile(),
    loadTranslation(code),
    fontFiles[`./fonts/${code}.css`]?.(),
  ]);
  return { words, questions };
}
