import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import {
  hasProtocol,
  isDatabase,
  isHost,
  isOrigin,
  isPort,
  isProxy,
  isSeconds,
  list,
  type Text,
} from './config-checks.ts';
import { readCertificate, type Certificate } from './certificate.ts';
import { isLoopback } from './loopback.ts';

/** What docs/operate/settings.md says of a variable: what it is, and what holds without it. */
export type About = { readonly description: string; readonly without: string };

/** A variable that may be left out; `be` ends the sentence «… må være» when it is given and does not hold. */
const variable = (be: string, holds: Text, about: About) =>
  Type.Optional(Type.Refine(Type.String(about), holds, () => be));

/** Every variable that is read, as docs/operate/settings.md shows them. */
export const Environment = Type.Object({
  PORT: variable('et helt tall fra 1 til 65535', isPort, {
    description: 'the port to listen to',
    without: '3000',
  }),
  HOST: variable('adressen det skal lyttes på, for eksempel 127.0.0.1', isHost, {
    description: 'the address to listen to',
    without: 'every address; the demo: this machine only',
  }),
  PUBLIC_URL: variable(
    'adressen brukerne skriver, med https:// og uten noe etter vertsnavnet og porten, for eksempel https://samhold.kommunen.no',
    isOrigin,
    {
      description: 'the address people write, with `https://` and nothing after the port',
      without: '`http://localhost:3000`',
    },
  ),
  DATA_DIRECTORY: variable('stien til en mappe', (text) => text.length > 0, {
    description: 'the folder of the secrets, the log of access heads and the embedded database',
    without: '`.data` in the project',
  }),
  DATABASE_URL: variable('en adresse som postgresql://bruker:passord@vert:5432/database', isDatabase, {
    description: 'a PostgreSQL of your own, 15 or newer, with a login that may create roles and a schema',
    without: 'the embedded PostgreSQL 18',
  }),
  DATABASE_SERVE_URL: variable('en adresse som postgresql://bruker:passord@vert:5432/database', isDatabase, {
    description:
      'the login the server works with, when you made the roles yourself; `serve` and `work` need no other',
    without: 'made from `DATABASE_URL`',
  }),
  DATABASE_BACKUP_URL: variable('en adresse som postgresql://bruker:passord@vert:5432/database', isDatabase, {
    description: 'a login that reads past row-level security, for [backups](backup.md)',
    without: '`DATABASE_URL`',
  }),
  BACKUP_DIRECTORY: variable('stien til en mappe', (text) => text.length > 0, {
    description: 'the folder of backups; set together with `BACKUP_RECIPIENT`',
    without: 'no backups are taken by themselves',
  }),
  BACKUP_RECIPIENT: variable(
    'en offentlig nøkkel for age, som begynner med age1',
    (text) => /^age1[a-z0-9]{50,}$/.test(text),
    { description: 'the public key (age) that backups are encrypted to', without: '–' },
  ),
  BACKUP_AT: variable('et klokkeslett som 02:30', (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), {
    description: 'when of the day a backup is taken, in Norway',
    without: '02:30',
  }),
  BACKUP_KEPT_DAYS: variable(
    'et helt tall fra 1 til 3650',
    (text) => /^[1-9]\d{0,3}$/.test(text) && Number(text) <= 3650,
    { description: 'how many days a backup is kept', without: '35' },
  ),
  TLS_CERT: variable('stien til et sertifikat i PEM-format', (text) => text.length > 0, {
    description: 'path of a certificate, in PEM; set together with `TLS_KEY`',
    without: 'plain http',
  }),
  TLS_KEY: variable('stien til den private nøkkelen i PEM-format', (text) => text.length > 0, {
    description: 'path of its private key, in PEM, without a password',
    without: '–',
  }),
  TRUST_PROXY: variable(
    'adressene til proxyen, skilt med komma, for eksempel 10.0.0.5 eller 10.0.0.0/24 eller loopback',
    (text) => list(text).every(isProxy),
    {
      description: 'addresses of proxies whose word on protocol, host and sender is believed',
      without: 'no proxy is believed',
    },
  ),
  SMTP_URL: variable(
    'en adresse som smtps://bruker:passord@vert:465 eller smtp://vert:587',
    hasProtocol('smtp:', 'smtps:'),
    {
      description: 'a mail server: `smtps://user:password@host:465` or `smtp://host:587`',
      without: 'no mail; staff see the same in the product',
    },
  ),
  MAIL_FROM: variable(
    'en e-postadresse, for eksempel Samhold <samhold@kommunen.no>',
    (text) => /^[^\r\n]*<?[^\s@<>]+@[^\s@<>]+>?$/.test(text),
    { description: 'the sender of mail; set together with `SMTP_URL`', without: '–' },
  ),
  SECURITY_CONTACT: variable(
    'en adresse som mailto:sikkerhet@kommunen.no eller https://kommunen.no/sikkerhet',
    (text) => /^(mailto:[^\s@]+@[^\s@]+|https:\/\/[^\s]+)$/.test(text),
    {
      description:
        'where a weakness is reported: `mailto:` or `https://`; served as `/.well-known/security.txt`',
      without: 'no such page',
    },
  ),
  SECRETS_FILE: variable('stien til filen med nøklene', (text) => text.length > 0, {
    description: 'the file with the keys and passwords; every process of an installation has the same',
    without: '`secrets.json` in `DATA_DIRECTORY`',
  }),
  METRICS_PORT: variable('et helt tall fra 1 til 65535', isPort, {
    description: 'a port of its own for `/metrics` (Prometheus), `/live` and `/ready`; not for the public',
    without: 'no such port',
  }),
  METRICS_HOST: variable('adressen det skal lyttes på, for eksempel 127.0.0.1', isHost, {
    description: 'the address that port listens to',
    without: '127.0.0.1',
  }),
  DRAIN_SECONDS: variable('et helt tall fra 0 til 300', isSeconds, {
    description: 'on a stop: how long `/ready` says no before the port closes, for a balancer to see it',
    without: '0',
  }),
  GRACE_SECONDS: variable('et helt tall fra 0 til 300', isSeconds, {
    description: 'on a stop: how long requests and jobs under way may then take',
    without: '10',
  }),
});
type Environment = Static<typeof Environment>;
type Name = keyof Environment;

