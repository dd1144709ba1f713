import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { openMetrics } from '../../apps/api/src/running/metrics.ts';
import { settingsFile, settingsPage } from './settings-table.ts';

const deploy = resolve(import.meta.dirname, '../../deploy');
const read = (name: string): string => readFileSync(join(deploy, name), 'utf8');

test('the page of settings has the table that the schema gives', async () => {
  expect(readFileSync(settingsFile, 'utf8')).toBe(await settingsPage());
});

test.each(['alerts.yml', 'grafana-dashboard.json'])('%s asks for figures that are there', async (file) => {
  const metrics = openMetrics();
  metrics.watchConnections({ connections: () => ({ used: 0, idle: 0, waiting: 0 }) });
  metrics.jobDone('clock.sweep', 1, true);
  metrics.backupWritten(new Date());
  const there = await metrics.text();
  const asked = new Set(read(file).match(/\b(samhold|nodejs|process)_[a-z0-9_]+/g));
  const base = (name: string): string => name.replace(/_(bucket|count|sum)$/, '');
  expect(asked.size).toBeGreaterThan(5);
  expect([...asked].filter((name) => !there.includes(`# TYPE ${base(name)} `))).toEqual([]);
});

test('what the units and the image set is a setting', async () => {
  const page = readFileSync(settingsFile, 'utf8');
  const set = ['Dockerfile', 'samhold-serve.service', 'samhold-work.service'].flatMap(
    (file) => read(file).match(/\b[A-Z]+(_[A-Z]+)+(?==)/g) ?? [],
  );
  expect(set.filter((name) => name !== 'NODE_ENV' && !page.includes(`\`${name}\``))).toEqual([]);
});

const repository = join(deploy, '..');
const dockerfile = read('Dockerfile');

test('the image is made by the versions that everything else is', () => {
  const inRepository = (name: string): string => readFileSync(join(repository, name), 'utf8');
  const { packageManager } = JSON.parse(inRepository('package.json')) as { packageManager: string }; // our own manifest
  expect(dockerfile.match(/\bpnpm@\S+/g)).toEqual([packageManager]);
  const [, node] = /^ {2}node: ([\d.]+)$/m.exec(inRepository('pnpm-workspace.yaml')) ?? [];
  expect([...dockerfile.matchAll(/^FROM node:([\d.]+)-/gm)].map(([, version]) => version)).toEqual([
    node,
    node,
  ]);
});

test('what the image and the units run is there', () => {
  const files = ['Dockerfile', 'samhold-serve.service', 'samhold-work.service'];
  const named = files.flatMap((file) => [...read(file).matchAll(/\b(?:scripts|apps)\/[\w/.-]+/g)]);
  const paths = named.map(([path]) => path);
  expect(new Set(paths)).toEqual(new Set(['scripts/tarball.ts', 'apps/api/src/main.ts']));
  expect(paths.filter((path) => !existsSync(join(repository, path)))).toEqual([]);
});

test('what git does not keep does not go into the image', () => {
  const lines = (name: string): readonly string[] =>
    readFileSync(join(repository, name), 'utf8').trim().split('\n');
  const everywhere = (line: string): string => {
    const path = line.replace(/\/$/, '');
    return path.includes('/') ? path : `**/${path}`;
  };
  const kept = new Set(lines('.dockerignore'));
  const wanted = [...lines('.gitignore').map(everywhere), '.git'];
  expect(wanted).toContain('**/.data');
  expect(wanted.filter((line) => !kept.has(line))).toEqual([]);
});

test('whoever stops the program gives it the time it may take', () => {
  const seconds = (text: string, name: string): number =>
    Number(new RegExp(`${name}[= ](\\d+)`).exec(text)?.[1]);
  const needs = (text: string): number => seconds(text, 'DRAIN_SECONDS') + 2 * seconds(text, 'GRACE_SECONDS');
  const install = readFileSync(join(repository, 'docs/operate/install.md'), 'utf8');
  expect(seconds(install, '--stop-timeout')).toBeGreaterThan(needs(dockerfile));
  for (const unit of ['samhold-serve.service', 'samhold-work.service'].map(read))
    expect(seconds(unit, 'TimeoutStopSec')).toBeGreaterThan(needs(unit));
});

test('the program hears that it must stop before it reads its modules', () => {
  const main = readFileSync(join(repository, 'apps/api/src/main.ts'), 'utf8');
  expect(main).not.toMatch(/^import /m);
  expect(main.indexOf("'SIGTERM'")).toBeLessThan(main.indexOf('await import('));
  expect(main).toContain("'SIGTERM'");
});
