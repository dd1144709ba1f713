import { demoIssuerPath } from '../demo/identity-provider.ts';

export type Browser = (path: string, options?: RequestInit) => Promise<Response>;

/** A client that keeps cookies and says where it comes from, as a browser does; redirects are not followed. */
export const openBrowser = (origin: string): Browser => {
  const jar = new Map<string, string>();
  return async (path, options = {}) => {
    const headers = new Headers(options.headers);
    if (!headers.has('origin')) headers.set('origin', origin);
    if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(new URL(path, origin), { redirect: 'manual', ...options, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = cookie.split(';');
      const split = pair.indexOf('=');
      const expired = attributes.some((attribute) => /expires=Thu, 01 Jan 1970/i.test(attribute));
      if (expired) jar.delete(pair.slice(0, split));
      else jar.set(pair.slice(0, split), pair.slice(split + 1));
    }
    return response;
  };
};

export const json = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/**
 * Follows a sign-in as a browser does, from an address at the provider or here, choosing `subject` when asked who it is.
 * Returns the address here that it ends at, or comes to first when that is `stopsAt`.
 */
export const followSignIn = async (
  browser: Browser,
  origin: string,
  start: string,
  subject: string,
  stopsAt?: string,
): Promise<URL> => {
  let next = new URL(start, origin);
  for (let step = 0; step < 12; step += 1) {
    const choosing = next.pathname.startsWith(`${demoIssuerPath}/person/`);
    const underWay = next.pathname.startsWith(`${demoIssuerPath}/`) || next.pathname.startsWith('/api/');
    if (!underWay || next.pathname === stopsAt) return next;
    const response = choosing
      ? await browser(next.href, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: `person=${encodeURIComponent(subject)}`,
        })
      : await browser(next.href);
    const location = response.headers.get('location');
    if (location === null) throw new Error(`Sign-in stopped with status ${response.status}.`);
    next = new URL(location, next);
  }
  throw new Error('Sign-in did not come to an end.');
};

/** Signs in through the real code flow of the local provider. Throws when it does not end back in the application. */
export const signIn = async (browser: Browser, origin: string, subject: string): Promise<void> => {
  const end = await followSignIn(browser, origin, '/api/v1/sign-in?returnTo=/after-sign-in', subject);
  if (end.pathname !== '/after-sign-in') throw new Error(`Sign-in was refused: ${end.search}.`);
};
