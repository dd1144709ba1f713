import { cpSync, rmSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { join, resolve } from 'node:path';
import { TWO_FACTORS } from '../apps/api/src/session/feide.ts';
import type { FeideStandIn } from '../apps/api/src/testing/feide-stand-in.ts';
import { createKeyring, openDatabase, type Keyring } from '../packages/db/src/index.ts';
import { buildWeb, webDirectory } from './build-web.ts';
import { openTestHome } from './demo-server/test-home.ts';
import { startSharedServer, type SharedServer } from './demo-server/shared-server.ts';
import { freePort } from './start/free-port.ts';

const root = resolve(import.meta.dirname, '..');

/** People of the empty school's identity provider, who are nobody in the school until they are made so. */
const people = ['Administrator', 'Rektor', 'Kontaktlærer', 'Annen kontaktlærer', 'Vikar', 'Ukjent'].map(
  (title) => ({ subject: title, name: `${title} Prøve`, title, group: 'Ansatte' }),
);

export type DemoServer = {
  readonly origin: string;
  /** Moves the product's clock, which goes on from there. */
  readonly setNow: (now: Date) => void;
  readonly stop: () => Promise<void>;
};

/** The built web in a folder of its own, so that building again meanwhile changes nothing here. */
const copyWeb = async (directory: string): Promise<string> => {
  await buildWeb((line) => console.log(line));
  const web = join(root, directory, 'web');
  rmSync(web, { recursive: true, force: true });
  cpSync(webDirectory, web, { recursive: true });
  return web;
};

type Choice = {
  readonly demo: boolean;
  /** What the database holds before the product starts. */
  readonly fill?: (
    urls: { readonly serve: string; readonly superuser: string },
    keyring: Keyring,
  ) => Promise<void>;
  readonly feide?: (origin: string) => Promise<FeideStandIn>;
};

const open = async (directory: string, { demo, fill, feide: makeFeide }: Choice) => {
  let ahead = 0;
  const webDirectory = await copyWeb(directory);
  const { database, key, leave } = await openTestHome(directory, demo && fill === undefined);
  try {
    const keyring = createKeyring(key);
    await fill?.(database, keyring);
    const { serve } = await import('../apps/api/src/serve.ts');
    const port = await freePort();
    const origin = `http://localhost:${port}`;
    const feide = await makeFeide?.(origin);
    const server = await serve({
      databaseUrl: database.serve,
      keyring,
      port,
      publicUrl: origin,
      webDirectory,
      log: (line) => console.log(line),
      now: () => new Date(Date.now() + ahead),
      ...{ demo, feide: feide?.service },
    });
    const stop = async (): Promise<void> => {
      await server.close();
      await feide?.close();
      await leave();
    };
    const setNow = (now: Date): void => {
      ahead = now.getTime() - Date.now();
    };
    return { origin, server, feide, setNow, stop };
  } catch (error) {
    await leave();
    throw error;
  }
};

/**
 * The whole product with a fresh demo school, on a free port of this machine. Its own database server lies in `directory`, a
 * path in the repository, unless the environment names one to share. A running `npm start` is left alone.
 */
export const startDemoServer = async (directory: string): Promise<DemoServer> => {
  const { origin, setNow, stop } = await open(directory, { demo: true });
  return { origin, setNow, stop };
};

/** Like `startDemoServer`, with three small schools of one owner in place of the demo school. */
const startKommuneServer = async (directory: string): Promise<DemoServer> => {
  const fill: Choice['fill'] = async (urls, keyring) => {
    const { publishQuestionnaires } = await import('../apps/api/src/questionnaires/service.ts');
    const { makeKommune } = await import('./generate/make-kommune.ts');
    const db = openDatabase(urls.serve, keyring, 4);
    await publishQuestionnaires(db);
    const kinds = [{ years: 1, parallels: 1, pupils: 10, share: 1 }];
    await makeKommune(db, keyring, urls, { schools: 3, seed: 1, kinds });
    await db.close();
  };
  const { origin, setNow, stop } = await open(directory, { demo: true, fill });
  return { origin, setNow, stop };
};

export type EmptyServer = DemoServer & {
  readonly setupLink: string;
  /** What to write under «Innlogging»: a real provider on a port of its own. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What stands in for Feide, and what it says of whoever signs in next. */
  readonly feide: FeideStandIn['client'];
  readonly setFeide: (next: FeideOrder) => void;
  /** Does at once what the clock owes every school. */
  readonly runDueWork: () => Promise<void>;
};

/** Like `startDemoServer`, with a school to be set up from its one-time link. */
export const startEmptyServer = async (directory: string): Promise<EmptyServer> => {
  const { openFeideStandIn } = await import('../apps/api/src/testing/feide-stand-in.ts');
  const opened = await open(directory, { demo: false, feide: (at) => openFeideStandIn(() => at) });
  const { origin, server, feide, setNow, stop } = opened;
  if (feide === undefined) throw new Error('There is nothing in the place of Feide.');
  const { createDemoIdentityProvider } = await import('../apps/api/src/demo/identity-provider.ts');
  const port = await freePort();
  const provider = createDemoIdentityProvider(`http://localhost:${port}`, () => people, origin);
  const providerServer = createHttpServer((request, response) => void provider.handle(request, response));
  await new Promise<void>((listening) => providerServer.listen(port, 'localhost', listening));
  return {
    origin,
    setupLink: server.setupLink ?? '',
    issuer: provider.issuer,
    clientId: provider.clientId,
    clientSecret: provider.clientSecret,
    feide: feide.client,
    setFeide: ({ realm, twoFactors }) => {
      Object.assign(feide.next, { realm, acr: twoFactors ? TWO_FACTORS : undefined });
    },
    setNow,
    runDueWork: server.runDueWork,
    stop: async () => {
      providerServer.closeAllConnections();
      providerServer.close();
      await stop();
    },
  };
};

export type FeideOrder = { readonly realm: string; readonly twoFactors: boolean };

/** What a parent process may ask; due work is done, and Feide stood in for, in an empty school only. */
export type ServerOrder = {
  readonly id: number;
  readonly setNow?: string;
  readonly runDueWork?: true;
  readonly setFeide?: FeideOrder;
};

type Started = DemoServer | EmptyServer | SharedServer;

const obey = async (server: Started, order: ServerOrder): Promise<void> => {
  if (order.setNow !== undefined && 'setNow' in server) server.setNow(new Date(order.setNow));
  if (order.setFeide !== undefined && 'setFeide' in server) server.setFeide(order.setFeide);
  if (order.runDueWork && 'runDueWork' in server) await server.runDueWork();
};

const starters: Readonly<Record<string, (directory: string) => Promise<Started>>> = {
  '--empty': startEmptyServer,
  '--kommune': startKommuneServer,
  '--shared': startSharedServer,
};

const runForParent = async (directory: string, choice: string | undefined): Promise<void> => {
  const starting = (starters[choice ?? ''] ?? startDemoServer)(directory);
  let ending: Promise<void> | undefined;
  const end = (): void => {
    ending ??= starting
      .then((server) => server.stop())
      .catch(() => undefined)
      .then(() => process.exit(0));
  };
  // Closed by the parent when it is done, and by the system when the parent was killed.
  process.once('disconnect', end);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  const server = await starting;
  process.on('message', (order: ServerOrder) => {
    obey(server, order).then(
      () => process.send?.({ id: order.id }),
      (error: unknown) => process.send?.({ id: order.id, fault: String(error) }),
    );
  });
  // What cannot be sent to another process is left out of the message.
  process.send?.(JSON.parse(JSON.stringify(server)));
  if (process.send === undefined) console.log(server);
};

if (import.meta.main) await runForParent(process.argv[2] ?? '.data/demo-server', process.argv[3]);
