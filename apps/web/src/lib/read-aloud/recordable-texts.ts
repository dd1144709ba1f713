import type { OwnReadAloud } from '@samhold/contract';
import { questionnaireFor, readAloudTexts, textIn, type LanguageCode } from '@samhold/survey';
import { fillIn } from '#lib/pupil/fill-in.ts';
import { pupilLanguage, type TextKey } from '#lib/pupil/languages.ts';

/** A text to read in: the Norwegian one, and what the pupil sees in the language that is recorded. */
export type RecordableText = { readonly sourceText: string; readonly shownText: string };
export type RecordableGroup = { readonly title: string; readonly texts: readonly RecordableText[] };

/** The texts of the pages themselves that have a speaker. */
const ownKeys = [
  'whoTeacher',
  'whoClass',
  'whoSchool',
  'whoSkip',
  'whoStop',
  'practiceTitle',
  'practiceHelp',
  'practiceSun',
  'practiceSnow',
  'practiceRain',
  'decline',
  'none',
  'closingTitle',
  'closingHelp',
  'noThanks',
] as const satisfies readonly TextKey[];

/** As many choices as a round can be set to. */
const limits = [1, 2, 3, 4, 5];

const sameText = (one: RecordableText) => (other: RecordableText) =>
  one.sourceText === other.sourceText && one.shownText === other.shownText;

/** Own questions: in the language where they are written in it, else as pupils see them, in Norwegian. */
const ownGroups = (own: readonly OwnReadAloud[], language: LanguageCode): readonly RecordableGroup[] =>
  own.map(({ title, texts }) => ({
    title: `${title}, egne spørsmål`,
    texts: texts.map((one) => ({ sourceText: one.nb ?? '', shownText: textIn(one, language).text })),
  }));

/**
 * Everything that can be read aloud to a pupil in `language`, the school's own questions too, each text once, in the order
 * pupils meet it.
 */
export async function recordableTexts(
  language: LanguageCode,
  ownQuestions: readonly OwnReadAloud[] = [],
): Promise<readonly RecordableGroup[]> {
  const [source, shown] = await Promise.all([pupilLanguage('nb').load(), pupilLanguage(language).load()]);
  const own = (key: TextKey, values: Readonly<Record<string, number>> = {}): RecordableText => ({
    sourceText: fillIn(source.words[key], values, 'nb'),
    shownText: fillIn(shown.words[key], values, language),
  });
  const kinds = ['wellbeing', 'sociogram'] as const;
  const asked = kinds.flatMap((kind) => [1, 2, 3, 4, 5, 6, 7].map((grade) => questionnaireFor(kind, grade)));
  const groups: readonly RecordableGroup[] = [
    {
      title: 'Før og etter spørsmålene',
      texts: [...ownKeys.map((key) => own(key)), ...limits.map((n) => own('chooseUpTo', { n }))],
    },
    ...[...new Set(asked)]
      .filter((questionnaire) => questionnaire !== undefined)
      .map((questionnaire) => ({
        title: questionnaire.title.nb ?? questionnaire.id,
        texts: readAloudTexts(questionnaire).map((texts) => ({
          sourceText: texts.nb ?? '',
          shownText: textIn(texts, language, shown.questions).text,
        })),
      })),
    ...ownGroups(ownQuestions, language),
  ];
  const met: RecordableText[] = [];
  const each = groups.map(({ title, texts }) => ({
    title,
    texts: texts.filter((text) => {
      if (met.some(sameText(text))) return false;
      met.push(text);
      return true;
    }),
  }));
  return each.filter(({ texts }) => texts.length > 0);
}
