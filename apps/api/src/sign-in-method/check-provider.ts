import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { AppError } from '../errors.ts';
import { isLoopback } from '../loopback.ts';
import type { ProviderClient } from '../session/identity-providers.ts';

const PATIENCE = 8_000;

/** What of OpenID Connect Discovery 1.0, section 3, a sign-in here needs. */
const Metadata = Type.Object({
  issuer: Type.String(),
  authorization_endpoint: Type.String(),
  token_endpoint: Type.String(),
  jwks_uri: Type.String(),
  response_types_supported: Type.Array(Type.String()),
  id_token_signing_alg_values_supported: Type.Array(Type.String()),
  code_challenge_methods_supported: Type.Optional(Type.Array(Type.String())),
});
type Metadata = Static<typeof Metadata>;

const urlOf = (text: string): URL => {
  if (!URL.canParse(text)) throw new AppError('provider_unreachable');
  return new URL(text);
};

/** Plain http is for a provider on this machine only. */
const mustBeSafe = (text: string): void => {
  const { protocol, hostname, username, password } = urlOf(text);
  if (username !== '' || password !== '') throw new AppError('provider_insecure');
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback(hostname)))
    throw new AppError('provider_insecure');
};

const ask = async (url: string, options: RequestInit): Promise<Response> => {
  try {
    return await fetch(url, { ...options, redirect: 'error', signal: AbortSignal.timeout(PATIENCE) });
  } catch {
    throw new AppError('provider_unreachable');
  }
};

const readMetadata = async (issuer: string): Promise<Metadata> => {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await ask(address, { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new AppError('provider_unreachable');
  const body: unknown = await answer.json().catch(() => {
    throw new AppError('provider_unreachable');
  });
  if (!Value.Check(Metadata, body)) throw new AppError('provider_unsupported');
  return body;
};

const mustSuit = (metadata: Metadata): void => {
  const { code_challenge_methods_supported: challenges } = metadata;
  const suits =
    metadata.response_types_supported.includes('code') &&
    metadata.id_token_signing_alg_values_supported.includes('RS256') &&
    // Some say nothing of challenges and still check them; one that lists others than S256 does not.
    (challenges === undefined || challenges.includes('S256'));
  if (!suits) throw new AppError('provider_unsupported');
};

const basic = ({ clientId, clientSecret }: ProviderClient): string =>
  // RFC 6749, section 2.3.1: both parts are form-encoded first.
  `Basic ${Buffer.from([clientId, clientSecret].map((part) => new URLSearchParams([['', part]]).toString().slice(1)).join(':')).toString('base64')}`;

/** A code that cannot be right is refused either way; how it is refused tells whether the client was known. */
const mustKnowClient = async (
  endpoint: string,
  client: ProviderClient,
  redirectUri: string,
): Promise<void> => {
  const answer = await ask(endpoint, {
    method: 'POST',
    headers: { authorization: basic(client), accept: 'application/json' },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: 'a-code-that-nobody-gave',
      code_verifier: 'a-verifier-that-belongs-to-no-code-and-is-long-enough',
      redirect_uri: redirectUri,
    }),
  });
  const body: unknown = await answer.json().catch(() => undefined);
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined;
  if (answer.status === 401 || error === 'invalid_client' || error === 'unauthorized_client')
    throw new AppError('provider_refused_client');
};

/**
 * Asks an OpenID provider for what a sign-in needs: discovery over https with the same issuer, code flow, S256, RS256, and
 * that it knows the client and its secret. Throws the AppError that says which did not hold.
 */
export const checkProvider = async (client: ProviderClient, redirectUri: string): Promise<void> => {
  mustBeSafe(client.issuer);
  const metadata = await readMetadata(client.issuer);
  if (metadata.issuer !== client.issuer) throw new AppError('provider_issuer_differs', [metadata.issuer]);
  mustSuit(metadata);
  for (const address of [metadata.authorization_endpoint, metadata.token_endpoint, metadata.jwks_uri])
    mustBeSafe(address);
  await mustKnowClient(metadata.token_endpoint, client, redirectUri);
};
