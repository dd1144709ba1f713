import { buildApp } from '../../apps/api/src/app.ts';
import { openIdentityProviders } from '../../apps/api/src/session/identity-providers.ts';
import { createKeyring, openDatabase } from '../../packages/db/src/index.ts';

export type ApiOptions = {
  readonly url: string;
  readonly connections: number;
  readonly key: string;
  /** The built pages, where they are served too. */
  readonly webDirectory?: string;
};

// The api as it is served, in a process of its own. It answers its port once, and its memory in bytes and processor time in seconds when asked.
const { url, connections, key, ...web } = JSON.parse(process.argv[2] ?? '') as ApiOptions; // from startApi
const keyring = createKeyring(Buffer.from(key, 'base64'));
const db = openDatabase(url, keyring, connections);
const app = await buildApp(
  { db, keyring, now: () => new Date(), identityProviders: openIdentityProviders('http://localhost') },
  { logger: true, ...web },
);
const address = await app.listen({ port: 0, host: '127.0.0.1' });
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ memory: process.memoryUsage().rss, processor: (user + system) / 1e6 });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ port: Number(new URL(address).port) });
