import { createServer } from 'node:http';
import type { FastifyServerFactory } from 'fastify';
import { createKeyring, openDatabase } from '@samhold/db';
import { buildApp } from './app.ts';
import { demoPeople } from './demo/demo-people.ts';
import { createDemoIdentityProvider, demoIssuerPath } from './demo/identity-provider.ts';
import { demoIssuer, installationHolds, loadDemoSchool } from './demo/load-demo-school.ts';
import type { Dependencies } from './dependencies.ts';
import { publishQuestionnaires } from './questionnaires/service.ts';
import { closeDueSittings } from './rounds/close-due.ts';
import {
  openIdentityProvider,
  type IdentityProvider,
  type IdentityProviderSettings,
} from './session/identity-provider.ts';

export type ServeOptions = {
  readonly databaseUrl: string;
  readonly masterKey: Buffer;
  readonly port: number;
  readonly publicUrl: string;
  readonly webDirectory: string;
  /** Loads the demo school into an empty database and signs in by its provider; listens on loopback only. */
  readonly demo: boolean;
  /** The school's own identity provider; without it, and without demo, nobody can sign in. */
  readonly identityProvider?: Omit<IdentityProviderSettings, 'redirectUri'>;
  readonly log: (line: string) => void;
};

const noProvider: IdentityProvider = {
  begin: () => Promise.reject(new Error('No identity provider is set.')),
  complete: () => Promise.reject(new Error('No identity provider is set.')),
};

const demoSignIn = (provider: IdentityProvider): IdentityProvider => ({
  begin: provider.begin,
  complete: async (callback, attempt) => ({
    ...(await provider.complete(callback, attempt)),
    issuer: demoIssuer,
  }),
});

/** Opens the database, fills it when it is a demo, and listens. A database with real schools is never a demo. */
export const serve = async (
  options: ServeOptions,
): Promise<{ readonly address: string; readonly close: () => Promise<void> }> => {
  const keyring = createKeyring(options.masterKey);
  const db = openDatabase(options.databaseUrl, keyring, 20);
  const now = (): Date => new Date();
  const redirectUri = `${options.publicUrl}/api/v1/sign-in/callback`;
  const withoutSignIn: Dependencies = { db, keyring, now, identityProvider: noProvider };
  await publishQuestionnaires(db);
  const holds = await installationHolds(withoutSignIn);
  const people = options.demo && holds !== 'schools' ? demoPeople(now()) : undefined;
  const demoProvider =
    people === undefined ? undefined : createDemoIdentityProvider(options.publicUrl, () => people);
  if (demoProvider !== undefined && holds === 'nothing') {
    options.log('Lager demoskolen …');
    await loadDemoSchool(withoutSignIn, options.log);
  }
  const settings = demoProvider ?? options.identityProvider;
  const provider = settings === undefined ? noProvider : openIdentityProvider({ ...settings, redirectUri });
  const serverFactory: FastifyServerFactory = (handler) =>
    createServer((request, response): void => {
      if (demoProvider !== undefined && request.url?.startsWith(`${demoIssuerPath}/`) === true) {
        void demoProvider.handle(request, response);
        return;
      }
      handler(request, response);
    });
  const app = await buildApp(
    { ...withoutSignIn, identityProvider: demoProvider === undefined ? provider : demoSignIn(provider) },
    { logger: true, webDirectory: options.webDirectory, serverFactory },
  );
  const host = demoProvider === undefined ? '0.0.0.0' : 'localhost';
  const address = await app.listen({ port: options.port, host });
  const closing = setInterval(() => {
    closeDueSittings(withoutSignIn).catch((error: unknown) =>
      app.log.error({ err: error }, 'closing due sittings failed'),
    );
  }, 60_000);
  return {
    address,
    close: async () => {
      clearInterval(closing);
      await app.close();
      await db.close();
    },
  };
};
