import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { makeSelfSigned, type PemFiles } from './testing/self-signed.ts';

let directory: string;
let pair: PemFiles;
let other: PemFiles;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'samhold-config-'));
  pair = makeSelfSigned(directory);
  other = makeSelfSigned(directory, 'other');
  writeFileSync(join(directory, 'words.pem'), 'no certificate');
});
afterAll(() => rmSync(directory, { recursive: true }));

const refusal = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return 'accepted';
};

const recipient = `age1${'q'.repeat(58)}`;

test('nothing set is a server of its own on this machine', () => {
  expect(readConfig({ PORT: '', TLS_CERT: ' ' })).toEqual({
    port: 3000,
    host: undefined,
    publicUrl: 'http://localhost:3000',
    dataDirectory: undefined,
    database: undefined,
    tls: undefined,
    trustProxy: undefined,
    mail: undefined,
    drainSeconds: 0,
    graceSeconds: 10,
    backups: { to: undefined, at: '02:30', keptDays: 35 },
  });
});

test('everything set is read, the certificate and key from their files', () => {
  const config = readConfig({
    PORT: '8443',
    HOST: '0.0.0.0',
    PUBLIC_URL: 'https://samhold.example/',
    DATA_DIRECTORY: '/var/lib/samhold/data',
    DATABASE_URL: 'postgresql://a:b@db/samhold',
    DATABASE_SERVE_URL: 'postgresql://c:d@db/samhold',
    DATABASE_BACKUP_URL: 'postgresql://e:f@db/samhold',
    BACKUP_DIRECTORY: '/var/backups/samhold',
    BACKUP_RECIPIENT: recipient,
    BACKUP_AT: '23:05',
    BACKUP_KEPT_DAYS: '14',
    TLS_CERT: pair.certFile,
    TLS_KEY: pair.keyFile,
    TRUST_PROXY: '10.0.0.5, 10.1.0.0/16,::1,loopback',
    SMTP_URL: 'smtps://u:p@mail.example:465',
    MAIL_FROM: 'Samhold <samhold@example.no>',
    SECRETS_FILE: '/run/secrets/samhold.json',
    METRICS_PORT: '9464',
    DRAIN_SECONDS: '5',
    GRACE_SECONDS: '20',
  });
  expect(config).toEqual({
    port: 8443,
    host: '0.0.0.0',
    publicUrl: 'https://samhold.example',
    dataDirectory: '/var/lib/samhold/data',
    database: {
      url: 'postgresql://a:b@db/samhold',
      serveUrl: 'postgresql://c:d@db/samhold',
      backupUrl: 'postgresql://e:f@db/samhold',
    },
    backups: { to: { directory: '/var/backups/samhold', recipient }, at: '23:05', keptDays: 14 },
    tls: { cert: readFileSync(pair.certFile, 'utf8'), key: readFileSync(pair.keyFile, 'utf8') },
    trustProxy: ['10.0.0.5', '10.1.0.0/16', '::1', 'loopback'],
    mail: { smtpUrl: 'smtps://u:p@mail.example:465', from: 'Samhold <samhold@example.no>' },
    secretsFile: '/run/secrets/samhold.json',
    internal: { port: 9464, host: '127.0.0.1' },
    drainSeconds: 5,
    graceSeconds: 20,
  });
});

test('with a certificate of its own the address begins with https', () => {
  const tls = { TLS_CERT: pair.certFile, TLS_KEY: pair.keyFile };
  expect(readConfig(tls).publicUrl).toBe('https://localhost:3000');
});

test('a process that never migrates needs the serving login alone', () => {
  const DATABASE_SERVE_URL = 'postgresql://c:d@db/samhold';
  expect(readConfig({ DATABASE_SERVE_URL }, { servesOnly: true }).database?.serveUrl).toBe(
    DATABASE_SERVE_URL,
  );
});

