import { join, resolve } from 'node:path';
import { closeSchoolCommand } from './schools/close-command.ts';

const root = resolve(import.meta.dirname, '..');
// npm moves to the folder of the product; a path is meant from where the command was given.
const folder = process.env['INIT_CWD'] ?? process.cwd();

process.exitCode = await closeSchoolCommand(
  process.argv.slice(2),
  { root, data: join(root, '.data') },
  folder,
  { result: console.log, note: console.error },
);
