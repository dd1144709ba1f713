import { oneLine, readArguments, type Arguments } from './arguments.ts';
import { BadInput } from './bad-input.ts';
import { groupsCommand } from './groups-command.ts';
import { layoutCommand } from './layout-command.ts';
import { networkCommand } from './network-command.ts';
import { optionLines, type OptionName } from './options.ts';
import { signalsCommand } from './signals-command.ts';
import { statusCommand } from './status-command.ts';

/** A line for the user, beside the result. */
export type Note = (line: string) => void;

export type Command = {
  readonly summary: string;
  readonly about: string;
  readonly example: string;
  readonly options: readonly OptionName[];
  /** The result, to be printed as JSON. Throws BadInput, and RangeError where the analysis refuses the values. */
  readonly run: (args: Arguments, folder: string, note: Note) => unknown;
};

const commands: ReadonlyMap<string, Command> = new Map([
  ['network', networkCommand],
  ['status', statusCommand],
  ['signals', signalsCommand],
  ['layout', layoutCommand],
  ['groups', groupsCommand],
]);

const WRONG_USE = 2;

/** Where the result, or help, and the lines beside it are written. */
export type Output = { readonly result: (text: string) => void; readonly note: Note };

/**
 * Carries one command out and writes its result as JSON. Relative paths are meant from `folder`. Returns the exit code: 0, or 2
 * and one line when the command or a file cannot be used.
 */
export async function analyse(args: readonly string[], folder: string, output: Output): Promise<number> {
  const [name = '--help', ...rest] = args;
  if (['--help', '-h', 'help'].includes(name)) {
    output.result(help());
    return 0;
  }
  try {
    const command = commands.get(name);
    if (command === undefined)
      throw new BadInput(`«${oneLine(name)}» er ingen kommando; velg ${[...commands.keys()].join(', ')}.`);
    const read = readArguments(rest, [...command.options, 'help']);
    if (read.has('help')) {
      output.result(helpOf(name, command));
      return 0;
    }
    // Told when all went well: what went wrong stands alone.
    const notes: string[] = [];
    const result = await command.run(read, folder, (line) => notes.push(line));
    for (const line of notes) output.note(line);
    output.result(JSON.stringify(result, null, 2));
    return 0;
  } catch (error) {
    if (!(error instanceof BadInput) && !(error instanceof RangeError)) throw error;
    output.note(error.message.replaceAll(/\s+/g, ' '));
    return WRONG_USE;
  }
}

const help = (): string =>
  `Regner på valg mellom elever i en CSV-fil og skriver svaret som JSON.

Bruk: npm run -s analyse -- <kommando> --edges FIL [valg]

${[...commands].map(([name, { summary }]) => `  ${name.padEnd(8)}   ${summary}`).join('\n')}

Hver kommando forklares med npm run -s analyse -- <kommando> --help.
Meldinger skrives på standard feilutgang. Avslutter med 0, eller 2 når kommandoen eller en fil ikke kan brukes.`;

const helpOf = (name: string, { about, example, options }: Command): string =>
  `${about}

Bruk: npm run -s analyse -- ${name} ${example}

${optionLines([...options, 'help'])}`;
