import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './journey.ts';
import { anneOfFjellvik, makeSchool } from './make-school.ts';
import { freePort } from '../../../scripts/start/free-port.ts';
import { ownEnvironment } from '../../../scripts/start/own-environment.ts';

const repository = resolve(import.meta.dirname, '../../..');

/** Gives the command an operator gives, and waits until it says that the product is ready. */
const startEmpty = async (port: number, dataDirectory: string) => {
  const command = spawn('npm', ['start', '--', '--empty'], {
    cwd: repository,
    env: ownEnvironment({ PORT: String(port), DATA_DIRECTORY: dataDirectory }),
    stdio: ['ignore', 'pipe', 'inherit'],
    // A group of its own, which Ctrl-C reaches as it does in a terminal.
    detached: true,
  });
  let written = '';
  command.stdout.on('data', (chunk: Buffer) => (written += chunk.toString()));
  const ended = once(command, 'exit');
  await expect
    .poll(() => written, { timeout: 60_000 })
    .toContain(`Samhold er klar: http://localhost:${String(port)}`);
  return {
    setupLink: /http:\S+\/setup#\S+/.exec(written)?.[0],
    /** What it writes from the key to its end. */
    pressCtrlC: async (): Promise<string> => {
      const before = written.length;
      process.kill(-(command.pid ?? 0), 'SIGINT');
      await ended;
      return written.slice(before).trim();
    },
  };
};

test('an operator starts an empty product, stops it, and the next start goes on with the school that was made', async ({
  openPage,
}, info) => {
  test.setTimeout(240_000);
  const port = await freePort();
  const origin = `http://localhost:${String(port)}`;
  const dataDirectory = info.outputPath('data');
  const first = await startEmpty(port, dataDirectory);
  const page = await openPage({ baseURL: origin });
  await makeSchool(page, first.setupLink ?? '', anneOfFjellvik);
  await expect(page.getByText('Anne Lund')).toBeVisible();

  await test.step('under another name than localhost a browser is told what to do', async () => {
    const args = [
      ...(info.project.use.launchOptions?.args ?? []),
      '--host-resolver-rules=MAP samhold.test 127.0.0.1',
    ];
    const browser = await chromium.launch({ ...info.project.use.launchOptions, args });
    const visitor = await (await browser.newContext()).newPage();
    const answer = await visitor.goto(`http://samhold.test:${String(port)}/s`);
    expect(answer?.status()).toBe(403);
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(
      'Denne adressen er ikke sikker nok til å brukes',
    );
    await expect(visitor.getByText('TLS_CERT').first()).toBeVisible();
    await expectAccessible(visitor, 'an address without https');
    await browser.close();
  });

  expect(await first.pressCtrlC()).toBe('Stopper …');
  const second = await startEmpty(port, dataDirectory);
  const later = await openPage({ baseURL: origin });
  await later.goto(second.setupLink ?? '');
  await expect(later.getByRole('heading', { name: 'Fjellvik skole er opprettet' })).toBeVisible();
  await later.getByRole('button', { name: 'Fortsett som administrator' }).click();
  await expect(later.getByText('Anne Lund')).toBeVisible();
  await later.context().close();
  expect(await second.pressCtrlC()).toBe('Stopper …');
});
