const prefix = 'samhold-draft ';

/**
 * What somebody writes and has not saved: it is there again after a reload of the page, in this window alone, until it is saved
 * or the person signs out. Made while a component initialises; `place` says whose it is and what it is about.
 */
export class KeptDraft<T> {
  #key: string;
  #start: T;
  value = $state() as T; // set below, before anybody reads it
  /** It was written before the page was loaded. */
  found = $state(false);

  constructor(place: string, start: T) {
    this.#key = prefix + place;
    this.#start = start;
    const kept = sessionStorage.getItem(this.#key);
    this.found = kept !== null;
    // Written below, of the same place.
    this.value = kept === null ? structuredClone(start) : (JSON.parse(kept) as T);
    $effect(() => {
      const written = JSON.stringify(this.value);
      if (written === JSON.stringify(this.#start)) sessionStorage.removeItem(this.#key);
      else sessionStorage.setItem(this.#key, written);
    });
  }

  /** It is saved, or not wanted any more; what comes next begins from here. */
  done(next: T): void {
    this.#start = next;
    this.value = structuredClone(next);
    this.found = false;
    sessionStorage.removeItem(this.#key);
  }
}

/** Nothing is left for whoever signs in next in this window. */
export const forgetDrafts = (): void => {
  const keys = Array.from({ length: sessionStorage.length }, (_, at) => sessionStorage.key(at) ?? '');
  for (const key of keys.filter((name) => name.startsWith(prefix))) sessionStorage.removeItem(key);
};
