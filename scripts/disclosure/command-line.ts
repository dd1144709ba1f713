import { parseArgs } from 'node:util';
import { oneLine } from '../analyse/arguments.ts';
import { BadInput } from '../analyse/bad-input.ts';

export type CommandOutput = {
  readonly result: (line: string) => void;
  /** For the user, beside the result. */
  readonly note: (line: string) => void;
};

/** The files of a command line, and those given with each option; null when help is wanted. @throws BadInput */
export function filesOf<Option extends string>(
  args: readonly string[],
  options: readonly Option[],
): ({ readonly files: readonly string[] } & Readonly<Record<Option, readonly string[]>>) | null {
  const known = new Set<string>(options);
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: Object.fromEntries(options.map((name) => [name, { type: 'string' as const, multiple: true }])),
  });
  const given = new Map<string, string[]>(options.map((name) => [name, []]));
  const files: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') files.push(token.value);
    if (token.kind !== 'option') continue;
    if (token.name === 'help' || token.name === 'h') return null;
    if (!known.has(token.name)) throw new BadInput(`${oneLine(token.rawName)} finnes ikke her; se --help.`);
    if (token.value === undefined) throw new BadInput(`${token.rawName} mangler filen sin.`);
    given.get(token.name)?.push(token.value);
  }
  if (files.length === 0) throw new BadInput('Gi filen med frigivelsen; se --help.');
  // Every option has its list.
  return { files, ...(Object.fromEntries(given) as Record<Option, string[]>) };
}
