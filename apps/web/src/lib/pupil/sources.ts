import type { PupilReadAloud } from '@samhold/contract';
import type { LanguageCode } from '@samhold/survey';
import { chooseVoice } from './choose-voice.ts';

/** A text that can be read aloud, in the language it is written in. Names are never among them: a voice may live elsewhere. */
export type Passage = { readonly text: string; readonly language: LanguageCode };

export type Source =
  | { readonly kind: 'voice'; readonly voice: SpeechSynthesisVoice }
  | { readonly kind: 'clip'; readonly clipId: string };

/**
 * What can read a passage to a pupil who has chosen `language`, the first choice first. The pupil's own language comes
 * before the language of the text, which is Norwegian where a translation is missing: staff may have recorded it. A voice
 * reads only a text of its own language. Of the two, the recording comes first unless the school says otherwise: whoever
 * recorded a text expects it to be heard, and to be the same on every tablet.
 */
export function sourcesOf(
  passage: Passage,
  language: LanguageCode,
  voices: readonly SpeechSynthesisVoice[],
  readAloud: Pick<PupilReadAloud, 'clips' | 'clipsFirst'> | undefined,
): readonly Source[] {
  const inLanguage = (wanted: LanguageCode): readonly Source[] => {
    const voice = wanted === passage.language ? chooseVoice(voices, wanted) : null;
    const clip = readAloud?.clips.find((one) => one.language === wanted && one.text === passage.text);
    const found: readonly Source[] = [
      ...(voice === null ? [] : [{ kind: 'voice', voice } as const]),
      ...(clip === undefined ? [] : [{ kind: 'clip', clipId: clip.clipId } as const]),
    ];
    return readAloud?.clipsFirst ? found.toReversed() : found;
  };
  return [...new Set([language, passage.language])].flatMap(inLanguage);
}
