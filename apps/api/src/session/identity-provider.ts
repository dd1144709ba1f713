import * as client from 'openid-client';
import { isLoopback } from '../loopback.ts';

export type IdentityProviderSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
};

export type SignInAttempt = {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
};

export type Subject = { readonly issuer: string; readonly subject: string };

export type BeginOptions = {
  /** Asks who it is also where somebody is signed in at the provider already: on a shared tablet that is the one before. */
  readonly anew?: boolean;
  /** What the state begins with; it comes back unsealed, so it says only which page a refusal leads to. */
  readonly mark?: string;
};

/** OpenID Connect code flow with PKCE S256, state and nonce; the provider is discovered at the first sign-in. */
export type IdentityProvider = {
  readonly begin: (
    returnTo: string,
    how?: BeginOptions,
  ) => Promise<{ readonly redirectTo: string; readonly attempt: SignInAttempt }>;
  /** Throws when state, nonce, issuer, audience, signature or code do not hold, or the person did not have to sign in `anew`. */
  readonly complete: (callback: URL, attempt: SignInAttempt, anew?: boolean) => Promise<Subject>;
};

/** How long ago somebody may have signed in at the provider who was asked to do it anew. */
const FRESH_SECONDS = 300;

export const openIdentityProvider = (settings: IdentityProviderSettings): IdentityProvider => {
  let discovered: Promise<client.Configuration> | undefined;
  const configuration = (): Promise<client.Configuration> => {
    discovered ??= client
      .discovery(
        new URL(settings.issuer),
        settings.clientId,
        { redirect_uris: [settings.redirectUri], id_token_signed_response_alg: 'RS256' },
        client.ClientSecretBasic(settings.clientSecret),
        // Plain http is for a provider on this machine only.
        {
          timeout: 10,
          ...(isLoopback(new URL(settings.issuer).hostname)
            ? { execute: [client.allowInsecureRequests] }
            : {}),
        },
      )
      .catch((error: unknown) => {
        discovered = undefined;
        throw error;
      });
    return discovered;
  };
  return {
    begin: async (returnTo, { anew = false, mark = '' } = {}) => {
      const attempt = {
        state: mark + client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
        returnTo,
      };
      const redirectTo = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: settings.redirectUri,
        scope: 'openid',
        response_type: 'code',
        code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
        state: attempt.state,
        nonce: attempt.nonce,
        ...(anew ? { prompt: 'login', max_age: String(FRESH_SECONDS) } : {}),
      });
      return { redirectTo: redirectTo.href, attempt };
    },
    complete: async (callback, attempt, anew = false) => {
      const tokens = await client.authorizationCodeGrant(await configuration(), callback, {
        pkceCodeVerifier: attempt.verifier,
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        idTokenExpected: true,
        ...(anew ? { maxAge: FRESH_SECONDS } : {}),
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('The identity provider sent no id token.');
      return { issuer: claims.iss, subject: claims.sub };
    },
  };
};
