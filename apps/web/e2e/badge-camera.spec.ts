import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type TestInfo } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { filmQrCode } from './camera-picture.ts';
import { expect, test } from './journey.ts';
import { readBadgeSheet } from './printed-badges.ts';
import { signInAsTeacherOf, startRound } from './staff.ts';
import { watchPage } from './watch-page.ts';

const film = join(tmpdir(), `samhold-camera-${process.pid}.y4m`);

/** A browser whose camera shows the film. */
const withCamera = async (origin: string, { use }: TestInfo['project']): Promise<BrowserContext> => {
  const args = [
    ...(use.launchOptions?.args ?? []),
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ];
  const browser = await chromium.launch({ ...use.launchOptions, args });
  return browser.newContext({ baseURL: origin, locale: 'nb-NO' });
};

/** Keeps every stream the page was given, for the test to look at. */
const keepStreams = (): void => {
  const kept: MediaStream[] = [];
  Object.assign(globalThis, { keptStreams: kept });
  const { mediaDevices } = navigator;
  const give = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (wanted) => {
    const stream = await give(wanted);
    kept.push(stream);
    return stream;
  };
};

test('a pupil shows the badge to the camera and begins; the camera is let go', async ({
  page,
  origin,
  watch,
}, { project }) => {
  const classId = await signInAsTeacherOf(page, '3A');
  await startRound(page, 'Klassens egen runde', 'Start sosiogram');
  await page.goto(`/class/${classId}/badges`);
  const printing = page.waitForEvent('download');
  await page
    .getByRole('button', { name: /^Lag (nye )?merker for/ })
    .first()
    .click();
  const badges = readBadgeSheet(await readFile(await (await printing).path()));
  const [[name, address] = ['', '']] = badges;
  filmQrCode(film, address);

  const context = await withCamera(origin, project);
  const tablet = await context.newPage();
  watchPage(tablet, watch);
  await tablet.addInitScript(keepStreams);
  await tablet.goto('/s');
  await tablet.getByRole('button', { name: 'Jeg har et merke' }).click();
  await expect(tablet.getByRole('heading', { name: 'Dette er greit å vite' })).toBeVisible();
  await expect(tablet.getByText(name, { exact: true }).first()).toBeVisible();
  const states = await tablet.evaluate(() =>
    (globalThis as unknown as { keptStreams: MediaStream[] }).keptStreams.flatMap((stream) =>
      stream.getTracks().map((track) => track.readyState),
    ),
  );
  expect(states).toEqual(['ended']);
  await context.browser()?.close();
});

test('without a camera the code on the badge is typed, and one that is wrong is told kindly', async ({
  page,
  watch,
}) => {
  watch.expected.push(/^422 POST \/api\/v1\/badge$/);
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('none', 'NotFoundError'));
  });
  await page.goto('/s');
  await page.getByRole('button', { name: 'Jeg har et merke' }).click();
  await expect(page.getByText('Kameraet virker ikke her. Skriv koden på merket i stedet.')).toBeVisible();
  await expectAccessible(page, 'badge without a camera');
  await page.getByLabel('Koden på merket').pressSequentially('abcde fghjk');
  await expect(page.getByLabel('Koden på merket')).toHaveValue('ABCDE FGHJK');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Dette merket virker ikke lenger.')).toBeVisible();
  await expect(page.getByLabel('Klassekode')).toBeVisible();
});

test('only the pupils’ page may use the camera', async ({ page }) => {
  const allowed = async (path: string) =>
    (await page.request.get(path)).headers()['permissions-policy']?.includes('camera=(self)');
  expect([await allowed('/s'), await allowed('/'), await allowed('/school')]).toEqual([true, false, false]);
});
