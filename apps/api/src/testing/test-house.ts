import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyServerFactory } from 'fastify';
import { createKeyring, createTestDatabase, openDatabase, type TestDatabase } from '@samhold/db';
import { buildApp } from '../app.ts';
import {
  createDemoIdentityProvider,
  demoIssuerPath,
  type DemoIdentityProvider,
} from '../demo/identity-provider.ts';
import type { Dependencies } from '../dependencies.ts';
import { publishQuestionnaires } from '../questionnaires/service.ts';
import { openIdentityProvider } from '../session/identity-provider.ts';
import { openBrowser, signIn, type Browser } from './browser.ts';

export type TestHouse = {
  readonly origin: string;
  readonly issuer: string;
  readonly deps: Dependencies;
  readonly database: TestDatabase;
  /** Moves the server's clock. */
  readonly setNow: (now: Date | undefined) => void;
  /** A browser in which this person is signed in through the local provider. */
  readonly staffBrowser: (subject: string) => Promise<Browser>;
  readonly tablet: () => Browser;
  readonly close: () => Promise<void>;
};

/** The whole api over HTTP on a free port, against a database of its own and a real local OpenID provider. */
export const openTestHouse = async (superuserUrl: string): Promise<TestHouse> => {
  const database = await createTestDatabase(superuserUrl);
  const keyring = createKeyring(Buffer.alloc(32, 7));
  const db = openDatabase(database.serve, keyring, 10);
  const subjects = new Set<string>();
  const held: { handler?: Parameters<FastifyServerFactory>[0]; provider?: DemoIdentityProvider; now?: Date } =
    {};
  const server = createServer((request, response) => {
    if (request.url?.startsWith(`${demoIssuerPath}/`) === true) void held.provider?.handle(request, response);
    else held.handler?.(request, response);
  });
  // The issuer's address holds the port, so the port is taken before anything else is made.
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server always has an AddressInfo.
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = createDemoIdentityProvider(origin, () =>
    [...subjects].map((subject) => ({ subject, name: subject, title: subject, group: 'test' })),
  );
  const deps: Dependencies = {
    db,
    keyring,
    now: () => held.now ?? new Date(),
    identityProvider: openIdentityProvider({ ...provider, redirectUri: `${origin}/api/v1/sign-in/callback` }),
  };
  await publishQuestionnaires(db);
  const app = await buildApp(deps, {
    guessesPerMinute: 1_000_000,
    serverFactory: (handler) => {
      held.handler = handler;
      return server;
    },
  });
  await app.ready();
  held.provider = provider;
  return {
    origin,
    issuer: provider.issuer,
    deps,
    database,
    setNow: (now) => {
      if (now === undefined) delete held.now;
      else held.now = now;
    },
    staffBrowser: async (subject) => {
      subjects.add(subject);
      const browser = openBrowser(origin);
      await signIn(browser, origin, subject);
      return browser;
    },
    tablet: () => openBrowser(origin),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await app.close().catch(() => undefined);
      await db.close();
      await database.drop();
    },
  };
};
