export type Provider = 'feide' | 'other';

/** Feide's issuer, as its discovery document says it. */
export const FEIDE = 'https://auth.dataporten.no';

export const providerOf = (issuer: string | undefined): Provider =>
  issuer === undefined || issuer === FEIDE ? 'feide' : 'other';

export type Draft = { readonly issuer: string; readonly clientId: string };

const KEY = 'samhold-sign-in-draft';

/** Keeps what was typed, never the secret, while the browser is away at the provider. */
export const keepDraft = ({ issuer, clientId }: Draft): void =>
  sessionStorage.setItem(KEY, JSON.stringify({ issuer, clientId }));

export const takeDraft = (): Draft | undefined => {
  const kept = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  // Only keepDraft writes under this key.
  return kept === null ? undefined : (JSON.parse(kept) as Draft);
};
