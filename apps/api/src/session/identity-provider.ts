import * as client from 'openid-client';
import { AppError } from '../errors.ts';
import { isLoopback } from '../loopback.ts';
import { hasTwoFactors, realmOf, staffScopes, TWO_FACTORS, type FeideService } from './feide.ts';

export type IdentityProviderSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  /** Where the provider sends people back to who have signed out there. */
  readonly signedOutUri: string;
  readonly feide: FeideService;
};

export type SignInAttempt = {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
};

export type Subject = { readonly issuer: string; readonly subject: string };

/** What Feide says of staff beside who it is. */
export type FeideStaff = { readonly realm: string; readonly accessToken: string };

export type SignedIn = Subject & {
  /** What lets the provider know, at signing out, whom and for which client. */
  readonly idToken: string;
  /** Of staff who signed in by Feide, and nobody else. */
  readonly feide?: FeideStaff;
};

export type Who = 'staff' | 'pupil';

export type BeginOptions = {
  readonly who: Who;
  /** Asks who it is also where somebody is signed in at the provider already: on a shared tablet that is the one before. */
  readonly anew?: boolean;
  /** What the state begins with; it comes back unsealed, so it says only which page a refusal leads to. */
  readonly mark?: string;
};

/** OpenID Connect code flow with PKCE S256, state and nonce; the provider is discovered at the first sign-in. */
export type IdentityProvider = {
  readonly begin: (
    returnTo: string,
    how: BeginOptions,
  ) => Promise<{ readonly redirectTo: string; readonly attempt: SignInAttempt }>;
  /**
   * Throws when state, nonce, issuer, audience, signature or code do not hold, or the person did not have to sign in `anew`,
   * and `second_factor_missing` for staff whom Feide let in by a password alone.
   */
  readonly complete: (
    callback: URL,
    attempt: SignInAttempt,
    how: Pick<BeginOptions, 'who' | 'anew'>,
  ) => Promise<SignedIn>;
  /** Where whoever signed in by `issuer` signs out there too; undefined when that is another provider, or has no such page. */
  readonly signOutAt: (issuer: string, idToken: string) => Promise<string | undefined>;
};

/** How long ago somebody may have signed in at the provider who was asked to do it anew. */
const FRESH_SECONDS = 300;

const discover = ({ issuer, clientId, clientSecret, redirectUri }: IdentityProviderSettings) =>
  client.discovery(
    new URL(issuer),
    clientId,
    { redirect_uris: [redirectUri], id_token_signed_response_alg: 'RS256' },
    client.ClientSecretBasic(clientSecret),
    {
      timeout: 10,
      execute: [
        // The id token is believed for its signature, not for the connection it came by.
        client.enableNonRepudiationChecks,
        // Plain http is for a provider on this machine only.
        ...(isLoopback(new URL(issuer).hostname) ? [client.allowInsecureRequests] : []),
      ],
    },
  );

export const openIdentityProvider = (settings: IdentityProviderSettings): IdentityProvider => {
  let discovered: Promise<client.Configuration> | undefined;
  const configuration = (): Promise<client.Configuration> => {
    discovered ??= discover(settings).catch((error: unknown) => {
      discovered = undefined;
      throw error;
    });
    return discovered;
  };
  /** A pupil's account is asked for nothing but who it is. */
  const asksFeide = (who: Who): boolean => who === 'staff' && settings.issuer === settings.feide.issuer;
  return {
    begin: async (returnTo, { who, anew = false, mark = '' }) => {
      const attempt = {
        state: mark + client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
        returnTo,
      };
      const redirectTo = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: settings.redirectUri,
        scope: asksFeide(who) ? staffScopes : 'openid',
        response_type: 'code',
        code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
        state: attempt.state,
        nonce: attempt.nonce,
        ...(asksFeide(who) ? { acr_values: TWO_FACTORS } : {}),
        ...(anew ? { prompt: 'login', max_age: String(FRESH_SECONDS) } : {}),
      });
      return { redirectTo: redirectTo.href, attempt };
    },
    complete: async (callback, attempt, { who, anew = false }) => {
      const tokens = await client.authorizationCodeGrant(await configuration(), callback, {
        pkceCodeVerifier: attempt.verifier,
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        idTokenExpected: true,
        ...(anew ? { maxAge: FRESH_SECONDS } : {}),
      });
      const claims = tokens.claims();
      if (claims === undefined || tokens.id_token === undefined)
        throw new Error('The identity provider sent no id token.');
      const signedIn = { issuer: claims.iss, subject: claims.sub, idToken: tokens.id_token };
      if (!asksFeide(who)) return signedIn;
      if (!hasTwoFactors(claims['acr'])) throw new AppError('second_factor_missing');
      const accessToken = tokens.access_token;
      const info = await client.fetchUserInfo(await configuration(), accessToken, claims.sub);
      return { ...signedIn, feide: { realm: realmOf(info), accessToken } };
    },
    signOutAt: async (issuer, idToken) => {
      const found = await configuration();
      if (
        issuer !== found.serverMetadata().issuer ||
        found.serverMetadata().end_session_endpoint === undefined
      )
        return undefined;
      return client.buildEndSessionUrl(found, {
        id_token_hint: idToken,
        post_logout_redirect_uri: settings.signedOutUri,
      }).href;
    },
  };
};
