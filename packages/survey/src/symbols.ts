/**
 * Names of the simple drawings beside option texts; the web draws them in one colour. A drawing goes with the words
 * and never replaces them. No faces: a face tells a child which answer is the welcome one.
 */
export const symbols = [
  'sun',
  'sun-small-cloud',
  'sun-half-cloud',
  'cloud',
  'rain-cloud',
  'thumb-up',
  'thumb-level',
  'thumb-down',
  'circle-full',
  'circle-half',
  'circle-empty',
  'steps-4',
  'steps-3',
  'steps-2',
  'steps-1',
  'steps-0',
  'month-0',
  'month-1',
  'month-2',
  'month-3',
  'month-4',
  'ball',
  'book',
  'brush',
  'people',
  'star',
] as const;

export type SymbolId = (typeof symbols)[number];

const known: ReadonlySet<string> = new Set(symbols);

/** True for a drawing the web supplies. */
export function isSymbolId(id: string): id is SymbolId {
  return known.has(id);
}
