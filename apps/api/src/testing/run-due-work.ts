import { createKeyring, openDatabase } from '@samhold/db';
import { runDueWork } from '../clock/due-work.ts';
import { openIdentityProviders } from '../session/identity-providers.ts';

// A server of its own for tests that kill one: the address of the database and the moment it takes for now.
const [, , url = '', now = ''] = process.argv;
const keyring = createKeyring(Buffer.alloc(32, 7));
const db = openDatabase(url, keyring, 2);
await runDueWork({ db, keyring, identityProviders: openIdentityProviders(''), now: () => new Date(now) });
await db.close();
