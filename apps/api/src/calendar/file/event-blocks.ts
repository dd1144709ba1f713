/** A content line of RFC 5545 made whole again, with the number of the line it began on, from 1. */
export type ContentLine = { readonly line: number; readonly text: string };
export type Fault = { readonly line: number; readonly reason: string };

/** The lines of one VEVENT, without those of parts inside it. */
export type EventBlock = { readonly line: number; readonly lines: readonly ContentLine[] };

/** Lines may be folded: what begins with a space or a tab continues the one before. */
const unfold = (text: string): readonly ContentLine[] => {
  const lines: { line: number; text: string }[] = [];
  text.split(/\r\n|\n|\r/).forEach((piece, index) => {
    const last = lines.at(-1);
    if (/^[ \t]/.test(piece) && last !== undefined) last.text += piece.slice(1);
    else if (piece.trim() !== '') lines.push({ line: index + 1, text: piece });
  });
  return lines;
};

const marker = (text: string): { readonly begins: boolean; readonly part: string } | undefined => {
  const [, verb, part] = /^(BEGIN|END):\s*([A-Z0-9-]+)\s*$/i.exec(text) ?? [];
  if (verb === undefined || part === undefined) return undefined;
  return { begins: verb.toUpperCase() === 'BEGIN', part: part.toUpperCase() };
};

/**
 * The events of a calendar file. Undefined when the text is no calendar at all. An event that never ends, or ends without a
 * beginning, is a fault; the others are read.
 */
export const eventBlocks = (
  text: string,
): { readonly blocks: readonly EventBlock[]; readonly faults: readonly Fault[] } | undefined => {
  const lines = unfold(text.replace(/^\uFEFF/, ''));
  if (!lines.some((line) => /^BEGIN:\s*VCALENDAR\s*$/i.test(line.text))) return undefined;
  const blocks: EventBlock[] = [];
  const faults: Fault[] = [];
  let open: { line: number; lines: ContentLine[] } | undefined;
  let inside = 0;
  const notEnded = (line: number) =>
    faults.push({ line, reason: 'Hendelsen mangler slutt (END:VEVENT) og er ikke lest.' });
  for (const content of lines) {
    const mark = marker(content.text);
    if (mark === undefined) {
      if (inside === 0) open?.lines.push(content);
    } else if (mark.part !== 'VEVENT') {
      if (open !== undefined && mark.part !== 'VCALENDAR')
        inside = Math.max(0, inside + (mark.begins ? 1 : -1));
    } else if (mark.begins) {
      if (open !== undefined) notEnded(open.line);
      open = { line: content.line, lines: [] };
      inside = 0;
    } else if (open === undefined) {
      faults.push({ line: content.line, reason: 'Slutten på en hendelse uten begynnelse.' });
    } else {
      blocks.push(open);
      open = undefined;
    }
  }
  if (open !== undefined) notEnded(open.line);
  return { blocks, faults };
};
