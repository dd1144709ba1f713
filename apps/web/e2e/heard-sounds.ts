import { expect, type Page } from '@playwright/test';

type Sounds = {
  readonly audios: HTMLAudioElement[];
  readonly heard: { at: number }[];
  readonly said: string[];
};
declare global {
  interface Window {
    sounds: Sounds;
  }
}

/** Keeps every sound the page makes within reach: the audio elements, and what the device's voice is given to say. */
export const listenIn = (page: Page, voices: readonly string[] = []): Promise<unknown> =>
  page.addInitScript((tags) => {
    const sounds: Sounds = { audios: [], heard: [], said: [] };
    window.sounds = sounds;
    const Real = window.Audio;
    window.Audio = class extends Real {
      constructor(source?: string) {
        super(source);
        const heard = { at: 0 };
        sounds.audios.push(this);
        sounds.heard.push(heard);
        this.addEventListener('timeupdate', () => (heard.at = Math.max(heard.at, this.currentTime)));
      }
    };
    if (tags.length === 0) return;
    // A voice that says everything at once, as this browser has none.
    const listed = tags.map((lang) => ({ name: lang, lang, localService: true, default: true }));
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {
      value: class extends EventTarget {
        readonly text: string;
        constructor(text: string) {
          super();
          this.text = text;
        }
      },
    });
    Object.assign(speechSynthesis, {
      getVoices: () => listed,
      cancel: () => undefined,
      speak: (utterance: SpeechSynthesisUtterance) => {
        sounds.said.push(utterance.text);
        setTimeout(() => {
          utterance.onstart?.(new Event('start') as SpeechSynthesisEvent);
          utterance.onend?.(new Event('end') as SpeechSynthesisEvent);
        });
      },
    });
  }, voices);

/** How far into its sound the last audio element has played, in seconds. */
const heardOfLast = (page: Page): Promise<number> => page.evaluate(() => window.sounds.heard.at(-1)?.at ?? 0);

export const forgetHeard = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    for (const heard of window.sounds.heard) heard.at = 0;
  });

/** The last audio element really plays: its time goes on. */
export const expectHeard = (page: Page): Promise<void> =>
  expect.poll(() => heardOfLast(page), { message: 'the time of the sound goes on' }).toBeGreaterThan(0);

export const soundingNow = (page: Page): Promise<number> =>
  page.evaluate(() => window.sounds.audios.filter((audio) => !audio.paused && !audio.ended).length);
