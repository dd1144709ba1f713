import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openBenchDatabase } from './bench/bench-database.ts';
import { rollingRestart } from './rolling/rolling-restart.ts';

// The same as in the tests, with more tablets. `--from` takes the servers from a folder in which a tarball was unpacked.
const { values } = parseArgs({
  options: { tablets: { type: 'string', default: '200' }, from: { type: 'string' } },
});
// npm moves to the folder of the product; a path is meant from where the command was given.
const here = process.env['INIT_CWD'] ?? process.cwd();
const classes = Math.ceil(Number(values.tablets) / 25);
const database = await openBenchDatabase();
try {
  const result = await rollingRestart({
    databaseUrl: database.serveUrl,
    classes,
    pupils: Math.ceil(Number(values.tablets) / classes),
    pauseMs: 1_000,
    ...(values.from === undefined ? {} : { installation: resolve(here, values.from) }),
  });
  console.log(result);
  const whole = result.acknowledged === result.stored && result.twice === 0 && result.lost.length === 0;
  process.exitCode = whole ? 0 : 1;
} finally {
  await database.stop();
}
