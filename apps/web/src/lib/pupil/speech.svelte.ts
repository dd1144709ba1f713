import type { LanguageCode } from '@samhold/survey';

/** The tags a device may give a voice that reads this language. */
const voiceTags: Readonly<Partial<Record<LanguageCode, readonly string[]>>> = { nb: ['nb', 'no'] };

function speaks(voice: SpeechSynthesisVoice, language: LanguageCode): boolean {
  const primary = voice.lang.toLowerCase().split(/[-_]/)[0] ?? '';
  return (voiceTags[language] ?? [language]).includes(primary);
}

/**
 * Reading aloud with the device's own voices: one text at a time, never by itself. Names are never read, since a voice
 * may live on a server elsewhere; voices on the device come first.
 */
class Speech {
  #voices = $state.raw<readonly SpeechSynthesisVoice[]>([]);
  /** The key of the text being read, or null. */
  reading = $state<string | null>(null);

  /** Follows the device's list of voices until the result is called. */
  listen(): () => void {
    if (!('speechSynthesis' in window)) return () => undefined;
    const read = () => (this.#voices = speechSynthesis.getVoices());
    read();
    speechSynthesis.addEventListener('voiceschanged', read);
    return () => {
      this.stop();
      speechSynthesis.removeEventListener('voiceschanged', read);
    };
  }

  voice(language: LanguageCode): SpeechSynthesisVoice | null {
    const fitting = this.#voices.filter((voice) => speaks(voice, language));
    return fitting.find((voice) => voice.localService) ?? fitting[0] ?? null;
  }

  /** Reads `text`, or stops when it is the one being read. */
  toggle(key: string, text: string, language: LanguageCode): void {
    const again = this.reading === key;
    this.stop();
    const voice = this.voice(language);
    if (again || voice === null) return;
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = 0.9;
    const done = () => {
      if (this.reading === key) this.reading = null;
    };
    utterance.onend = done;
    utterance.onerror = done;
    this.reading = key;
    speechSynthesis.speak(utterance);
  }

  stop(): void {
    this.reading = null;
    if ('speechSynthesis' in window) speechSynthesis.cancel();
  }
}

export const speech = new Speech();
