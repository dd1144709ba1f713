import { createServer } from 'node:http';
import type { FastifyServerFactory } from 'fastify';
import { createKeyring, openDatabase } from '@samhold/db';
import { buildApp } from './app.ts';
import { createDemoIdentityProvider, demoIssuerPath } from './demo/identity-provider.ts';
import { demoPeople } from './demo/demo-people.ts';
import { loadDemoSchool, schoolExists } from './demo/load-demo-school.ts';
import type { Dependencies } from './dependencies.ts';
import { publishQuestionnaires } from './questionnaires/service.ts';
import { openIdentityProvider, type IdentityProviderSettings } from './session/identity-provider.ts';

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

const refusing = { issuer: 'https://unset.invalid', clientId: 'unset', clientSecret: 'unset' };

/** Opens the database, fills it when it is a demo, and listens. */
export const serve = async (
  options: ServeOptions,
): Promise<{ readonly address: string; readonly close: () => Promise<void> }> => {
  const keyring = createKeyring(options.masterKey);
  const db = openDatabase(options.databaseUrl, keyring, 20);
  const now = (): Date => new Date();
  const demoProvider = options.demo ? createDemoIdentityProvider(options.publicUrl, () => people) : undefined;
  const people = options.demo ? demoPeople(now()) : [];
  const settings = demoProvider ?? options.identityProvider ?? refusing;
  const deps: Dependencies = {
    db,
    keyring,
    now,
    identityProvider: openIdentityProvider({
      issuer: settings.issuer,
      clientId: settings.clientId,
      clientSecret: settings.clientSecret,
      redirectUri: `${options.publicUrl}/api/v1/sign-in/callback`,
    }),
  };
  await publishQuestionnaires(db);
  if (demoProvider !== undefined && !(await schoolExists(deps))) {
    options.log('Lager demoskolen …');
    await loadDemoSchool(deps, demoProvider.issuer, options.log);
  }
  const serverFactory: FastifyServerFactory = (handler) =>
    createServer((request, response) => {
      if (demoProvider !== undefined && request.url?.startsWith(`${demoIssuerPath}/`) === true) {
        void demoProvider.handle(request, response);
        return;
      }
      handler(request, response);
    });
  const app = await buildApp(deps, { logger: true, webDirectory: options.webDirectory, serverFactory });
  const host = demoProvider === undefined ? '0.0.0.0' : 'localhost';
  const address = await app.listen({ port: options.port, host });
  return {
    address,
    close: async () => {
      await app.close();
      await db.close();
    },
  };
};
