import { buildWeb, webDirectory } from '../build-web.ts';
import { findChromium } from '../test/find-chromium.ts';
import { openBenchDatabase } from './bench-database.ts';
import type { BenchResult } from './bench.ts';
import { startChild } from './child.ts';

const CONNECTIONS = 20;

/** Builds the pages, finds a browser and opens a database, and closes what it opened. Throws where there is no browser. */
export const inBrowser = async (
  measure: (serveUrl: string, chromium: string) => Promise<BenchResult>,
): Promise<BenchResult> => {
  const chromium = findChromium();
  if (chromium === undefined)
    throw new Error('No browser: install Chromium or Chrome, or set CHROMIUM_PATH.');
  await buildWeb((line) => console.log(line));
  const database = await openBenchDatabase();
  try {
    return await measure(database.serveUrl, chromium);
  } finally {
    await database.stop();
  }
};

/** The api with the built pages, in a process of its own, as long as `work` lasts. */
export const withServedPages = async <T>(
  url: string,
  key: Buffer,
  work: (port: number) => Promise<T>,
): Promise<T> => {
  const options = { url, connections: CONNECTIONS, key: key.toString('base64'), webDirectory };
  const api = startChild('api-process.ts', JSON.stringify(options));
  try {
    return await work((await api.next<{ port: number }>()).port);
  } finally {
    await api.stop();
  }
};
