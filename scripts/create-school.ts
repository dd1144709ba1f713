import { join, resolve } from 'node:path';
import { createSchoolCommand } from './schools/create-command.ts';

const root = resolve(import.meta.dirname, '..');

process.exitCode = await createSchoolCommand(
  process.argv.slice(2),
  { root, data: join(root, '.data') },
  { result: console.log, note: console.error },
);
