import { beforeEach, expect, test } from 'vitest';
import { createReader, type Readable, type Reading } from './reader.ts';

/** A device that notes what sounds, and lets the test say how each sound goes on. */
function fakeDevice() {
  const log: string[] = [];
  const speaking: SpeechSynthesisUtterance[] = [];
  const timers: (() => void)[] = [];
  const clips = new Map<string, string | Promise<string>>();
  const audio = {
    src: '',
    playing: false,
    refuses: false,
    onended: null as (() => void) | null,
    onerror: null as (() => void) | null,
    play() {
      log.push(`play ${this.src}`);
      this.playing = !this.refuses;
      return this.refuses ? Promise.reject(new Error('NotAllowedError')) : Promise.resolve();
    },
    pause() {
      this.playing = false;
    },
  };
  const end = (how: 'onstart' | 'onend' | 'onerror') => {
    const utterance = how === 'onstart' ? speaking.at(-1) : speaking.pop();
    // The reader asks nothing of these events.
    utterance?.[how]?.(new Event(how) as SpeechSynthesisErrorEvent);
  };
  const device = {
    synthesis: {
      speak: (utterance: SpeechSynthesisUtterance) => {
        log.push(`speak ${utterance.text} by ${utterance.voice?.name ?? 'nobody'}`);
        speaking.push(utterance);
      },
      cancel: () => void speaking.splice(0),
    },
    utter: (text: string) => ({ text }) as SpeechSynthesisUtterance,
    makeAudio: () => audio as unknown as HTMLAudioElement,
    addressOf: (clipId: string) => clips.get(clipId) ?? `blob:${clipId}`,
    after: (_milliseconds: number, act: () => void) => {
      timers.push(act);
      return () => void timers.splice(timers.indexOf(act), 1);
    },
  };
  return { device, log, audio, clips, speaking, timers, end };
}

let fake: ReturnType<typeof fakeDevice>;
let readings: (Reading | null)[];
let reader: ReturnType<typeof createReader>;
beforeEach(() => {
  fake = fakeDevice();
  readings = [];
  reader = createReader(fake.device, (reading) => readings.push(reading));
});

const voice = (name: string) =>
  ({ kind: 'voice', voice: { name, lang: 'nb-NO' } as SpeechSynthesisVoice }) as const;
const clip = (clipId: string) => ({ kind: 'clip', clipId }) as const;
const passage = (text: string, ...sources: Readable['sources']): Readable => ({
  text,
  language: 'nb',
  sources,
});
const settle = () => new Promise((done) => setTimeout(done));
const sounds = () => fake.speaking.length + Number(fake.audio.playing);
const now = () => readings.at(-1)?.passage.text ?? null;

test('passages are read one after another, each by its own source, and then it is quiet', async () => {
  void reader.start('q', [passage('Question', voice('Nora')), passage('Yes', clip('yes')), passage('No')]);
  expect([now(), sounds()]).toEqual(['Question', 1]);
  fake.end('onend');
  await settle();
  expect([now(), sounds(), fake.audio.src]).toEqual(['Yes', 1, 'blob:yes']);
  fake.audio.onended?.();
  await settle();
  expect([now(), sounds()]).toEqual([null, 0]);
  expect(fake.log).toEqual(['speak Question by Nora', 'play blob:yes']);
});

test.each([
  ['voice', 'voice'],
  ['voice', 'clip'],
  ['clip', 'voice'],
  ['clip', 'clip'],
])('a %s falls silent when a %s begins, and does not come back', async (first, second) => {
  const one = (kind: string, name: string) => (kind === 'voice' ? voice(name) : clip(name));
  void reader.start('a', [passage('A', one(first, 'a'), voice('reserve')), passage('B', voice('b'))]);
  await settle();
  void reader.start('c', [passage('C', one(second, 'c'))]);
  expect(sounds()).toBe(1);
  await settle();
  expect([now(), sounds(), fake.log.length]).toEqual(['C', 1, 2]);
});

test('stopped, as a page does that is left, nothing sounds and nothing more begins', async () => {
  for (const source of [voice('Nora'), clip('one')]) {
    void reader.start('q', [passage('A', source, clip('reserve')), passage('B', source)]);
    await settle();
    const begun = fake.log.length;
    reader.stop();
    await settle();
    expect([now(), sounds(), fake.log.length]).toEqual([null, 0, begun]);
  }
});

test('stopped while a clip is being fetched, it does not begin when it comes', async () => {
  let arrive: (address: string) => void = () => undefined;
  fake.clips.set('far', new Promise((resolve) => (arrive = resolve)));
  void reader.start('q', [passage('A', clip('far'))]);
  reader.stop();
  arrive('blob:far');
  await settle();
  expect([fake.log, sounds()]).toEqual([[], 0]);
});

test('a voice that fails gives way to the clip', async () => {
  void reader.start('q', [passage('A', voice('Online'), clip('a'))]);
  fake.end('onerror');
  await settle();
  expect([fake.log, sounds()]).toEqual([['speak A by Online', 'play blob:a'], 1]);
});

test('a voice that never begins gives way to the clip; one that has begun is not cut off', async () => {
  void reader.start('q', [passage('A', voice('Missing'), clip('a'))]);
  fake.timers[0]?.();
  await settle();
  expect([fake.log.at(-1), sounds()]).toEqual(['play blob:a', 1]);
  void reader.start('q', [passage('A', voice('Nora'), clip('a'))]);
  fake.end('onstart');
  expect([fake.timers, sounds()]).toEqual([[], 1]);
});

test.each(['is refused', 'is broken', 'cannot be fetched'])(
  'a clip that %s gives way to the voice',
  async (how) => {
    fake.audio.refuses = how === 'is refused';
    if (how === 'cannot be fetched') fake.clips.set('a', Promise.reject(new Error('offline')));
    void reader.start('q', [passage('A', clip('a'), voice('Nora'))]);
    if (how === 'is broken') fake.audio.onerror?.();
    await settle();
    expect([fake.log.at(-1), sounds()]).toEqual(['speak A by Nora', 1]);
  },
);

test('a clip that is refused late does not silence the next one', async () => {
  let refuse: (reason: Error) => void = () => undefined;
  const { play } = fake.audio;
  fake.audio.play = function (this: typeof fake.audio) {
    void play.call(this);
    fake.audio.play = play;
    return new Promise<void>((_settle, reject) => (refuse = reject));
  };
  void reader.start('q', [passage('A', clip('a'), clip('b'))]);
  fake.audio.onerror?.();
  await settle();
  refuse(new Error('AbortError'));
  await settle();
  expect([fake.audio.src, sounds(), now()]).toEqual(['blob:b', 1, 'A']);
  reader.stop();
  expect(sounds()).toBe(0);
});

test('when nothing works it is quiet, and the button is as before', async () => {
  fake.audio.refuses = true;
  void reader.start('q', [passage('A', clip('a'))]);
  await settle();
  expect([now(), sounds()]).toEqual([null, 0]);
});

test('the word being said is told, also by a voice that does not tell how long it is', () => {
  void reader.start('q', [passage('Liker du skolen?', voice('Nora'))]);
  const say = (charIndex: number, charLength: number, name = 'word') =>
    fake.speaking[0]?.onboundary?.({ name, charIndex, charLength } as SpeechSynthesisEvent);
  say(0, 5);
  expect(readings.at(-1)?.word).toEqual({ from: 0, to: 5 });
  say(9, 0);
  expect(readings.at(-1)?.word).toEqual({ from: 9, to: 15 });
  say(0, 16, 'sentence');
  expect(readings.at(-1)?.word).toEqual({ from: 9, to: 15 });
});
