/// <reference lib="dom" />

/** By which a page's screens are told apart, and what must stand there before one can be used. */
export type Marks = { readonly heading: string; readonly usable: string };

/** In ms since the page was asked for; `pressedAt` is the last press before the screen, 0 for the first. */
export type Shown = { readonly heading: string; readonly pressedAt: number; readonly shownAt: number };

declare global {
  // A property of the page, of which `var` makes the type.
  var screensShown: { readonly all: Shown[]; readonly nth: (place: number) => Promise<Shown> };
}

/**
 * Runs in the page before anything of its own. A screen is shown when it has another heading and can be used, and has been painted:
 * two frames begin after it changed, the second when the first is on the glass.
 */
export function watchScreens({ heading, usable }: Marks): void {
  const all: Shown[] = [];
  const waiting: (() => void)[] = [];
  let last = '';
  let pressedAt = 0;
  const look = (): void => {
    const text = document.querySelector(heading)?.textContent?.trim() ?? '';
    if (text === '' || text === last || document.querySelector(usable) === null) return;
    last = text;
    const press = pressedAt;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        all.push({ heading: text, pressedAt: press, shownAt: performance.now() });
        for (const go of waiting.splice(0)) go();
      }),
    );
  };
  addEventListener('click', (event) => (pressedAt = event.timeStamp), { capture: true });
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  const nth = async (place: number): Promise<Shown> => {
    for (;;) {
      const shown = all[place];
      if (shown !== undefined) return shown;
      await new Promise<void>((go, fail) => {
        waiting.push(go);
        setTimeout(() => fail(new Error(`No screen comes after «${last}».`)), 60_000);
      });
    }
  };
  globalThis.screensShown = { all, nth };
}

/** Runs in the page: bytes of JavaScript and CSS as they came over the network, compressed, until `until`. */
export function codeBytes(until: number): number {
  const fetched = performance.getEntriesByType('resource') as PerformanceResourceTiming[]; // entries of this type
  return fetched
    .filter(({ name, responseEnd }) => responseEnd <= until && /\.(js|css)$/.test(new URL(name).pathname))
    .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
}
