import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { demoIssuerPath } from '../demo/identity-provider.ts';
import { signInPage } from '../demo/sign-in-page.ts';
import { staffScopes, TWO_FACTORS, type FeideService } from '../session/feide.ts';
import type { ProviderClient } from '../session/identity-providers.ts';

export type FeideStandIn = {
  readonly service: FeideService;
  readonly client: ProviderClient;
  /** What is known of whoever signs in next. */
  readonly next: {
    acr: string | undefined;
    realm: string;
    /** What the groups API answers to whoever signed in; after how long it does. */
    groups: unknown;
    groupsStatus: number;
    groupsDelay: number;
  };
  /** The tokens the groups were asked for with, and by which path. */
  readonly groupsAskedFor: string[];
  readonly close: () => Promise<void>;
};

const PRINCIPAL = 'https://n.feide.no/claims/eduPersonPrincipalName';

/** A real OpenID provider that says what Feide says, for an application at `origin`, with a groups API beside it. */
export const openFeideStandIn = async (applicationOrigin: () => string): Promise<FeideStandIn> => {
  const held: { handle?: (request: IncomingMessage, response: ServerResponse) => Promise<void> } = {};
  const server = createServer((request, response) => void held.handle?.(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  // A listening TCP server always has an AddressInfo.
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const issuer = `${origin}${demoIssuerPath}`;
  const client = { issuer, clientId: 'samhold', clientSecret: 'only-in-tests-but-long-enough' };
  const next: FeideStandIn['next'] = {
    ...{ acr: TWO_FACTORS, realm: 'fjellvik.kommune.no' },
    ...{ groups: [], groupsStatus: 200, groupsDelay: 0 },
  };
  const groupsAskedFor: string[] = [];
  let served:
    { readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void> } | undefined;

  const makeProvider = () => {
    const application = applicationOrigin();
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: client.clientId,
          client_secret: client.clientSecret,
          redirect_uris: [`${application}/api/v1/sign-in/callback`],
          post_logout_redirect_uris: [`${application}/`],
          response_types: ['code'],
          grant_types: ['authorization_code'],
        },
      ],
      features: { devInteractions: { enabled: false } },
      acrValues: [TWO_FACTORS],
      scopes: staffScopes.split(' '),
      claims: { acr: null, auth_time: null, openid: ['sub'], 'userid-feide': [PRINCIPAL] },
      interactions: { url: (_context, { uid }) => `${demoIssuerPath}/person/${uid}` },
      findAccount: (_context, sub) => ({
        accountId: sub,
        claims: () => ({ sub, [PRINCIPAL]: `${sub}@${next.realm}` }),
      }),
      cookies: { keys: ['only in tests'] },
      loadExistingGrant: async (context) => {
        const grant = new context.oidc.provider.Grant({
          clientId: client.clientId,
          accountId: context.oidc.session?.accountId ?? '',
        });
        grant.addOIDCScope(staffScopes);
        await grant.save();
        return grant;
      },
    });
    const serve = provider.callback();
    return {
      handle: async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
        const path = request.url ?? '';
        if (path.startsWith('/groups/')) {
          const token = (request.headers.authorization ?? '').replace('Bearer ', '');
          const known = await provider.AccessToken.find(token);
          groupsAskedFor.push(path);
          await new Promise((later) => setTimeout(later, next.groupsDelay).unref());
          response.writeHead(known === undefined ? 401 : next.groupsStatus).end(JSON.stringify(next.groups));
          return;
        }
        if (path.startsWith(`${demoIssuerPath}/person/`)) {
          if (request.method === 'GET') {
            const page = signInPage([
              { subject: 'ansatt', name: 'Ansatt', title: next.realm, group: 'Feide' },
            ]);
            response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
            return;
          }
          const chunks = await request.toArray();
          const accountId = new URLSearchParams(chunks.join('')).get('person') ?? '';
          const login = { accountId, remember: false, ...(next.acr === undefined ? {} : { acr: next.acr }) };
          await provider.interactionFinished(request, response, { login });
          return;
        }
        Object.assign(request, { originalUrl: path });
        request.url = path.slice(demoIssuerPath.length);
        await serve(request, response);
      },
    };
  };
  // The application's address is known only when it listens, and that is after this.
  held.handle = async (request, response) => {
    served ??= makeProvider();
    await served.handle(request, response);
  };
  return {
    service: { issuer, groupsUrl: `${origin}/groups`, groupsPatience: 1_500 },
    ...{ client, next, groupsAskedFor },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
};
