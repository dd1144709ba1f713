import { readFile } from 'node:fs/promises';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './journey.ts';
import { signInAsTeacherOf } from './staff.ts';

test('a teacher reads how the class has it over the rounds, prints it, and shows the class what is safe', async ({
  page,
}) => {
  const api: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/^\/api\/v1\/(classes|sittings)\//.test(pathname)) api.push(`${request.method()} ${pathname}`);
  });
  const classId = await signInAsTeacherOf(page, '6A');

  await test.step('the newest round, in one request', async () => {
    api.length = 0;
    await page.getByRole('link', { name: 'Trivsel', exact: true }).first().click();
    await expect(page.getByRole('heading', { name: 'Temaene over rundene' })).toBeVisible();
    expect(api).toEqual([`GET /api/v1/classes/${classId}/wellbeing`]);
    const dots = page.getByRole('img', { name: /^Trivsel over rundene/ });
    await expect(dots.locator('circle').first()).toBeVisible();
    await expect(page.getByText(/^(De fleste|Alle|Svarene er delt)/).first()).toBeVisible();
  });

  await test.step('as tables, and an earlier round', async () => {
    await page.getByText('Tabeller', { exact: true }).click();
    await expect(page.getByRole('table', { name: 'Trivsel over rundene' })).toBeVisible();
    const rounds = page.getByLabel('Runde', { exact: true });
    const [, earlier] = await rounds.locator('option').all();
    await rounds.selectOption((await earlier?.getAttribute('value')) ?? '');
    await expect(page).toHaveURL(/\/wellbeing\/[0-9a-f-]{36}$/);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  await test.step('as a PDF', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Last ned som PDF' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('klasserapport.pdf');
    expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe('%PDF-');
  });

  await test.step('what is safe for the class was made when the round ended, and is chosen and shown', async () => {
    await page.getByRole('link', { name: 'Vis klassen' }).click();
    await expect(page.getByRole('button', { name: 'Vis for klassen' })).toBeVisible();
    await expect(page.getByText('skjermet av hensyn til personvern').first()).toBeVisible();
    const choices = page.getByRole('checkbox');
    const offered = await choices.count();
    expect(offered).toBeGreaterThan(1);
    await choices.first().uncheck();
    await expectAccessible(page, 'choosing a summary');
    await page.getByRole('button', { name: 'Vis for klassen' }).click();
    await expect(page).toHaveURL(/\/projector$/);
    await expect(page.getByRole('heading', { name: 'Snakk sammen' })).toBeVisible();
    await expectAccessible(page, 'a summary on the wall');
    await expect(page.getByText(/skjermet/)).toHaveCount(0);
    const first = await page.getByRole('heading', { level: 1 }).innerText();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(first);
    await page.getByRole('link', { name: 'Tilbake til lærersiden' }).click();
    await expect(choices).toHaveCount(offered);
    await expect(choices.first()).not.toBeChecked();
  });
});
