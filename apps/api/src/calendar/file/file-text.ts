/** The text of a file: UTF-8 as RFC 5545 asks for, and Windows-1252 for programs that never did. */
export const textOf = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};
