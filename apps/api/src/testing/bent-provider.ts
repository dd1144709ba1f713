import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SignInAttempt } from '../session/identity-provider.ts';

export type Signature = 'RS256' | 'HS256' | 'none' | 'another key';

export type BentProvider = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the next id token says in place of what a right one would, and how it is signed. */
  readonly bend: (claims: object, signature?: Signature) => void;
  /** What the next answer of userinfo is, and its status. */
  readonly tellOf: (claims: object, status?: number) => void;
  /** The nonce a right id token holds. */
  readonly expect: (attempt: SignInAttempt) => void;
  readonly close: () => Promise<void>;
};

const coded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A provider that says what it is told to: for what a real one would never send. */
export const openBentProvider = async (): Promise<BentProvider> => {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const [clientId, clientSecret] = ['samhold', 'a-secret-that-is-long-enough-to-sign-with'];
  const held: { claims: object; signature: Signature; nonce: string; info: readonly [number, object] } = {
    claims: {},
    signature: 'RS256',
    nonce: '',
    info: [200, {}],
  };
  const signed = (payload: object): string => {
    const alg = held.signature === 'another key' ? 'RS256' : held.signature;
    const input = `${coded({ alg, kid: 'one', typ: 'JWT' })}.${coded(payload)}`;
    if (alg === 'none') return `${input}.`;
    if (alg === 'HS256')
      return `${input}.${createHmac('sha256', clientSecret).update(input).digest('base64url')}`;
    const { privateKey } = held.signature === 'another key' ? stranger : keys;
    return `${input}.${createSign('RSA-SHA256').update(input).sign(privateKey, 'base64url')}`;
  };
  const answers: Readonly<Record<string, () => readonly [number, object]>> = {
    '/.well-known/openid-configuration': () => [
      200,
      {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
      },
    ],
    '/keys': () => [
      200,
      { keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] },
    ],
    '/token': () => {
      const now = Math.floor(Date.now() / 1000);
      const right = { iss: issuer, aud: clientId, sub: 'anne', iat: now, exp: now + 60, nonce: held.nonce };
      const id_token = signed({ ...right, ...held.claims });
      return [200, { access_token: 'access', token_type: 'bearer', expires_in: 60, id_token }];
    },
    '/userinfo': () => held.info,
  };
  const server = createServer((request, response) => {
    const [status, body] = answers[request.url ?? '']?.() ?? ([404, {}] as const);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  // A listening TCP server always has an AddressInfo.
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    clientId,
    clientSecret,
    bend: (claims, signature = 'RS256') => {
      [held.claims, held.signature] = [claims, signature];
    },
    tellOf: (claims, status = 200) => {
      held.info = [status, claims];
    },
    expect: ({ nonce }) => {
      held.nonce = nonce;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
};
