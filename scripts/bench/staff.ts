import { randomBytes } from 'node:crypto';
import { publishQuestionnaires } from '../../apps/api/src/questionnaires/service.ts';
import { measureGradePanning, type Panned } from '../../apps/web/bench/grade-panning.ts';
import { openStaffPages, type StaffPage } from '../../apps/web/bench/staff-pages.ts';
import { createKeyring, openDatabase } from '../../packages/db/src/index.ts';
import type { Bench, BenchResult, Figure } from './bench.ts';
import { inBrowser, withServedPages } from './in-browser.ts';
import { makeHistory } from '../generate/made-history.ts';
import { median, ms, percentile } from './statistics.ts';

const YEARS = 5;
const PUPILS = 28;
const TIMES = 100;
/** The first of a kind compile what the later ones use. */
const WARM_UP = 5;

const GRADES = [120, 300, 400];

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;

/** How long the api takes to answer a request, from the whole request to the whole answer on this machine, in ms. */
const timesOf = async (origin: string, cookie: string, path: string): Promise<readonly number[]> => {
  const times: number[] = [];
  for (let time = 0; time < WARM_UP + TIMES; time += 1) {
    const begun = performance.now();
    const answer = await fetch(origin + path, { headers: { cookie: `__Host-samhold=${cookie}` } });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}.`);
    if (time >= WARM_UP) times.push(performance.now() - begun);
  }
  return times;
};

type MeasuredPage = StaffPage & { readonly times: readonly number[] };

const figuresOf = ({ kind, requests, code, times }: MeasuredPage): Figure => {
  const p95 = percentile(times, 0.95);
  return {
    what: `${kind}: median and p95, JavaScript, requests`,
    measured: `${times.length === 0 ? '–' : `${ms(median(times))} and ${ms(p95)}`}, ${kB(code)}, ${requests.length}`,
    aim: '≤ 150 ms, ≤ 150 kB',
    met: !(p95 > 150) && code <= 150_000,
  };
};

const panningOf = ({ pupils, frames, shownAfter }: Panned): Figure => {
  const [middle, late] = [median(frames), percentile(frames, 0.95)];
  return {
    what: `a grade of ${pupils} moved and enlarged: frames a second in the median, frames late, shown after`,
    measured: `${(1000 / middle).toFixed(0)}, ${((100 * frames.filter((gap) => gap > 20).length) / frames.length).toFixed(0)} % (p95 ${ms(late)}), ${(shownAfter / 1000).toFixed(1)} s`,
    aim: '60 frames a second',
    met: middle < 17.5 && late < 20,
  };
};

const resultOf = (
  pages: readonly MeasuredPage[],
  panned: readonly Panned[],
): Omit<BenchResult, 'postgres'> => {
  const slowest = Math.max(
    ...pages.filter(({ times }) => times.length > 0).map(({ times }) => percentile(times, 0.95)),
  );
  const heaviest = Math.max(...pages.map(({ code }) => code));
  return {
    figures: [...pages.map(figuresOf), ...panned.map(panningOf)],
    notes: [
      `A school of 14 classes of ${PUPILS} with ${YEARS} years before this one, ten rounds a year. Each request ${TIMES} times, one at a time, from this machine; a page with several is as slow as the slowest.`,
      'JavaScript: until the page is still, compressed, in a browser with an empty store. Requests: to the api, besides who is signed in and what they are told; the page of languages and reading aloud also asks for the recordings of the whole school.',
      'A grade is moved by a pointer a step a frame, and enlarged and made smaller, for four seconds in a browser without a graphics processor; late is more than 20 ms after the frame before. Up to 300 pupils it is SVG, above that a canvas.',
    ],
    sentence: `The slowest page of a class answers in ${ms(slowest)} (p95) with ${YEARS} years of history, and the heaviest has ${kB(heaviest)} of JavaScript.`,
  };
};

const measure = async (serveUrl: string, chromium: string): Promise<BenchResult> => {
  const key = randomBytes(32);
  const keyring = createKeyring(key);
  const db = openDatabase(serveUrl, keyring, 4);
  await publishQuestionnaires(db);
  const { classId, cookie } = await makeHistory(db, keyring, serveUrl, { years: YEARS, pupils: PUPILS });
  try {
    return await withServedPages(serveUrl, key, async (port) => {
      const origin = `http://localhost:${port}`;
      const pages = await openStaffPages(chromium, origin, cookie, `/class/${classId}`);
      const measured: MeasuredPage[] = [];
      for (const page of pages) {
        const all = [];
        for (const path of page.requests) all.push(await timesOf(origin, cookie, path));
        const times = all.toSorted((x, y) => percentile(y, 0.95) - percentile(x, 0.95))[0] ?? [];
        measured.push({ ...page, times });
      }
      return resultOf(measured, await measureGradePanning(chromium, origin, cookie, GRADES));
    });
  } finally {
    await db.close();
  }
};

export const staff: Bench = { name: 'staff', run: () => inBrowser(measure) };
