import type { Shortcut } from './key-sequence.ts';

const stored = 'samhold-shortcuts-off';

/** The shortcuts of what is shown now, and whether the reader wants any: single keys can be in the way of a spoken input. */
class Shortcuts {
  #groups = $state.raw<readonly (readonly Shortcut[])[]>([]);
  off = $state(globalThis.localStorage?.getItem(stored) === 'yes');

  get list(): readonly Shortcut[] {
    return this.#groups.flat();
  }

  add(group: readonly Shortcut[]): () => void {
    this.#groups = [...this.#groups, group];
    return () => {
      this.#groups = this.#groups.filter((other) => other !== group);
    };
  }

  turn(off: boolean): void {
    this.off = off;
    if (off) localStorage.setItem(stored, 'yes');
    else localStorage.removeItem(stored);
  }
}

export const shortcuts = new Shortcuts();

/** Keys that hold while the component is shown. Called while it initialises. */
export const useShortcuts = (group: () => readonly Shortcut[]): void => {
  $effect(() => {
    const current = group();
    let remove: (() => void) | undefined;
    // The list is not what this effect depends on.
    queueMicrotask(() => (remove = shortcuts.add(current)));
    return () => queueMicrotask(() => remove?.());
  });
};
