import { readFileSync } from 'node:fs';
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
