import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyServerFactory } from 'fastify';
import {
  createKeyring,
  createTestDatabase,
  openDatabase,
  type Interference,
  type Keyring,
  type TestDatabase,
} from '@samhold/db';
import { buildApp } from '../app.ts';
import {
  createDemoIdentityProvider,
  demoIssuerPath,
  type DemoIdentityProvider,
} from '../demo/identity-provider.ts';
import { startClock } from '../clock/start-clock.ts';
import type { Dependencies } from '../dependencies.ts';
import { publishQuestionnaires } from '../questionnaires/service.ts';
import type { Metrics } from '../running/metrics.ts';
import { feideService, type FeideService } from '../session/feide.ts';
import { openIdentityProvider } from '../session/identity-provider.ts';
import { openIdentityProviders, type ProviderClient } from '../session/identity-providers.ts';
import { openBrowser, signIn, type Browser } from './browser.ts';

export type TestHouse = {
  readonly origin: string;
  readonly issuer: string;
  /** This installation's client at the local provider. */
  readonly client: ProviderClient;
  /** Lets a person who signs in by hand be known to the local provider. */
  readonly addSubject: (subject: string) => void;
  readonly deps: Dependencies;
  readonly database: TestDatabase;
  /** What the clock wrote to the log. */
  readonly logged: readonly string[];
  /** What the server wrote of requests, line by line. */
  readonly loggedRequests: readonly string[];
  /** Moves the server's clock. */
  readonly setNow: (now: Date | undefined) => void;
  /** A browser in which this person is signed in through the local provider. */
  readonly staffBrowser: (subject: string) => Promise<Browser>;
  readonly tablet: () => Browser;
  readonly close: () => Promise<void>;
};

export type HouseOptions = {
  /** Everyone signs in by the method an owner has stored, as in a real installation. */
  readonly storedMethods?: boolean;
  /** Runs the clock and sends mail there, as a server does. */
  readonly smtpUrl?: string;
  /** With an `smtpUrl`: adds jobs, of mail among them, and runs none. */
  readonly addsJobsOnly?: boolean;
  /** How often an address may try in vain within a minute; as good as always when left out. */
  readonly attemptsPerMinute?: number;
  /** Stands in for Feide and its groups. */
  readonly feide?: FeideService;
  /** Counts its requests. */
  readonly metrics?: Metrics;
  /** Stands between every statement of the api and the database. */
  readonly interference?: Interference;
  /** A database that is there already, with the keys it was written with, instead of an empty one. */
  readonly found?: { readonly database: TestDatabase; readonly keyring: Keyring };
};

/** The whole api over HTTP on a free port, against a database of its own and a real local OpenID provider. */
export const openTestHouse = async (
  superuserUrl: string,
  {
    storedMethods = false,
    smtpUrl,
    addsJobsOnly = false,
    attemptsPerMinute = 1_000_000,
    feide = feideService,
    metrics,
    found,
    interference,
  }: HouseOptions = {},
): Promise<TestHouse> => {
  const database = found?.database ?? (await createTestDatabase(superuserUrl));
  const keyring = found?.keyring ?? createKeyring(Buffer.alloc(32, 7));
  const db = openDatabase(database.serve, keyring, 10, interference);
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
  const only = openIdentityProvider({
    ...provider,
    redirectUri: `${origin}/api/v1/sign-in/callback`,
    signedOutUri: `${origin}/`,
    feide,
  });
  const withoutMail: Dependencies = {
    db,
    keyring,
    now: () => held.now ?? new Date(),
    identityProviders: openIdentityProviders(origin, storedMethods ? { feide } : { only, feide }),
  };
  await publishQuestionnaires(db);
  const logged: string[] = [];
  const loggedRequests: string[] = [];
  const mail = smtpUrl === undefined ? undefined : { smtpUrl, from: 'samhold@skole.test', publicUrl: origin };
  const log = (line: string): void => void logged.push(line);
  const clock =
    mail === undefined
      ? undefined
      : await startClock(withoutMail, {
          ...{ databaseUrl: database.serve, mail, log },
          addsOnly: addsJobsOnly,
        });
  const deps = clock?.deps ?? withoutMail;
  const app = await buildApp(deps, {
    attemptsPerMinute,
    logger: { write: (line) => void loggedRequests.push(line) },
    metrics,
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
    client: {
      issuer: provider.issuer,
      clientId: provider.clientId,
      clientSecret: provider.clientSecret,
    },
    addSubject: (subject) => subjects.add(subject),
    deps,
    database,
    logged,
    loggedRequests,
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
      await clock?.stop();
      await db.close();
      await database.drop();
    },
  };
};
