import { createKeyring, openDatabase } from '@samhold/db';
import { buildApp } from './app.ts';
import { openIdentityProviders } from './session/identity-providers.ts';

/** The OpenAPI document of all routes, as text. Connects to nothing. */
export const openApiText = async (): Promise<string> => {
  const keyring = createKeyring(Buffer.alloc(32));
  const db = openDatabase('postgresql://nobody@127.0.0.1:1/none', keyring);
  const unused = (): never => {
    throw new Error('The document is made without serving.');
  };
  const app = await buildApp({
    db,
    keyring,
    now: unused,
    identityProviders: openIdentityProviders('http://localhost'),
  });
  await app.ready();
  const text = `${JSON.stringify(app.swagger(), null, 2)}\n`;
  await app.close();
  await db.close();
  return text;
};
