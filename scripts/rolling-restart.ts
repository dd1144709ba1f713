import { openBenchDatabase } from './bench/bench-database.ts';
import { rollingRestart } from './rolling/rolling-restart.ts';

// The same as in the tests, with 200 tablets.
const database = await openBenchDatabase();
try {
  const result = await rollingRestart({
    databaseUrl: database.serveUrl,
    classes: 8,
    pupils: 25,
    pauseMs: 1_000,
  });
  console.log(result);
  const whole = result.acknowledged === result.stored && result.twice === 0 && result.lost.length === 0;
  process.exitCode = whole ? 0 : 1;
} finally {
  await database.stop();
}
