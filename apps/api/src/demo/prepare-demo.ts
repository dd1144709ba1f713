import type { Certificate } from '../certificate.ts';
import type { Dependencies } from '../dependencies.ts';
import { isLoopback } from '../loopback.ts';
import { openIdentityProvider, type IdentityProvider } from '../session/identity-provider.ts';
import { openIdentityProviders } from '../session/identity-providers.ts';
import { demoPeople } from './demo-people.ts';
import { createDemoIdentityProvider, type DemoIdentityProvider } from './identity-provider.ts';
import { kommunePeople } from './kommune/kommune-people.ts';
import { demoIssuer } from './kommune/subjects.ts';
import { installationHolds, loadDemoSchool } from './load-demo-school.ts';

export type DemoOptions = {
  readonly demo: boolean;
  readonly publicUrl: string;
  readonly tls?: Certificate | undefined;
  readonly trustProxy?: readonly string[] | undefined;
  readonly log: (line: string) => void;
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

const mustBeLocal = ({ publicUrl, tls, trustProxy }: DemoOptions): void => {
  if (tls !== undefined || trustProxy !== undefined || !isLoopback(new URL(publicUrl).hostname))
    throw new Error(
      'Demoskolen brukes bare på denne maskinen. Fjern PUBLIC_URL, TLS_CERT, TLS_KEY og TRUST_PROXY, eller start en ekte skole med: npm start -- --empty',
    );
};

/** Throws where a real school would begin among invented pupils. */
export const refuseDemoSchool = async (deps: Dependencies): Promise<void> => {
  if ((await installationHolds(deps)) === 'demo')
    throw new Error(
      'Databasen inneholder demoskolen, og en ekte skole må begynne med en tom. Flytt mappen .data bort, eller sett DATABASE_URL til en tom database.',
    );
};

/** The demo's provider, and its school when the database is empty. A database with real schools is never a demo. */
export const prepareDemo = async (
  options: DemoOptions,
  deps: Dependencies,
): Promise<DemoIdentityProvider | undefined> => {
  if (!options.demo) return undefined;
  const holds = await installationHolds(deps);
  if (holds === 'schools') return undefined;
  mustBeLocal(options);
  const kommune = await kommunePeople(deps.db, deps.keyring);
  const people = kommune.length > 0 ? kommune : demoPeople(deps.now());
  if (holds === 'nothing') {
    options.log('Lager demoskolen …');
    await loadDemoSchool(deps, options.log);
  }
  return createDemoIdentityProvider(options.publicUrl, () => people);
};

/** The same, where everybody signs in by the demo's provider. */
export const signInByDemo = (deps: Dependencies, demo: DemoIdentityProvider): Dependencies => {
  const { publicUrl, redirectUri, signedOutUri, feide } = deps.identityProviders;
  const only = demoSignIn(openIdentityProvider({ ...demo, redirectUri, signedOutUri, feide }));
  return { ...deps, identityProviders: openIdentityProviders(publicUrl, { only }) };
};
