/** Keys pressed one after the other, «g h», or one alone. */
export type Shortcut = {
  readonly keys: string;
  readonly text: string;
  /** Undefined: the page handles the key itself, and only wants it listed. */
  readonly run?: (() => void) | undefined;
};

/** A second key comes within this many milliseconds, or the first is forgotten. */
const TOGETHER_WITHIN = 1_500;

export type Typed = { readonly keys: string; readonly at: number };

/**
 * What a key means after those typed before it: the shortcut it completes, if any, and what to remember. A key that begins a
 * longer sequence waits; one that fits nothing begins anew.
 */
export const takeKey = (
  shortcuts: readonly Shortcut[],
  before: Typed | null,
  key: string,
  at: number,
): { readonly found: Shortcut | undefined; readonly typed: Typed | null } => {
  const runnable = shortcuts.filter(({ run }) => run !== undefined);
  const inTime = before !== null && at - before.at <= TOGETHER_WITHIN ? `${before.keys} ${key}` : null;
  for (const keys of inTime === null ? [key] : [inTime, key]) {
    const found = runnable.find((shortcut) => shortcut.keys === keys);
    if (found !== undefined) return { found, typed: null };
    if (runnable.some((shortcut) => shortcut.keys.startsWith(`${keys} `)))
      return { found: undefined, typed: { keys, at } };
  }
  return { found: undefined, typed: null };
};

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'defaultPrevented' | 'target'>;

const writes =
  'input:not([type=checkbox], [type=radio], [type=range], [type=button]), textarea, select, [contenteditable]';

/** The key, when it is meant as one: not while somebody writes, and not with Ctrl, Alt or Cmd held down. */
export const plainKey = (press: KeyPress): string | null => {
  if (press.ctrlKey || press.metaKey || press.altKey || press.defaultPrevented) return null;
  const target = press.target as Partial<Element> | null; // An element, the document, or nothing in a test.
  const writing = target?.closest?.(`${writes}, dialog`) ?? null;
  if (writing !== null) return null;
  return press.key.length === 1 ? press.key.toLowerCase() : null;
};
