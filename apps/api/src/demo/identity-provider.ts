import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import Provider from 'oidc-provider';
import { signInPage, type DemoPerson } from './sign-in-page.ts';

export const demoIssuerPath = '/demo-idp';

export type DemoIdentityProvider = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
};

const readBody = async (request: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > 10_000) throw new Error('too long');
  }
  return body;
};

/**
 * A real OpenID provider for invented people: no passwords, so it may only listen on loopback. Its sign-in page lists the
 * people of the demo school by role; `people` is asked at each showing. Its one client is the application at `application`.
 */
export const createDemoIdentityProvider = (
  origin: string,
  people: () => readonly DemoPerson[],
  application = origin,
): DemoIdentityProvider => {
  const issuer = `${origin}${demoIssuerPath}`;
  const clientId = 'samhold-demo';
  const clientSecret = randomBytes(24).toString('base64url');
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${application}/api/v1/sign-in/callback`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (_context, interaction) => `${demoIssuerPath}/person/${interaction.uid}` },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    cookies: { keys: [randomBytes(24).toString('base64url')] },
    ttl: { Interaction: 600, Session: 60, Grant: 600, IdToken: 600, AccessToken: 600 },
    // Everyone has agreed already: there is one client, and it asks for the subject only.
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({
        clientId: context.oidc.client?.clientId ?? clientId,
        accountId: context.oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  const serve = provider.callback();

  const choosePerson = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'POST') {
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy':
          "default-src 'none'; style-src 'unsafe-inline'; form-action *; frame-ancestors 'none'",
      });
      response.end(signInPage(people()));
      return;
    }
    const subject = new URLSearchParams(await readBody(request)).get('person') ?? '';
    if (!people().some((person) => person.subject === subject)) {
      response.writeHead(400).end();
      return;
    }
    await provider.interactionFinished(request, response, { login: { accountId: subject, remember: false } });
  };

  return {
    issuer,
    clientId,
    clientSecret,
    handle: async (request, response) => {
      const path = (request.url ?? '').slice(demoIssuerPath.length);
      if (path.startsWith('/person/')) {
        await choosePerson(request, response).catch(() => {
          if (!response.headersSent) response.writeHead(302, { location: '/' });
          response.end();
        });
        return;
      }
      // The provider builds its addresses from the path it is mounted on.
      Object.assign(request, { originalUrl: request.url });
      request.url = path === '' ? '/' : path;
      await serve(request, response);
    },
  };
};
