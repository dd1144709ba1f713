import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findChromium } from './find-chromium.ts';

describe('finding the browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samhold-browser-'));
  const browser = join(folder, 'chromium');
  writeFileSync(browser, '');
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('takes the chosen one, or none when that is no program', () => {
    vi.stubEnv('CHROMIUM_PATH', browser);
    expect(findChromium()).toBeUndefined();
    chmodSync(browser, 0o755);
    expect(findChromium()).toBe(browser);
  });

  it('else takes the first one on the path', () => {
    vi.stubEnv('CHROMIUM_PATH', '');
    vi.stubEnv('PATH', folder);
    expect(findChromium()).toBe(browser);
    rmSync(folder, { recursive: true });
  });
});
