import { Client } from 'pg';

/** The three ways in. Migration owns the tables, serve owns nothing, backup alone reads past row-level security. */
export type DatabaseUrls = { readonly migration: string; readonly serve: string; readonly backup: string };

export type RolePasswords = { readonly migration: string; readonly serve: string; readonly backup: string };

const login = async (client: Client, name: string, password: string, attributes: string): Promise<void> => {
  const exists = (await client.query('select 1 from pg_roles where rolname = $1', [name])).rowCount === 1;
  const verb = exists ? 'alter' : 'create';
  await client.query(
    `${verb} role ${client.escapeIdentifier(name)} login nosuperuser nocreatedb nocreaterole ${attributes} password ${client.escapeLiteral(password)}`,
  );
};

const withDatabase = (url: string, database: string, user: string, password: string): string => {
  const address = new URL(url);
  address.pathname = `/${database}`;
  address.username = user;
  address.password = password;
  return address.href;
};

/**
 * Makes the group role `samhold_runtime`, the logins for migration, serve and backup, and the database, where they are
 * missing. `superuserUrl` must name a superuser of the server.
 */
export const prepareServer = async (
  superuserUrl: string,
  database: string,
  passwords: RolePasswords,
): Promise<DatabaseUrls> => {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const group = await client.query(`select 1 from pg_roles where rolname = 'samhold_runtime'`);
    if (group.rowCount === 0) await client.query('create role samhold_runtime nologin nobypassrls');
    await login(client, 'samhold_migration', passwords.migration, 'nobypassrls');
    await login(client, 'samhold_serve', passwords.serve, 'nobypassrls');
    await login(client, 'samhold_backup', passwords.backup, 'bypassrls');
    await client.query('grant samhold_runtime to samhold_serve');
    await client.query('grant pg_read_all_data to samhold_backup');
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rowCount === 0) {
      await client.query(`create database ${client.escapeIdentifier(database)} owner samhold_migration`);
    }
  } finally {
    await client.end();
  }
  return {
    migration: withDatabase(superuserUrl, database, 'samhold_migration', passwords.migration),
    serve: withDatabase(superuserUrl, database, 'samhold_serve', passwords.serve),
    backup: withDatabase(superuserUrl, database, 'samhold_backup', passwords.backup),
  };
};

/** The login that `prepareGivenDatabase` makes to serve a database. */
export const givenServeUrl = (migrationUrl: string, servePassword: string): string => {
  const database = decodeURIComponent(new URL(migrationUrl).pathname.slice(1));
  return withDatabase(migrationUrl, database, `${database}_serve`, servePassword);
};

/**
 * For a PostgreSQL of the operator's own: the given login migrates; a login of its own serves, named after the database
 * and owning nothing. Throws with what to run when the given login may not create roles.
 */
export const prepareGivenDatabase = async (
  migrationUrl: string,
  servePassword: string,
): Promise<Pick<DatabaseUrls, 'migration' | 'serve'>> => {
  const client = new Client({ connectionString: migrationUrl });
  await client.connect();
  try {
    const database = decodeURIComponent(new URL(migrationUrl).pathname.slice(1));
    const version = await client.query<{ number: number }>(
      `select current_setting('server_version_num')::int as number`,
    );
    if ((version.rows[0]?.number ?? 0) < 150000)
      throw new Error('DATABASE_URL must name a PostgreSQL 15 or newer.');
    const serve = `${database}_serve`;
    try {
      const group = await client.query(`select 1 from pg_roles where rolname = 'samhold_runtime'`);
      if (group.rowCount === 0) await client.query('create role samhold_runtime nologin');
      const exists = await client.query('select 1 from pg_roles where rolname = $1', [serve]);
      await client.query(
        `${exists.rowCount === 0 ? 'create' : 'alter'} role ${client.escapeIdentifier(serve)} login password ${client.escapeLiteral(servePassword)}`,
      );
      await client.query(`grant samhold_runtime to ${client.escapeIdentifier(serve)}`);
    } catch (error) {
      throw new Error(
        'The login in DATABASE_URL may not create roles. Give it CREATEROLE, or create the role samhold_runtime and a login that is a member of it, and set DATABASE_SERVE_URL.',
        { cause: error },
      );
    }
    return { migration: migrationUrl, serve: givenServeUrl(migrationUrl, servePassword) };
  } finally {
    await client.end();
  }
};

/** Drops a database with whoever is connected to it. */
export const dropDatabase = async (superuserUrl: string, database: string): Promise<void> => {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(`drop database if exists ${client.escapeIdentifier(database)} with (force)`);
  await client.end();
};
