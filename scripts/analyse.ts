import { analyse } from './analyse/command.ts';

// npm moves to the folder of the product; a path is meant from where the command was given.
const { code, output, messages } = analyse(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
for (const message of messages) console.error(message);
if (output !== '') console.log(output);
process.exitCode = code;
