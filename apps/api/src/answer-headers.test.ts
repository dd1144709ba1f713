import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Api } from './api.ts';
import { buildApp } from './app.ts';
import type { Dependencies } from './dependencies.ts';

const directory = mkdtempSync(join(tmpdir(), 'samhold-headers-'));
let app: Pick<Api, 'inject' | 'close'>;

beforeAll(async () => {
  writeFileSync(join(directory, '200.html'), 'staff');
  // What is asked for below comes to no database.
  const deps = { identityProviders: { publicUrl: 'https://samhold.example' } } as unknown as Dependencies;
  app = await buildApp(deps, { webDirectory: directory, trustProxy: ['127.0.0.1'] });
});
afterAll(async () => {
  await app.close();
  rmSync(directory, { recursive: true });
});

const ask = async (path: string, options: InjectOptions = {}) => {
  const { statusCode, headers } = await app.inject({ url: path, ...options });
  return { statusCode, headers, policy: String(headers['content-security-policy']).split('; ') };
};

const paths = ['/', '/api/v1/live', '/api/v1/none', '/_app/gone.js'];

test.each(paths)(
  'S4: %s is framed by nobody, taken for no other type, and tells nobody where it was',
  async (path) => {
    const { headers, policy } = await ask(path);
    expect(policy).toEqual(
      expect.arrayContaining(["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]),
    );
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    for (const name of ['access-control-allow-origin', 'server', 'x-powered-by'])
      expect(headers[name]).toBeUndefined();
  },
);

test('what the api answers loads nothing and is kept by nobody', async () => {
  const { headers, policy } = await ask('/api/v1/live');
  expect(policy).toContain("default-src 'none'");
  expect([headers['cache-control'], headers['content-type']]).toEqual([
    'no-store',
    'application/json; charset=utf-8',
  ]);
});

test('over https a browser is told to stay with it for a year, also below this host', async () => {
  const over = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'samhold.example' };
  for (const path of paths)
    expect((await ask(path, { headers: over })).headers['strict-transport-security']).toBe(
      'max-age=31536000; includeSubDomains',
    );
});

test('an address that cannot be read is answered by a policy too', async () => {
  const { statusCode, headers, policy } = await ask('/%E0%A4%A');
  expect([statusCode, headers['x-content-type-options']]).toEqual([404, 'nosniff']);
  expect(policy).toContain("default-src 'none'");
});

test('a verb nobody asked for is answered as what is not there', async () => {
  for (const method of ['OPTIONS', 'PUT', 'TRACE'] as const)
    expect((await ask('/api/v1/live', { method })).statusCode).toBe(404);
});
