import type { PupilReadAloud } from '@samhold/contract';
import type { LanguageCode } from '@samhold/survey';
import type { DeviceReader } from './device-reader.ts';
import type { Readable } from './reader.ts';
import type { Passage } from './sources.ts';

/** Reading aloud on this page: one thing at a time, never by itself. What it takes comes after the page itself. */
class Speech {
  #voices = $state.raw<readonly SpeechSynthesisVoice[]>([]);
  #reader = $state.raw<DeviceReader | null>(null);
  #kept: readonly unknown[] = [];
  /** The button whose texts are being read, or null. */
  reading = $state<string | null>(null);

  /** Follows the device's list of voices until the result is called. */
  listen(): () => void {
    const stop = () => this.stop();
    const read = () => (this.#voices = speechSynthesis.getVoices());
    const spoken = 'speechSynthesis' in window;
    void import('./device-reader.ts').then(({ deviceReader }) => {
      this.#reader = deviceReader((reading) => (this.reading = reading?.by ?? null));
    });
    // A voice goes on after its page.
    window.addEventListener('pagehide', stop);
    if (spoken) {
      read();
      speechSynthesis.addEventListener('voiceschanged', read);
    }
    return () => {
      stop();
      window.removeEventListener('pagehide', stop);
      if (spoken) speechSynthesis.removeEventListener('voiceschanged', read);
    };
  }

  /** Those of the passages that something can read to a pupil who has chosen `language`. */
  readable(
    passages: readonly Passage[],
    language: LanguageCode,
    readAloud: PupilReadAloud | undefined,
  ): readonly Readable[] {
    const reader = this.#reader;
    if (reader === null) return [];
    return passages
      .map((passage) => ({
        ...passage,
        sources: reader.sourcesOf(passage, language, this.#voices, readAloud),
      }))
      .filter(({ sources }) => sources.length > 0);
  }

  /** Fetches the school's clips in `language` before they are asked for, so that they are heard without a network too. */
  keepClips(readAloud: PupilReadAloud | undefined, language: LanguageCode): void {
    const [before, languageBefore] = this.#kept;
    if (this.#reader === null || readAloud === undefined) return;
    if (readAloud === before && language === languageBefore) return;
    this.#kept = [readAloud, language];
    void this.#reader.keepClips(readAloud.clips, language);
  }

  /** Reads the texts of the button `by`, or stops when it is the one being read. */
  toggle(by: string, passages: readonly Readable[]): void {
    if (this.reading === by) this.stop();
    else void this.#reader?.start(by, passages);
  }

  stop(): void {
    this.#reader?.stop();
  }
}

export const speech = new Speech();
