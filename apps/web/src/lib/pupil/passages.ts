import type { Item, Texts } from '@samhold/survey';
import { questionText, type TextKey } from './languages.ts';
import { mostChoices } from './most-choices.ts';
import type { PupilJourney } from './pupil-journey.svelte.ts';
import type { Passage } from './sources.ts';

const isOn = (journey: PupilJourney): boolean => journey.form?.readAloud?.on === true;

/** The pages' own texts as they are read by one press; where the class has its questions read aloud, also the options. */
export function ownPassages(
  journey: PupilJourney,
  keys: readonly TextKey[],
  options: readonly TextKey[] = [],
): readonly Passage[] {
  return [...keys, ...(isOn(journey) ? options : [])].map((key) => ({
    text: journey.say(key),
    language: journey.language.code,
  }));
}

/** A question as it is read by one press: never the names that can be chosen. */
export function itemPassages(journey: PupilJourney, item: Item): readonly Passage[] {
  const { code } = journey.language;
  const written = (texts: Texts): Passage => questionText(texts, code, journey.texts);
  const question = written(item.text);
  // A spoken variant that is not in the pupil's language must not be read in place of a question that is.
  const spoken = item.readAloud && written(item.readAloud);
  const max = mostChoices(journey.form, item);
  const scale = item.type === 'choice' ? journey.questionnaire?.scales[item.scaleId] : undefined;
  return [
    spoken?.language === question.language ? spoken : question,
    ...(item.explanation ? [written(item.explanation)] : []),
    ...(item.type === 'nomination' ? [{ text: journey.say('chooseUpTo', { n: max }), language: code }] : []),
    ...(isOn(journey) ? (scale?.options ?? []).map(({ text }) => written(text)) : []),
    ...ownPassages(journey, [], item.type === 'nomination' ? ['none', 'decline'] : ['decline']),
  ];
}
