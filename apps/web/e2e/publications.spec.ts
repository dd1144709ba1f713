import { readFile } from 'node:fs/promises';
import { expect, test } from './journey.ts';
import { publishReport } from './made-report.ts';
import { lookAt } from './staff-page.ts';
import { signInAs } from './staff.ts';

test('leadership shares a report with the parents, who read it without signing in until it is withdrawn', async ({
  page,
  openPage,
  watch,
}) => {
  test.setTimeout(300_000);
  watch.expected.push(/^410 POST \/api\/v1\/reports\/(open|file)$/);
  await signInAs(page, 'Rektor');
  await publishReport(page, 'FAU', 'Slik har elevene det');
  const address = (await page.getByText(/\/report#/).innerText()).trim();
  const preview = await page.getByRole('article').allInnerTexts();
  expect(preview.length).toBeGreaterThan(3);

  const reader = await openPage();
  await test.step('the reader sees what leadership saw before', async () => {
    await reader.goto(address);
    await expect(reader.getByRole('heading', { level: 1, name: 'Slik har elevene det' })).toBeVisible();
    expect(await reader.getByRole('article').allInnerTexts()).toEqual(preview);
    await expect(reader.getByText(/svarer \d+ av \d+ «/).first()).toBeVisible();
    await expect(reader.getByRole('button', { name: 'Logg ut' })).toHaveCount(0);
  });

  for (const [name, start] of [
    ['PDF', '%PDF-'],
    ['Excel', 'PK'],
    ['CSV', '\uFEFFRunde;'],
  ] as const)
    await test.step(`and takes it along as ${name}`, async () => {
      const download = reader.waitForEvent('download');
      await reader.getByRole('button', { name: `Last ned som ${name}` }).click();
      const file = await (await download).path();
      expect((await readFile(file)).toString('utf8').startsWith(start)).toBe(true);
    });

  await test.step('every way to look at it', async () => {
    await reader.reload();
    await expect(reader.getByRole('article').first()).toBeVisible();
    await lookAt(reader, '/report of a reader');
  });

  await test.step('leadership takes the proof along', async () => {
    const shared = page.url();
    await page.getByRole('link', { name: /^Alt som er gitt ut fra/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: /^Gitt ut fra/ })).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Med bevis, til FAU' }).click();
    const file = JSON.parse(await readFile(await (await download).path(), 'utf8')) as Record<string, unknown>;
    expect(file).toMatchObject({ format: 'samhold-release/1', audience: 'parentCouncil' });
    expect(file).toHaveProperty('audit.viewpoints');
    await page.goto(shared);
  });

  await test.step('withdrawn, it says so', async () => {
    await page.getByRole('button', { name: 'Trekk tilbake' }).click();
    await page.getByRole('button', { name: 'Trekk tilbake nå' }).click();
    await expect(page.getByText(/ble trukket tilbake/)).toBeVisible();
    await reader.reload();
    await expect(
      reader.getByRole('heading', { level: 1, name: 'Rapporten er trukket tilbake' }),
    ).toBeVisible();
  });
});
