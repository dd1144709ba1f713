import { randomBytes } from 'node:crypto';
import { publishQuestionnaires } from '../../apps/api/src/questionnaires/service.ts';
import { closeInScope } from '../../apps/api/src/rounds/close.ts';
import { createKeyring, openBareWriter, openDatabase } from '../../packages/db/src/index.ts';
import { openBenchDatabase } from './bench-database.ts';
import type { Bench, BenchResult } from './bench.ts';
import { madeQuestionnaire } from './made-questionnaire.ts';
import { bareResponse } from './made-response.ts';
import { criteria, makeSchool, openRound, publish } from './made-school.ts';
import { median, ms, percentile } from './statistics.ts';

const CLASSES = 24;
const PUPILS = 28;
const ROUNDS = 3;

const measure = async (serveUrl: string): Promise<BenchResult> => {
  const keyring = createKeyring(randomBytes(32));
  const db = openDatabase(serveUrl, keyring, 4);
  const questionnaire = madeQuestionnaire();
  await publishQuestionnaires(db);
  await publish(db, questionnaire);
  const school = await makeSchool(db, keyring, { classes: CLASSES, pupils: PUPILS });
  const writer = await openBareWriter(serveUrl, school.schoolId, 4);
  try {
    let last: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const seated = await openRound(db, keyring, school);
      await writer.storeAll(seated.map((pupil, i) => bareResponse(questionnaire, pupil, i * (round + 1))));
      last = [];
      for (const sittingId of new Set(seated.map((pupil) => pupil.sittingId))) {
        const begun = performance.now();
        await db.inScope(school, (tx) => closeInScope(tx, school.schoolId, sittingId, new Date()));
        last.push(performance.now() - begun);
      }
    }
    const p99 = percentile(last, 0.99);
    return {
      postgres: writer.version,
      figures: [
        { what: 'median of closing', measured: ms(median(last)) },
        { what: 'p99 of closing', measured: ms(p99), aim: '≤ 100 ms', met: p99 <= 100 },
      ],
      notes: [
        `${last.length} closings, one at a time: classes of ${PUPILS}, 16 items and ${criteria.length} criteria, ${ROUNDS - 1} earlier rounds each. Tallies, descriptions and signals are stored in the transaction that closes.`,
      ],
      sentence: `Closing a class of ${PUPILS} with ${criteria.length} criteria and ${ROUNDS - 1} earlier rounds takes ${ms(median(last))} (median) and ${ms(p99)} (p99 of ${last.length}).`,
    };
  } finally {
    await writer.close();
    await db.close();
  }
};

export const close: Bench = {
  name: 'close',
  run: async () => {
    const database = await openBenchDatabase();
    try {
      return await measure(database.serveUrl);
    } finally {
      await database.stop();
    }
  },
};
