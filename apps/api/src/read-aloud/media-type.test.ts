import { expect, test } from 'vitest';
import { clipSound } from '../testing/clip-sound.ts';
import { mediaTypeOf } from './media-type.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const mp4 = (boxes: string): Buffer => bytes(`\0\0\0\x1cftypiso5\0\0\0\0${boxes}`);

test('WebM with Opus and MP4 with AAC are told by what they begin with', () => {
  expect(mediaTypeOf(clipSound())).toBe('audio/webm');
  expect(mediaTypeOf(mp4('moov hdlr soun stsd mp4a esds'))).toBe('audio/mp4');
});

test.each([
  ['nothing', bytes('')],
  ['text', bytes('webm A_OPUS')],
  ['a page', bytes('<!doctype html><script>ftyp mp4a soun</script>')],
  ['WAV', bytes('RIFF\x24\0\0\0WAVEfmt ')],
  ['Ogg with Opus', bytes('OggS\0\x02 OpusHead')],
  ['Matroska with Opus', Buffer.from(clipSound().toString('latin1').replace('webm', 'mkvx'), 'latin1')],
  ['WebM with Vorbis', Buffer.from(clipSound().toString('latin1').replace('OPUS', 'VORB'), 'latin1')],
  ['WebM with pictures', clipSound('V_VP8')],
  ['MP4 with pictures', mp4('moov soun mp4a vide avc1')],
  ['MP4 with another sound', mp4('moov soun ac-3')],
])('%s is not taken', (_what, audio) => {
  expect(mediaTypeOf(audio)).toBeUndefined();
});
