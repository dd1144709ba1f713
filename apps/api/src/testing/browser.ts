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

/** Signs in through the real code flow of the local provider. Throws when it does not end back in the application. */
export const signIn = async (browser: Browser, origin: string, subject: string): Promise<void> => {
  let response = await browser('/api/v1/sign-in?returnTo=/after-sign-in');
  for (let step = 0; step < 10; step += 1) {
    const location = response.headers.get('location');
    if (location === null) throw new Error(`Sign-in stopped with status ${response.status}.`);
    const next = new URL(location, origin);
    if (next.pathname === '/after-sign-in') return;
    if (next.pathname === '/') throw new Error(`Sign-in was refused: ${next.search}.`);
    const choosing = next.pathname.startsWith(`${demoIssuerPath}/person/`);
    response = choosing
      ? await browser(next.href, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: `person=${encodeURIComponent(subject)}`,
        })
      : await browser(next.href);
  }
  throw new Error('Sign-in did not come to an end.');
};
