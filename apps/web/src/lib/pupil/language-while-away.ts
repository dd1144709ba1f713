const key = 'samhold-language';

/** Keeps the language while the browser is away at the school's own sign-in. Where nothing can be kept it is chosen again. */
export function keepLanguageWhileAway(code: string): void {
  try {
    sessionStorage.setItem(key, code);
  } catch {
    // The browser keeps nothing for pages.
  }
}

/** The language that was kept, once. */
export function takeLanguageFromBefore(): string | null {
  try {
    const code = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return code;
  } catch {
    return null;
  }
}
