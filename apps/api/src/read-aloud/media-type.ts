export type ClipMediaType = 'audio/webm' | 'audio/mp4';

const ebml = Buffer.from([0x1a, 0x45, 0xdf, 0xa3]);

/**
 * What the bytes are, whatever their sender calls them: WebM with Opus, MP4 with AAC, or nothing that is taken. A
 * recording with pictures is none.
 */
export const mediaTypeOf = (audio: Buffer): ClipMediaType | undefined => {
  if (audio.subarray(0, 4).equals(ebml)) {
    // The tracks are named at the head, before the sound.
    const head = audio.subarray(0, 4096);
    const sound = head.includes('webm') && head.includes('A_OPUS');
    return sound && !head.includes('V_') ? 'audio/webm' : undefined;
  }
  if (audio.subarray(4, 8).toString('latin1') === 'ftyp') {
    return audio.includes('mp4a') && audio.includes('soun') && !audio.includes('vide')
      ? 'audio/mp4'
      : undefined;
  }
  return undefined;
};