/** They hold a password, so a refusal does not repeat them. */
const secret: ReadonlySet<string> = new Set([
  'DATABASE_URL',
  'DATABASE_SERVE_URL',
  'DATABASE_BACKUP_URL',
  'SMTP_URL',
]);

export type Backups = {
  /** Undefined: none are taken by themselves. */
  readonly to: { readonly directory: string; readonly recipient: string } | undefined;
  /** When of the day, in Norway. */
  readonly at: string;
  readonly keptDays: number;
};

export type Config = {
  readonly port: number;
  /** Undefined: every address of the machine. */
  readonly host: string | undefined;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  /** Where the secrets and the embedded database lie. Undefined: in the project's own folder. */
  readonly dataDirectory: string | undefined;
  /** Undefined: the embedded one. */
  readonly database:
    | { readonly url: string; readonly serveUrl: string | undefined; readonly backupUrl: string | undefined }
    | undefined;
  readonly backups: Backups;
  readonly tls: Certificate | undefined;
  readonly trustProxy: readonly string[] | undefined;
  readonly mail: { readonly smtpUrl: string; readonly from: string } | undefined;
  readonly securityContact: string | undefined;
  /** Undefined: in the data folder. */
  readonly secretsFile: string | undefined;
  readonly internal: { readonly port: number; readonly host: string } | undefined;
  readonly drainSeconds: number;
  readonly graceSeconds: number;
};

