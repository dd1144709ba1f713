export const classCodeLength = 8;

/** What was typed or scanned as letters and digits only, in capitals, at most eight of them. */
export function cleanClassCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, classCodeLength);
}

/** A cleaned code as pupils see it: «ABCD EFGH». */
export function shownClassCode(code: string): string {
  return code.length > 4 ? `${code.slice(0, 4)} ${code.slice(4)}` : code;
}
