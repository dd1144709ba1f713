/** The text of a file: UTF-8 as it should be, and Windows-1252 for programs that never wrote it. */
export const textOfBytes = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};
