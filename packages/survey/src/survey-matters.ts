import { nationalIndices, themesBeside, type NationalIndex, type ThemeId } from './themes.ts';

/**
 * What a sociogram says of a matter: the share of pupils nobody chose, and the share with at least one choice that is
 * returned.
 */
export type SociogramMeasure = 'unchosen' | 'mutual';

/** One matter, as Elevundersøkelsen asks about it and as the school's own rounds do. */
export type SurveyMatter = {
  readonly id: NationalIndex | 'company';
  readonly name: string;
  /** The index of Elevundersøkelsen; null where only a question of it is about the matter. */
  readonly index: NationalIndex | null;
  /** How a question of Elevundersøkelsen about the matter begins, in small letters. */
  readonly questions: readonly string[];
  readonly themes: readonly ThemeId[];
  /** Whether the two ask about the same, or about matters that overlap. */
  readonly fit: 'same' | 'near';
  /** `mean`: 1 to 5, high is good. `bullied`: the share at the threshold or above, low is good. */
  readonly measure: 'mean' | 'bullied';
  readonly sociogram: readonly SociogramMeasure[];
};

const ofIndex = (index: NationalIndex): SurveyMatter => {
  const beside = themesBeside(index);
  return {
    id: index,
    name: index,
    index,
    questions: [],
    themes: beside.map(({ id }) => id),
    fit: beside.every(({ counterpart }) => counterpart?.fit === 'same') ? 'same' : 'near',
    measure: index === 'Mobbing på skolen' ? 'bullied' : 'mean',
    sociogram: [],
  };
};

/** Elevundersøkelsen asks about company within the index of wellbeing; half of it is lost in the mean of the index. */
const company: SurveyMatter = {
  id: 'company',
  name: 'Noen å være sammen med',
  index: null,
  questions: ['har du noen å være sammen med'],
  themes: ['friends'],
  fit: 'near',
  measure: 'mean',
  sociogram: ['unchosen', 'mutual'],
};

/** The one place that says what is set beside what. An index that the school's rounds have no items for is not here. */
export const surveyMatters: readonly SurveyMatter[] = [
  ...nationalIndices.map(ofIndex).filter(({ themes }) => themes.length > 0),
  company,
];

/**
 * The matter that a figure of Elevundersøkelsen is about, by its names; undefined when the rounds have none like it. A school's
 * own table may have a question where it has topics elsewhere.
 */
export const matterOf = (figure: {
  readonly topic: string;
  readonly question: string;
}): SurveyMatter | undefined => {
  const [topic, question] = [figure.topic.toLowerCase(), figure.question.toLowerCase()];
  const ofIndex = surveyMatters.find(({ index }) => index?.toLowerCase() === topic);
  if (question === '' && ofIndex !== undefined) return ofIndex;
  return surveyMatters.find(({ questions }) =>
    questions.some((start) => (question || topic).startsWith(start)),
  );
};

/** «To eller tre ganger i måneden»: the option that counts as bullied, and those after it. */
const bulliedFrom = 'two-three-a-month';

/** Of the options of a bullying item, in order, those at the threshold of Elevundersøkelsen or above; none where it has no such. */
export const atOrAboveThreshold = (optionIds: readonly string[]): readonly string[] => {
  const from = optionIds.indexOf(bulliedFrom);
  return from === -1 ? [] : optionIds.slice(from);
};
