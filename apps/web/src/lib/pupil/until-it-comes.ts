const wait = 1_000;

/** Fetches a part of the pages, again and again until it comes: a network that fails once must not leave a screen empty. */
export async function untilItComes<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** The same for style sheets, which the builder's own loading asks for once only. */
export function askAgainForStyles(): void {
  addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLLinkElement && target.rel === 'stylesheet')
        setTimeout(() => target.replaceWith(target.cloneNode()), wait);
    },
    true,
  );
}
