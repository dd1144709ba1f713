import type { Page } from '@playwright/test';
import { test as journey, expect } from './journey.ts';
import { startProcess } from './start-product.ts';

/** What the product says of itself when it starts without a school. */
type Started = {
  readonly origin: string;
  readonly setupLink: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What stands in for Feide. */
  readonly feide: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string };
};

/** A product of its own without a school, whose clock the journey holds. */
export type EmptySchool = Started & {
  /** Moves the product's clock, which goes on from there. */
  readonly setNow: (now: Date) => Promise<void>;
  /** Does at once what the clock owes every school. */
  readonly runDueWork: () => Promise<void>;
  /** What Feide says of whoever signs in next. */
  readonly setFeide: (next: { readonly realm: string; readonly twoFactors: boolean }) => Promise<void>;
  readonly stop: () => Promise<void>;
};

const startEmptySchool = async (directory: string): Promise<EmptySchool> => {
  const { started, order, stop } = await startProcess<Started>(directory, '--empty');
  return {
    ...started,
    setNow: (now) => order({ setNow: now.toISOString() }),
    runDueWork: () => order({ runDueWork: true }),
    setFeide: (next) => order({ setFeide: next }),
    stop,
  };
};

/** A journey in a product without a school; its pages are watched like those of every journey. */
export const test = journey.extend<{ readonly emptySchool: EmptySchool }>({
  emptySchool: [
    // Playwright reads the names of fixtures from this pattern.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use, { parallelIndex }) => {
      const school = await startEmptySchool(`.data/journeys-empty-${parallelIndex}`);
      await use(school);
      await school.stop();
    },
    { timeout: 120_000 },
  ],
  origin: async ({ emptySchool }, use) => use(emptySchool.origin),
});

export { expect };

/** Fills in the sign-in method as an administrator. Nothing is sent yet. */
export const fillInMethod = async (
  page: Page,
  { issuer, clientId }: Pick<EmptySchool, 'issuer' | 'clientId'>,
  clientSecret: string,
): Promise<void> => {
  await page.getByLabel('En annen tjeneste').check();
  await page.getByLabel('Adressen til tjenesten').fill(issuer);
  await page.getByLabel('Klient-ID').fill(clientId);
  await page.getByLabel('Hemmelighet').fill(clientSecret);
};

/** Chooses who one is on the provider's own page, by title. */
export const choosePerson = (page: Page, title: string): Promise<void> =>
  page
    .getByRole('button')
    .filter({ has: page.getByText(title, { exact: true }) })
    .click();

/** Tests the method that is filled in, and binds the administrator's own sign-in by it. */
export const bindOwnSignIn = async (page: Page, title: string): Promise<void> => {
  await page.getByRole('button', { name: 'Test forbindelsen' }).click();
  await page.getByText('Tjenesten svarer og kjenner klienten').waitFor();
  await page.getByRole('button', { name: 'Knytt innloggingen min' }).click();
  await choosePerson(page, title);
  await page.getByText('Innloggingen virker, og den er knyttet til deg').waitFor();
};

/** Signs in from the front page by the school's own method. */
export const signInBy = async (page: Page, title: string): Promise<void> => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Logg inn' }).click();
  await choosePerson(page, title);
  await page.getByRole('button', { name: 'Logg ut' }).waitFor();
};

/** Opens an invitation in a browser of its own, and signs in by it. */
export const acceptInvitation = async (page: Page, link: string, title: string): Promise<void> => {
  await page.goto(link);
  await page.getByRole('button', { name: 'Logg inn og ta imot' }).click();
  await choosePerson(page, title);
  await page.getByRole('button', { name: 'Logg ut' }).waitFor();
};
