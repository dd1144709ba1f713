import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const shell = 'chromium-headless-shell';

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onThePath = (names: readonly string[]): readonly string[] => {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
};

const installOnDebian = (name: string): void => {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return;
  console.log(`${name}: not found, installing it with apt-get`);
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: 'ignore',
    timeout: 180_000,
  } as const;
  spawnSync('apt-get', ['update'], options);
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', name], options);
};

const findOrInstall = (name: string, places: () => readonly string[]): string | undefined => {
  const found = places().find(isProgram);
  if (found !== undefined) return found;
  installOnDebian(name);
  return places().find(isProgram);
};

/** A whole browser: CHROMIUM_PATH, else Chromium or Chrome of this machine, else Debian's own, installed. */
export const findChromium = (): string | undefined => {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) return isProgram(chosen) ? chosen : undefined;
  return findOrInstall('chromium', () => [...onThePath(browsers), ...applications]);
};

/** The browser of the journeys: CHROMIUM_PATH, else the same Chromium without its windows from Debian, else a whole browser. */
export const findHeadlessChromium = (): string | undefined => {
  if (process.env['CHROMIUM_PATH']) return findChromium();
  return findOrInstall(shell, () => onThePath([shell])) ?? findChromium();
};
