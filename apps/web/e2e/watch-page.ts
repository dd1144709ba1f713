import type { Page } from '@playwright/test';

type Fault = { readonly what: string; readonly text: string };

export type Watch = {
  readonly faults: Fault[];
  /** What a journey brings about on purpose. */
  readonly expected: RegExp[];
};

/** Asking who is signed in is how a page finds out that nobody is. */
const nobodySignedIn = [/^401 GET \/api\/v1\/session$/, /^401 GET \/api\/v1\/pupil-session\/form$/];
/** The browser's own words for an answer that is already noted with its status, or for a cut connection. */
const repeated = /^Failed to load resource/;

/** Notes what goes wrong on a page: words in the console, exceptions, refused policy, requests that failed. */
export const watchPage = (page: Page, { faults }: Watch): void => {
  const note = (what: string, text: string): number => faults.push({ what, text });
  page.on('console', (message) => {
    const loud = message.type() === 'error' || message.type() === 'warning';
    if (loud && !repeated.test(message.text())) note('console', message.text());
  });
  page.on('pageerror', (error) => note('exception', error.message));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // A page that is left ends what it had under way.
    if (why !== 'net::ERR_ABORTED')
      note('request', `${why} ${request.method()} ${new URL(request.url()).pathname}`);
  });
  page.on('response', (response) => {
    if (response.status() < 400) return;
    const { pathname } = new URL(response.url());
    note('response', `${response.status()} ${response.request().method()} ${pathname}`);
  });
};

export const faultsOf = ({ faults, expected }: Watch): readonly string[] =>
  faults
    .filter(({ text }) => ![...nobodySignedIn, ...expected].some((pattern) => pattern.test(text)))
    .map(({ what, text }) => `${what}: ${text}`);
