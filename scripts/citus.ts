import { resolve } from 'node:path';
import { citusCommand } from './citus/command.ts';

process.exitCode = await citusCommand(
  process.argv.slice(2),
  { root: resolve(import.meta.dirname, '..') },
  { result: console.log, note: console.error },
);