describe('a value that cannot be is refused in one line that names the variable', () => {
  test.each([
    ['BACKUP_AT', '24:00'],
    ['BACKUP_RECIPIENT', 'AGE-SECRET-KEY-1QQ'],
    ['BACKUP_KEPT_DAYS', '0'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '3000x'],
    ['PORT', '-1'],
    ['METRICS_PORT', '0'],
    ['DRAIN_SECONDS', '301'],
    ['GRACE_SECONDS', '1.5'],
    ['HOST', 'http://localhost'],
    ['PUBLIC_URL', 'samhold.example'],
    ['PUBLIC_URL', 'http://samhold.example'],
    ['PUBLIC_URL', 'https://samhold.example/app'],
    ['PUBLIC_URL', 'https://samhold.example/?a'],
    ['PUBLIC_URL', 'https://user@samhold.example'],
    ['PUBLIC_URL', 'ftp://samhold.example'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', '10.0.0.5,'],
    ['TRUST_PROXY', 'proxy.example'],
    ['MAIL_FROM', 'samhold'],
    ['MAIL_FROM', 'a@b\nBcc: c@d'],
  ])('%s=%s', (name, value) => {
    const line = refusal({ [name]: value });
    expect(line).toMatch(new RegExp(`^${name} må være .+, ikke «`));
    expect(line.split('\n')).toHaveLength(value.split('\n').length);
  });

  test.each([
    ['DATABASE_URL', 'mysql://a:hemmelig@db/samhold'],
    ['DATABASE_URL', 'postgresql://a:hemmelig@db'],
    ['DATABASE_SERVE_URL', 'hemmelig'],
    ['SMTP_URL', 'https://a:hemmelig@mail'],
  ])('%s, without repeating the password', (name, value) => {
    const line = refusal({ [name]: value });
    expect(line).toMatch(new RegExp(`^${name} må være .+, ikke det som står der`));
    expect(line).not.toContain('hemmelig');
  });
});

describe('what belongs together is refused apart:', () => {
  const certificate = () => ({ TLS_CERT: pair.certFile, TLS_KEY: pair.keyFile });
  test.each<[string, () => Record<string, string>, RegExp]>([
    ['a certificate without a key', () => ({ TLS_CERT: pair.certFile }), /^TLS_KEY mangler\. TLS_CERT/],
    ['a key without a certificate', () => ({ TLS_KEY: pair.keyFile }), /^TLS_CERT mangler\. TLS_KEY/],
    ['mail without a sender', () => ({ SMTP_URL: 'smtp://m' }), /^MAIL_FROM mangler\. SMTP_URL/],
    ['a sender without mail', () => ({ MAIL_FROM: 'a@b' }), /^SMTP_URL mangler\. MAIL_FROM/],
    [
      'a database to serve without one to migrate',
      () => ({ DATABASE_SERVE_URL: 'postgresql://a:b@db/x' }),
      /^DATABASE_URL mangler/,
    ],
    [
      'a certificate that is not there',
      () => ({ ...certificate(), TLS_CERT: '/nowhere/a.crt' }),
      /^TLS_CERT må være en fil som kan leses.*\/nowhere\/a\.crt/,
    ],
    ['a key that is a folder', () => ({ ...certificate(), TLS_KEY: directory }), /^TLS_KEY må være en fil/],
    [
      'a certificate that is none',
      () => ({ ...certificate(), TLS_CERT: join(directory, 'words.pem') }),
      /^TLS_CERT må være et sertifikat i PEM-format/,
    ],
    [
      'a key that is none',
      () => ({ ...certificate(), TLS_KEY: join(directory, 'words.pem') }),
      /^TLS_KEY må være en privat nøkkel/,
    ],
    [
      'the key of another certificate',
      () => ({ ...certificate(), TLS_KEY: other.keyFile }),
      /^TLS_KEY må være nøkkelen til sertifikatet/,
    ],
    [
      'a certificate with an address over http',
      () => ({ ...certificate(), PUBLIC_URL: 'http://localhost:3000' }),
      /^PUBLIC_URL må begynne med https/,
    ],
    [
      'an address over https that nothing answers',
      () => ({ PUBLIC_URL: 'https://samhold.example' }),
      /^PUBLIC_URL begynner med https:\/\/, men/,
    ],
  ])('%s', (_what, env, line) => {
    expect(refusal(env())).toMatch(line);
  });
});
