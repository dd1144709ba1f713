import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeyring, createTestDatabase, type TestDatabase } from '@samhold/db';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Certificate } from './certificate.ts';
import { serve, type Served, type ServeOptions } from './serve.ts';
import { makeSelfSigned } from './testing/self-signed.ts';

let directory: string;
let tls: Certificate;
let database: TestDatabase;
let served: Served | undefined;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'samhold-origin-'));
  const { certFile, keyFile } = makeSelfSigned(directory);
  tls = { cert: readFileSync(certFile, 'utf8'), key: readFileSync(keyFile, 'utf8') };
  mkdirSync(join(directory, 'web/_app/immutable'), { recursive: true });
  writeFileSync(join(directory, 'web/200.html'), 'the shell');
  writeFileSync(join(directory, 'web/_app/immutable/a.js'), 'code');
  database = await createTestDatabase(inject('superuserUrl'));
});
afterEach(async () => {
  await served?.close();
  served = undefined;
});
afterAll(async () => {
  await database.drop();
  rmSync(directory, { recursive: true });
});

const start = async (options: Partial<ServeOptions>): Promise<void> => {
  served = await serve({
    databaseUrl: database.serve,
    keyring: createKeyring(Buffer.alloc(32, 7)),
    port: 0,
    host: '127.0.0.1',
    publicUrl: 'https://samhold.example',
    webDirectory: join(directory, 'web'),
    demo: false,
    log: () => undefined,
    ...options,
  });
};

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };

/** Asks by the bare client, which lets the Host header be another than the address. */
const ask = (path: string, headers: Record<string, string>, method = 'GET'): Promise<Answer> =>
  new Promise((settle, reject) => {
    const { port, protocol } = new URL(served?.address ?? '');
    const request = protocol === 'https:' ? httpsRequest : httpRequest;
    const sent = request(
      { port, host: '127.0.0.1', path, method, headers, ca: tls.cert, servername: 'localhost' },
      (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (body += chunk));
        response.on('end', () =>
          settle({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      },
    );
    sent.on('error', reject);
    sent.end();
  });

const foreign = [
  'samhold.example',
  '192.168.1.20:3000',
  'localhost.evil.example',
  'Samhold',
  '[fe80::1]:3000',
];
const local = ['localhost', 'localhost:3000', '127.0.0.1:3000', '[::1]:3000'];

const expectPage = ({ status, headers, body }: Answer): void => {
  expect(status).toBe(403);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(headers['strict-transport-security']).toBeUndefined();
  expect(body).toContain('https://samhold.example');
  expect(body).toContain('TLS_CERT');
};

describe('over plain http', () => {
  test.each(foreign)('%s gets the page that says what to do, for every page', async (host) => {
    await start({});
    for (const path of ['/', '/s', '/school/people', '/_app/immutable/a.js', '/setup'])
      expectPage(await ask(path, { host }));
    expectPage(await ask('/', { host }, 'POST'));
  });

  test('the api answers a problem, before it looks at anything else', async () => {
    await start({});
    for (const [path, method] of [
      ['/api/v1/session', 'GET'],
      ['/api/v1/join', 'POST'],
      ['/api/v1/no-such-thing', 'GET'],
    ] as const) {
      const answer = await ask(path, { host: 'samhold.example' }, method);
      expect([answer.status, answer.headers['content-type']]).toEqual([
        403,
        'application/problem+json; charset=utf-8',
      ]);
      expect(JSON.parse(answer.body)).toMatchObject({ code: 'insecure_origin', status: 403 });
    }
  });

  test('whoever watches the server is answered on any address', async () => {
    await start({});
    for (const path of ['/api/v1/live', '/api/v1/ready', '/api/v1/ready?from=probe'])
      expect((await ask(path, { host: '10.0.0.7' })).status).toBe(200);
  });

  test.each(local)('%s is this machine, and gets the pages', async (host) => {
    await start({});
    const page = await ask('/', { host });
    expect([page.status, page.body]).toEqual([200, 'the shell']);
    expect(page.headers['strict-transport-security']).toBeUndefined();
    expect((await ask('/api/v1/session', { host })).status).toBe(401);
  });

  test('nobody’s word on https is believed without TRUST_PROXY', async () => {
    await start({});
    expectPage(
      await ask('/', {
        host: 'samhold.example',
        'x-forwarded-proto': 'https',
        forwarded: 'proto=https',
        'x-forwarded-host': 'localhost',
      }),
    );
  });
});

describe('with a certificate of its own', () => {
  test('https gets the pages and is told to stay with https', async () => {
    await start({ tls });
    expect(served?.address).toMatch(/^https:/);
    const page = await ask('/', { host: 'samhold.example' });
    expect([page.status, page.body]).toEqual([200, 'the shell']);
    expect(page.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    const session = await ask('/api/v1/session', { host: 'samhold.example' });
    expect([session.status, session.headers['strict-transport-security']]).toEqual([
      401,
      'max-age=31536000; includeSubDomains',
    ]);
  });

  test('localhost is not bound to https', async () => {
    await start({ tls });
    expect((await ask('/', { host: 'localhost' })).headers['strict-transport-security']).toBeUndefined();
  });
});

describe('behind a proxy', () => {
  const forwarded = { host: '10.0.0.9:3000', 'x-forwarded-host': 'samhold.example' };

  test('the trusted one’s https and host count, also for where a request comes from', async () => {
    await start({ trustProxy: ['127.0.0.1'] });
    const page = await ask('/', { ...forwarded, 'x-forwarded-proto': 'https' });
    expect([page.status, page.headers['strict-transport-security']]).toEqual([
      200,
      'max-age=31536000; includeSubDomains',
    ]);
    const own = { ...forwarded, 'x-forwarded-proto': 'https', origin: 'https://samhold.example' };
    expect(JSON.parse((await ask('/api/v1/join', own, 'POST')).body)).not.toMatchObject({
      code: 'forbidden_origin',
    });
    const other = { ...own, origin: 'https://evil.example' };
    expect(JSON.parse((await ask('/api/v1/join', other, 'POST')).body)).toMatchObject({
      code: 'forbidden_origin',
    });
  });

  test('what it took in over plain http is refused', async () => {
    await start({ trustProxy: ['127.0.0.1'] });
    expectPage(await ask('/', { ...forwarded, 'x-forwarded-proto': 'http' }));
    expectPage(await ask('/', forwarded));
  });

  test('another machine than the proxy is not believed', async () => {
    await start({ trustProxy: ['10.0.0.5'] });
    expectPage(await ask('/', { ...forwarded, 'x-forwarded-proto': 'https' }));
    expectPage(await ask('/', { host: 'samhold.example', 'x-forwarded-host': 'localhost' }));
  });
});

test('the demo school is not made for others than this machine', async () => {
  const elsewhere = [
    { publicUrl: 'https://samhold.example', tls },
    { publicUrl: 'http://localhost', tls },
  ];
  for (const options of [...elsewhere, { publicUrl: 'http://localhost', trustProxy: ['10.0.0.5'] }])
    await expect(start({ demo: true, ...options })).rejects.toThrow(
      'Demoskolen brukes bare på denne maskinen',
    );
});

test('a start without a school offers a link to the address users type, and withdraws the one before', async () => {
  await start({ tls });
  const first = served?.setupLink;
  expect(first).toMatch(/^https:\/\/samhold\.example\/setup#[\w-]{43}$/);
  await served?.close();
  await start({ tls });
  expect(served?.setupLink).toMatch(/^https:\/\/samhold\.example\/setup#[\w-]{43}$/);
  expect(served?.setupLink).not.toBe(first);
});
