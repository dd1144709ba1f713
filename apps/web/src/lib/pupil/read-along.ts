import type { Reading } from './reader.ts';

const name = 'read-aloud';

/** The text node on the screen that shows the text and nothing more, else one that holds it. */
function nodeOf(text: string): Text | null {
  const walker = document.createTreeWalker(
    document.querySelector('main') ?? document.body,
    NodeFilter.SHOW_TEXT,
  );
  let holding: Text | null = null;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const found = node as Text; // the walker stops at text only
    if (found.data.trim() === text) return found;
    if (holding === null && found.data.includes(text)) holding = found;
  }
  return holding;
}

/**
 * Marks on the screen what is being read: the word where the voice tells, else the whole text. It changes nothing in
 * the document, so that a screen reader is not disturbed.
 */
export function showReading(reading: Reading | null): void {
  if (!('highlights' in CSS)) return;
  CSS.highlights.delete(name);
  if (reading === null) return;
  const { passage, word } = reading;
  const node = nodeOf(passage.text);
  if (node === null) return;
  const start = node.data.indexOf(passage.text);
  const range = new Range();
  range.setStart(node, start + (word?.from ?? 0));
  range.setEnd(node, start + Math.min(word?.to ?? Infinity, passage.text.length));
  CSS.highlights.set(name, new Highlight(range));
}
