import { verifyCommand } from './disclosure/verify-command.ts';

// Whoever read the output may be gone before all of it is written.
process.stdout.on('error', () => undefined);
// npm moves to the folder of the product; a path is meant from where the command was given.
const folder = process.env['INIT_CWD'] ?? process.cwd();

process.exitCode = verifyCommand(process.argv.slice(2), folder, { result: console.log, note: console.error });
