import { resolve } from 'node:path';
import { generateCommand } from './generate/command.ts';

const root = resolve(import.meta.dirname, '..');

process.exitCode = await generateCommand(root, process.argv.slice(2), (line) => console.log(line));