const readEnvironment = (env: NodeJS.ProcessEnv): Environment => {
  const given: Partial<Record<Name, string>> = {};
  // The schema's own names are the keys of its properties.
  for (const name of Object.keys(Environment.properties) as Name[]) {
    const text = env[name]?.trim();
    if (text !== undefined && text !== '') given[name] = text;
  }
  const [fault] = Value.Errors(Environment, given);
  if (fault === undefined) return given as Environment; // just held against the schema
  const name = fault.instancePath.slice(1) as Name; // the path of a property of that schema
  const found = secret.has(name) ? 'det som står der' : `«${given[name]}»`;
  throw new Error(`${name} må være ${fault.message}, ikke ${found}.`);
};

/** Both or neither. Throws with what is missing. */
const pair = (env: Environment, one: Name, other: Name): readonly [string, string] | undefined => {
  const [a, b] = [env[one], env[other]];
  if (a !== undefined && b !== undefined) return [a, b];
  if (a === undefined && b === undefined) return undefined;
  const [missing, given] = a === undefined ? [one, other] : [other, one];
  throw new Error(`${missing} mangler. ${given} er satt, og de to må settes sammen.`);
};

const publicUrlOf = (env: Environment, port: number, encrypted: boolean): string => {
  const wanted = env.PUBLIC_URL ?? `${encrypted ? 'https' : 'http'}://localhost:${port}`;
  const { protocol, hostname, origin } = new URL(wanted);
  if (encrypted && protocol === 'http:')
    throw new Error('PUBLIC_URL må begynne med https:// når TLS_CERT og TLS_KEY er satt.');
  if (!encrypted && env.TRUST_PROXY === undefined && protocol === 'https:' && !isLoopback(hostname))
    throw new Error(
      'PUBLIC_URL begynner med https://, men da må enten TLS_CERT og TLS_KEY eller TRUST_PROXY være satt.',
    );
  return origin;
};

/**
 * The settings in the environment. Throws an Error of one line that names the variable and what it must be. A process that
 * never migrates may be given the serving login alone.
 */
export const readConfig = (env: NodeJS.ProcessEnv = process.env, { servesOnly = false } = {}): Config => {
  const given = readEnvironment(env);
  const port = Number(given.PORT ?? '3000');
  const files = pair(given, 'TLS_CERT', 'TLS_KEY');
  const tls = files === undefined ? undefined : readCertificate(...files);
  const mail = pair(given, 'SMTP_URL', 'MAIL_FROM');
  const database = given.DATABASE_URL ?? (servesOnly ? given.DATABASE_SERVE_URL : undefined);
  const backup = pair(given, 'BACKUP_DIRECTORY', 'BACKUP_RECIPIENT');
  for (const name of ['DATABASE_SERVE_URL', 'DATABASE_BACKUP_URL'] as const)
    if (given[name] !== undefined && database === undefined)
      throw new Error(`DATABASE_URL mangler. ${name} er satt, og brukes bare sammen med den.`);
  return {
    port,
    host: given.HOST,
    publicUrl: publicUrlOf(given, port, tls !== undefined),
    dataDirectory: given.DATA_DIRECTORY,
    database:
      database === undefined
        ? undefined
        : { url: database, serveUrl: given.DATABASE_SERVE_URL, backupUrl: given.DATABASE_BACKUP_URL },
    backups: {
      to: backup && { directory: backup[0], recipient: backup[1] },
      at: given.BACKUP_AT ?? '02:30',
      keptDays: Number(given.BACKUP_KEPT_DAYS ?? '35'),
    },
    tls,
    trustProxy: given.TRUST_PROXY === undefined ? undefined : list(given.TRUST_PROXY),
    mail: mail === undefined ? undefined : { smtpUrl: mail[0], from: mail[1] },
    securityContact: given.SECURITY_CONTACT,
    secretsFile: given.SECRETS_FILE,
    internal:
      given.METRICS_PORT === undefined
        ? undefined
        : { port: Number(given.METRICS_PORT), host: given.METRICS_HOST ?? '127.0.0.1' },
    drainSeconds: Number(given.DRAIN_SECONDS ?? '0'),
    graceSeconds: Number(given.GRACE_SECONDS ?? '10'),
  };
};
