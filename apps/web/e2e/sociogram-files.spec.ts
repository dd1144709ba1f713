import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './journey.ts';
import { signInAsTeacherOf } from './staff.ts';

const save = async (page: Page, choice: string): Promise<{ name: string; file: Buffer }> => {
  const download = page.waitForEvent('download');
  await page.getByText('Last ned', { exact: true }).click();
  await page.getByRole('button', { name: choice }).click();
  const saved = await download;
  return { name: saved.suggestedFilename(), file: await readFile(await saved.path()) };
};

test('a teacher saves the sociogram as a picture, for printing and as lists', async ({ page, openPage }) => {
  const classId = await signInAsTeacherOf(page, '5A');
  await page.goto(`/class/${classId}/sociogram`);
  await expect(page.locator('[data-pupil]').first()).toBeVisible();
  const labels = await page.locator('[data-pupil] text').allTextContents();
  const [basis = ''] = /\d+ av \d+ elever svarte/.exec(await page.locator('figcaption').innerText()) ?? [];
  let drawing = '';

  await test.step('by keyboard, and the drawing has everything within its frame', async () => {
    await page.getByText('Last ned', { exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Til utskrift (PDF)' })).toBeVisible();
    await expectAccessible(page, 'what a sociogram can be saved as');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Til utskrift (PDF)' })).toBeHidden();
    const { name, file } = await save(page, 'Bilde som kan forstørres (SVG)');
    expect(name).toMatch(/^sosiogram-5a-.*\.svg$/);
    drawing = file.toString('utf8');
    expect(drawing).toContain(basis);
    await expect(page.getByText(`Lastet ned som ${name}`)).toBeVisible();
    const shown = await openPage();
    await shown.goto(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}`);
    const outside = await shown.evaluate(() => {
      const svg = document.querySelector('svg');
      const frame = svg?.getBoundingClientRect() ?? new DOMRect();
      return [...document.querySelectorAll('text, circle, path')].filter((one) => {
        const { left, top, right, bottom } = one.getBoundingClientRect();
        return left < frame.left || top < frame.top || right > frame.right || bottom > frame.bottom;
      }).length;
    });
    expect(outside).toBe(0);
    const drawn = await shown.locator('text').allTextContents();
    expect(drawn).toEqual(expect.arrayContaining(labels));
  });

  await test.step('as a picture of twice the size, made by the browser', async () => {
    const { name, file } = await save(page, 'Bilde (PNG)');
    expect(name).toMatch(/\.png$/);
    expect(file.subarray(1, 4).toString('latin1')).toBe('PNG');
    const [, width = NaN, height = NaN] = /viewBox="0 0 (\S+) (\S+)"/.exec(drawing)?.map(Number) ?? [];
    expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([2 * width, Math.round(2 * height)]);
  });

  await test.step('for printing, and without names as they are hidden', async () => {
    expect((await save(page, 'Til utskrift (PDF)')).file.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    await page.getByLabel('Skjul navnene').check();
    const { name, file } = await save(page, 'Valgene som tabell (CSV)');
    expect(name).toMatch(/-matrise\.csv$/);
    const matrix = file.toString('utf8');
    expect(matrix).toContain(basis);
    expect(matrix).toContain('Elev 1;');
    for (const label of labels) expect(matrix.includes(label)).toBe(false);
  });
});
