import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { publishQuestionnaires } from '../../apps/api/src/questionnaires/service.ts';
import { issueClassCode, openClassCode } from '../../apps/api/src/rounds/class-code.ts';
import { measureSlowTablets, type Measured, type Run } from '../../apps/web/bench/slow-tablets.ts';
import { createKeyring, openDatabase, type Database, type Keyring } from '../../packages/db/src/index.ts';
import type { Bench, BenchResult, Figure } from './bench.ts';
import { inBrowser, withServedPages } from './in-browser.ts';
import { madeQuestionnaire } from './made-questionnaire.ts';
import { makeSchool, openRound, publish } from './made-school.ts';
import { median, ms, percentile } from './statistics.ts';

const RUNS = 5;
/** With 3 nominations after them; one more than is answered before the memory is measured the last time. */
const CHOICE_ITEMS = 41;
const PUPILS = 28;
const MAX_CHOICES = 5;

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const seconds = (time: number): string => `${(time / 1000).toFixed(2)} s`;
const percent = (share: number): string => `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(1)} %`;

type Measure = {
  readonly what: string;
  readonly of: (run: Run) => number;
  readonly written: (value: number) => string;
  readonly aim?: { readonly text: string; readonly most: number };
  /** SurveyJS has nothing to hold beside it. */
  readonly alone?: true;
};

const growth = ({ memoryAfter10, memoryAfter40 }: Run): number => memoryAfter40.held / memoryAfter10.held - 1;

const measures: readonly Measure[] = [
  {
    what: 'JavaScript and CSS to the first item, compressed',
    of: ({ bytes }) => bytes,
    written: kB,
    aim: { text: '≤ 60 kB', most: 60_000 },
  },
  { what: 'cold open to a usable page', of: ({ open }) => open, written: seconds },
  {
    what: 'all waits from a cold open to the first item',
    of: ({ toFirstItem }) => toFirstItem,
    written: seconds,
  },
  {
    what: 'from pressing «start» to the first item',
    of: ({ start }) => start,
    written: seconds,
    aim: { text: '≤ 1.0 s', most: 1_000 },
    alone: true,
  },
  {
    what: 'next item, median',
    of: ({ nextItems }) => median(nextItems),
    written: ms,
    aim: { text: '≤ 100 ms', most: 100 },
  },
  {
    what: 'next item, slowest',
    of: ({ nextItems }) => percentile(nextItems, 1),
    written: ms,
    aim: { text: '≤ 100 ms', most: 100 },
  },
  {
    what: 'memory the page holds, 40 items answered against 10',
    of: growth,
    written: percent,
    aim: { text: '≤ 5 %', most: 0.05 },
  },
];

const medianAndRange = ({ of, written }: Measure, runs: readonly Run[]): string => {
  const values = runs.map(of);
  const [least, most] = [written(percentile(values, 0)), written(percentile(values, 1))];
  return `${written(median(values))}${least === most ? '' : ` (${least} to ${most})`}`;
};

const figureOf = (measure: Measure, { pupil, surveyJs }: Measured): Figure => {
  const { what, of, aim, alone } = measure;
  return {
    what,
    measured: medianAndRange(measure, pupil),
    ...(surveyJs && !alone && { baseline: medianAndRange(measure, surveyJs) }),
    ...(aim && { aim: aim.text, met: median(pupil.map(of)) <= aim.most }),
  };
};

const resultOf = (measured: Measured): Omit<BenchResult, 'postgres'> => {
  const { pupil, surveyJs, surveyJsVersion, browser } = measured;
  const middle = (runs: readonly Run[], of: (run: Run) => number): number => median(runs.map(of));
  const afterBoth = (
    of: (memory: Run['memoryAfter10']) => number,
    written: (value: number) => string,
  ): string =>
    [
      middle(pupil, ({ memoryAfter10 }) => of(memoryAfter10)),
      middle(pupil, ({ memoryAfter40 }) => of(memoryAfter40)),
    ]
      .map(written)
      .join(' and ');
  return {
    figures: measures.map((measure) => figureOf(measure, measured)),
    notes: [
      `Chromium ${browser}, processor slowed down 6 times, 1.6 Mbit/s, 150 ms to each answer; ${RUNS} runs, each with an empty store: median, and least to most. The service worker, which keeps the pages beside, is not slowed down.`,
      'Usable: another heading, a field or button that can be pressed, and the frame painted. All waits: opening, class code, name, pictures, «Jeg er klar», «Begynn»; «start» is the last two.',
      `${CHOICE_ITEMS} choice items and 3 nominations in a class of ${PUPILS}. Memory after collection, when 10 and 40 are answered: held by the page's own JavaScript ${afterBoth(({ held }) => held, kB)}; with compiled code ${afterBoth(({ heap }) => heap, kB)}; nodes of the document ${afterBoth(({ nodes }) => nodes, String)}.`,
      surveyJs === undefined
        ? 'The registry was not reached: SurveyJS is not measured beside.'
        : `Baseline: the same questionnaire in survey-js-ui and survey-core ${surveyJsVersion} with their default style, without its web fonts; built by Vite, served with brotli. Its questions lie in the page, and it opens with the first item.`,
    ],
    sentence: `On a slow tablet the pupil's first item takes ${kB(middle(pupil, ({ bytes }) => bytes))} of code and stands there ${seconds(middle(pupil, ({ start }) => start))} after «start», the next ${ms(middle(pupil, ({ nextItems }) => median(nextItems)))} after the press${
      surveyJs === undefined
        ? ''
        : `; SurveyJS takes ${kB(middle(surveyJs, ({ bytes }) => bytes))} and ${ms(middle(surveyJs, ({ nextItems }) => median(nextItems)))}`
    }.`,
  };
};

/** A class with an open sitting. Its code, and its pupils as they find themselves. */
const openSitting = async (db: Database, keyring: Keyring) => {
  const school = await makeSchool(db, keyring, { classes: 1, pupils: PUPILS });
  const [first] = await openRound(db, keyring, school);
  const { schoolId } = school;
  const sittingId = first?.sittingId ?? '';
  return db.inScope({ schoolId }, async (tx, sealer) => {
    await issueClassCode(tx, keyring, await sealer(), schoolId, sittingId);
    const { class_code: sealed } = await tx
      .selectFrom('sitting')
      .select('class_code')
      .where('school_id', '=', schoolId)
      .where('sitting_id', '=', sittingId)
      .executeTakeFirstOrThrow();
    return openClassCode(await sealer(), sittingId, sealed) ?? '';
  });
};

const measure = async (serveUrl: string, chromium: string): Promise<BenchResult> => {
  const key = randomBytes(32);
  const keyring = createKeyring(key);
  const db = openDatabase(serveUrl, keyring, 4);
  const questionnaire = madeQuestionnaire(CHOICE_ITEMS);
  await publishQuestionnaires(db);
  await publish(db, questionnaire);
  const classCode = await openSitting(db, keyring);
  try {
    return await withServedPages(serveUrl, key, async (port) =>
      resultOf(
        await measureSlowTablets(
          chromium,
          {
            origin: `http://127.0.0.1:${port}`,
            classCode,
            names: Array.from({ length: PUPILS }, (_, place) => `Elev${place + 1}`),
            questionnaire,
            maxChoices: MAX_CHOICES,
          },
          RUNS,
          resolve(import.meta.dirname, '../../.data/bench/survey-js'),
        ),
      ),
    );
  } finally {
    await db.close();
  }
};

export const pupil: Bench = { name: 'pupil', run: () => inBrowser(measure) };
