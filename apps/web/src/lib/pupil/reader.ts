import type { Passage, Source } from './sources.ts';

/** A passage and what can read it, the first choice first. */
export type Readable = Passage & { readonly sources: readonly Source[] };

/** What is being read: by which button, which passage, and the word in it when the voice tells. */
export type Reading = {
  readonly by: string;
  readonly passage: Readable;
  readonly word: { readonly from: number; readonly to: number } | null;
};

export type Device = {
  readonly synthesis: Pick<SpeechSynthesis, 'speak' | 'cancel'> | null;
  readonly utter: (text: string) => SpeechSynthesisUtterance;
  readonly makeAudio: () => HTMLAudioElement;
  /** Where the sound of a clip is: at once when it is on the device. */
  readonly addressOf: (clipId: string) => string | Promise<string>;
  readonly after: (milliseconds: number, act: () => void) => () => void;
};

export type Reader = {
  readonly start: (by: string, passages: readonly Readable[]) => Promise<void>;
  readonly stop: () => void;
};

/** A voice that has not begun by then never will: some devices list voices they have not installed. */
const silentFor = 4_000;

const wordAt = (text: string, { charIndex, charLength }: SpeechSynthesisEvent) => {
  const length = charLength || (/^[^\s.,!?]+/.exec(text.slice(charIndex))?.[0].length ?? 0);
  return { from: charIndex, to: charIndex + length };
};

/**
 * Reads passages one after another, each by the first of its sources that works, and tells `changed` what is read. There
 * is one sound at a time: whatever starts or stops silences what was before, for good.
 */
export function createReader(device: Device, changed: (reading: Reading | null) => void): Reader {
  let silence: () => void = () => undefined;
  let turn = 0;
  // One element for all clips: a browser that lets it play by a press lets it go on.
  let audio: HTMLAudioElement | undefined;

  /** Resolves true when the sound came to its end, false when it failed or was silenced. */
  const sounding = (begin: (end: (whole: boolean) => void) => () => void): Promise<boolean> =>
    new Promise((settle) => {
      const quiet = begin((whole) => {
        silence = () => undefined;
        settle(whole);
      });
      silence = () => {
        quiet();
        settle(false);
      };
    });

  const speak = (by: string, passage: Readable, voice: SpeechSynthesisVoice): Promise<boolean> =>
    sounding((end) => {
      const utterance = device.utter(passage.text);
      const quiet = () => {
        notBegun();
        utterance.onstart = utterance.onend = utterance.onerror = utterance.onboundary = null;
        device.synthesis?.cancel();
      };
      const notBegun = device.after(silentFor, () => {
        quiet();
        end(false);
      });
      utterance.voice = voice;
      utterance.lang = voice.lang;
      utterance.rate = 0.9;
      utterance.onstart = notBegun;
      utterance.onboundary = (event) => {
        if (event.name === 'word') changed({ by, passage, word: wordAt(passage.text, event) });
      };
      utterance.onend = () => {
        notBegun();
        end(true);
      };
      utterance.onerror = () => {
        quiet();
        end(false);
      };
      device.synthesis?.speak(utterance);
      return quiet;
    });

  const play = (address: string): Promise<boolean> =>
    sounding((end) => {
      const element = (audio ??= device.makeAudio());
      let over = false;
      const quiet = () => {
        if (over) return;
        over = true;
        element.onended = element.onerror = null;
        element.pause();
      };
      const finish = (whole: boolean) => {
        // The element may be sounding for another clip by now.
        if (over) return;
        quiet();
        end(whole);
      };
      element.onended = () => finish(true);
      element.onerror = () => finish(false);
      element.src = address;
      element.play().catch(() => finish(false));
      return quiet;
    });

  const stop = () => {
    turn += 1;
    silence();
    silence = () => undefined;
    changed(null);
  };

  const start = async (by: string, passages: readonly Readable[]) => {
    stop();
    const mine = turn;
    for (const passage of passages) {
      for (const source of passage.sources) {
        changed({ by, passage, word: null });
        let whole: boolean;
        if (source.kind === 'voice') {
          whole = await speak(by, passage, source.voice);
        } else {
          // Not awaited when it is known: a press lets a page sound only until it waits.
          const found = device.addressOf(source.clipId);
          const address = typeof found === 'string' ? found : await found.catch(() => null);
          if (mine !== turn) return;
          whole = address !== null && (await play(address));
        }
        if (mine !== turn) return;
        if (whole) break;
      }
    }
    stop();
  };

  return { start, stop };
}
