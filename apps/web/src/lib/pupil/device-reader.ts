import { addressOf, keepClips } from './clip-store.ts';
import { showReading } from './read-along.ts';
import { createReader, type Reader, type Reading } from './reader.ts';
import { sourcesOf } from './sources.ts';

export type DeviceReader = Reader & {
  readonly sourcesOf: typeof sourcesOf;
  readonly keepClips: typeof keepClips;
};

/** A reader with this device's voices and its sound, that marks on the screen what it reads. */
export function deviceReader(changed: (reading: Reading | null) => void): DeviceReader {
  const reader = createReader(
    {
      synthesis: 'speechSynthesis' in window ? speechSynthesis : null,
      utter: (text) => new SpeechSynthesisUtterance(text),
      makeAudio: () => new Audio(),
      addressOf,
      after: (milliseconds, act) => {
        const timer = setTimeout(act, milliseconds);
        return () => clearTimeout(timer);
      },
    },
    (reading) => {
      showReading(reading);
      changed(reading);
    },
  );
  return { ...reader, sourcesOf, keepClips };
}
