import type { LanguageCode } from '@samhold/survey';

export type Voice = Pick<SpeechSynthesisVoice, 'name' | 'lang' | 'localService' | 'default'>;

/** The tags that devices give a voice of this language; some give three letters. Bokmål is also called only Norwegian. */
const tags: Readonly<Record<LanguageCode, string>> = {
  nb: 'nb nob no nor',
  nn: 'nn nno',
  en: 'en eng',
  so: 'so som',
  ur: 'ur urd',
  ar: 'ar ara',
  pl: 'pl pol',
  tr: 'tr tur',
  ta: 'ta tam',
  vi: 'vi vie',
  ti: 'ti tir',
  uk: 'uk ukr',
};

/** What makers call their better voices, and the ones that are hard to follow. */
const better = /natural|neural|enhanced|premium|siri|forbedret/i;
const worse = /compact|espeak|^(eddy|flo|grandma|grandpa|reed|rocko|sandy|shelley)\b/i;

const worth = ({ name, localService, default: usual }: Voice): number =>
  (localService ? 16 : 0) + (better.test(name) ? 4 : 0) - (worse.test(name) ? 4 : 0) + (usual ? 1 : 0);

/**
 * The device's best voice of a language: one that lives on the device, then one of better quality, then the device's
 * own default. Null when it has none: a text is never read by a voice of another language.
 */
export function chooseVoice<V extends Voice>(voices: readonly V[], language: LanguageCode): V | null {
  const spoken = tags[language].split(' ');
  const fitting = voices.filter(({ lang }) => spoken.includes(lang.toLowerCase().split(/[-_]/)[0] ?? ''));
  return fitting.reduce<V | null>(
    (best, voice) => (best === null || worth(voice) > worth(best) ? voice : best),
    null,
  );
}
