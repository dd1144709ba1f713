import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { findChromium, findHeadlessChromium } from './find-chromium.ts';

describe('finding the browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samhold-browser-'));
  const [whole, headless] = [join(folder, 'chromium'), join(folder, 'chromium-headless-shell')];
  for (const browser of [whole, headless]) writeFileSync(browser, '');
  afterEach(() => {
    vi.unstubAllEnvs();
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('takes the chosen one, or none when that is no program', () => {
    vi.stubEnv('CHROMIUM_PATH', whole);
    for (const find of [findChromium, findHeadlessChromium]) expect(find()).toBeUndefined();
    chmodSync(whole, 0o755);
    for (const find of [findChromium, findHeadlessChromium]) expect(find()).toBe(whole);
  });

  it('else takes the first one on the path, for the journeys the one without windows', () => {
    vi.stubEnv('CHROMIUM_PATH', '');
    vi.stubEnv('PATH', folder);
    expect(findHeadlessChromium()).toBe(whole);
    chmodSync(headless, 0o755);
    expect(findHeadlessChromium()).toBe(headless);
    expect(findChromium()).toBe(whole);
  });
});
