import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { FastifyServerFactory } from 'fastify';
import { openDatabase, type Keyring } from '@samhold/db';
import { openHeadFiles } from './access-log/head-files.ts';
import { buildApp } from './app.ts';
import { runDueWork } from './clock/due-work.ts';
import { startClock } from './clock/start-clock.ts';
import type { Certificate } from './config.ts';
import { demoPeople } from './demo/demo-people.ts';
import { kommunePeople } from './demo/kommune/kommune-people.ts';
import {
  createDemoIdentityProvider,
  demoIssuerPath,
  type DemoIdentityProvider,
} from './demo/identity-provider.ts';
import { demoIssuer } from './demo/kommune/subjects.ts';
import { installationHolds, loadDemoSchool } from './demo/load-demo-school.ts';
import type { Dependencies } from './dependencies.ts';
import { isLoopback } from './loopback.ts';
import { publishQuestionnaires } from './questionnaires/service.ts';
import { openIdentityProvider, type IdentityProvider } from './session/identity-provider.ts';
import { openIdentityProviders } from './session/identity-providers.ts';
import { offerSetupLink } from './setup/service.ts';

export type ServeOptions = {
  readonly databaseUrl: string;
  readonly keyring: Keyring;
  readonly port: number;
  /** Undefined: every address of the machine. A demo listens on loopback whatever this says. */
  readonly host?: string | undefined;
  readonly publicUrl: string;
  readonly webDirectory: string;
  /** Loads the demo school into an empty database and signs in by its provider; listens on loopback only. */
  readonly demo: boolean;
  readonly tls?: Certificate | undefined;
  readonly trustProxy?: readonly string[] | undefined;
  readonly mail?: { readonly smtpUrl: string; readonly from: string } | undefined;
  /** Where it is kept, day by day, how far the access log had come. */
  readonly logHeadsDirectory?: string;
  /** Where a weakness is reported, `mailto:` or `https:`. */
  readonly securityContact?: string | undefined;
  /** The clock on the wall when left out. */
  readonly now?: () => Date;
  readonly log: (line: string) => void;
};

export type Served = {
  readonly address: string;
  /** The first administrator's one-time link, as long as nobody can sign in. */
  readonly setupLink: string | undefined;
  /** Does at once what the clock owes every school. */
  readonly runDueWork: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const demoSignIn = (provider: IdentityProvider): IdentityProvider => ({
  begin: provider.begin,
  complete: async (callback, attempt, how) => ({
    ...(await provider.complete(callback, attempt, how)),
    issuer: demoIssuer,
  }),
  // Its session lasts a minute; one click leaves the demo.
  signOutAt: () => Promise.resolve(undefined),
});

const mustBeLocal = ({ publicUrl, tls, trustProxy }: ServeOptions): void => {
  if (tls !== undefined || trustProxy !== undefined || !isLoopback(new URL(publicUrl).hostname))
    throw new Error(
      'Demoskolen brukes bare på denne maskinen. Fjern PUBLIC_URL, TLS_CERT, TLS_KEY og TRUST_PROXY, eller start en ekte skole med: npm start -- --empty',
    );
};

/** The demo's provider, and its school when the database is empty. A database with real schools is never a demo. */
const prepareDemo = async (
  options: ServeOptions,
  deps: Dependencies,
): Promise<DemoIdentityProvider | undefined> => {
  const holds = await installationHolds(deps);
  if (!options.demo && holds === 'demo')
    throw new Error(
      'Databasen inneholder demoskolen, og en ekte skole må begynne med en tom. Flytt mappen .data bort, eller sett DATABASE_URL til en tom database.',
    );
  if (!options.demo || holds === 'schools') return undefined;
  mustBeLocal(options);
  const kommune = await kommunePeople(deps.db, deps.keyring);
  const people = kommune.length > 0 ? kommune : demoPeople(deps.now());
  if (holds === 'nothing') {
    options.log('Lager demoskolen …');
    await loadDemoSchool(deps, options.log);
  }
  return createDemoIdentityProvider(options.publicUrl, () => people);
};

const serverOf =
  (demo: DemoIdentityProvider | undefined, tls: Certificate | undefined): FastifyServerFactory =>
  (handler) => {
    const listener: typeof handler = (request, response): void => {
      if (demo !== undefined && request.url?.startsWith(`${demoIssuerPath}/`) === true) {
        void demo.handle(request, response);
        return;
      }
      handler(request, response);
    };
    return tls === undefined ? createServer(listener) : createTlsServer(tls, listener);
  };

/** Opens the database, fills it when it is a demo, and listens. */
export const serve = async (options: ServeOptions): Promise<Served> => {
  const { publicUrl, log, mail, keyring } = options;
  const db = openDatabase(options.databaseUrl, keyring, 20);
  const now = options.now ?? ((): Date => new Date());
  const withoutDemo: Dependencies = {
    db,
    keyring,
    now,
    identityProviders: openIdentityProviders(publicUrl),
    ...(options.logHeadsDirectory === undefined
      ? {}
      : { logHeads: openHeadFiles(options.logHeadsDirectory) }),
  };
  await publishQuestionnaires(db);
  const demo = await prepareDemo(options, withoutDemo).catch(async (error: unknown) => {
    await db.close();
    throw error;
  });
  const { redirectUri, signedOutUri, feide } = withoutDemo.identityProviders;
  const given: Dependencies =
    demo === undefined
      ? withoutDemo
      : {
          ...withoutDemo,
          identityProviders: openIdentityProviders(publicUrl, {
            only: demoSignIn(openIdentityProvider({ ...demo, redirectUri, signedOutUri, feide })),
          }),
        };
  const clock = await startClock(given, {
    databaseUrl: options.databaseUrl,
    ...(mail === undefined ? {} : { mail: { ...mail, publicUrl } }),
    log,
  });
  const app = await buildApp(clock.deps, {
    logger: true,
    webDirectory: options.webDirectory,
    trustProxy: options.trustProxy,
    ...(options.securityContact === undefined
      ? {}
      : { securityContact: { contact: options.securityContact, publicUrl, now } }),
    serverFactory: serverOf(demo, options.tls),
  });
  const host = demo === undefined ? (options.host ?? '0.0.0.0') : 'localhost';
  const address = new URL(await app.listen({ port: options.port, host }));
  // The server made above may speak TLS, which the framework does not know.
  if (options.tls !== undefined) address.protocol = 'https:';
  const setupLink = demo === undefined ? await offerSetupLink(given) : undefined;
  if (setupLink !== undefined)
    log(`Lag den første administratoren her. Lenken virker én gang, i 24 timer:\n${setupLink}`);
  return {
    address: address.origin,
    setupLink,
    runDueWork: () => runDueWork(clock.deps),
    close: async () => {
      await app.close();
      await clock.stop();
      await db.close();
    },
  };
};
