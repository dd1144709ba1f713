import { parseArgs } from 'node:util';
import { BadInput } from './bad-input.ts';
import { options, type OptionName } from './options.ts';

/** The options of one command line. */
export type Arguments = {
  readonly has: (name: OptionName) => boolean;
  readonly text: (name: OptionName) => string | undefined;
  readonly all: (name: OptionName) => readonly string[];
  readonly number: (name: OptionName, holds?: (value: number) => boolean) => number | undefined;
  /** One of these words. */
  readonly oneOf: <Word extends string>(name: OptionName, words: readonly Word[]) => Word | undefined;
};

/** @throws BadInput for an option the command does not have, one without its value, or one given twice. */
export function readArguments(args: readonly string[], allowed: readonly OptionName[]): Arguments {
  const values = parsed(args, allowed);
  const all = (name: OptionName): readonly string[] => values[name] ?? [];
  const text = (name: OptionName): string | undefined => all(name)[0];
  return {
    has: (name) => all(name).length > 0,
    text,
    all,
    number: (name, holds = () => true) => {
      const given = text(name);
      if (given === undefined) return undefined;
      const value = given.trim() === '' ? NaN : Number(given);
      if (!Number.isFinite(value) || !holds(value))
        throw new BadInput(`--${name} kan ikke være «${oneLine(given)}».`);
      return value;
    },
    oneOf: (name, words) => {
      const given = text(name);
      const word = words.find((each) => each === given);
      if (given !== undefined && word === undefined)
        throw new BadInput(`--${name} er ${words.join(' eller ')}, ikke «${oneLine(given)}».`);
      return word;
    },
  };
}

function parsed(
  args: readonly string[],
  allowed: readonly OptionName[],
): Partial<Record<OptionName, readonly string[]>> {
  const types = Object.fromEntries(
    allowed.map((name) => [
      name,
      { type: 'value' in options[name] ? ('string' as const) : ('boolean' as const), multiple: true },
    ]),
  );
  const { values, positionals } = read([...joined(args)], types);
  if (positionals[0] !== undefined)
    throw new BadInput(`«${oneLine(positionals[0])}» hører ikke til noe valg.`);
  for (const name of allowed) {
    if (!('many' in options[name]) && (values[name]?.length ?? 0) > 1)
      throw new BadInput(`--${name} er gitt flere ganger.`);
  }
  return Object.fromEntries(allowed.map((name) => [name, values[name]?.map(String) ?? []]));
}

function read(args: string[], types: Record<string, { type: 'string' | 'boolean'; multiple: boolean }>) {
  try {
    const { values, positionals } = parseArgs({ args, options: types, allowPositionals: true });
    return {
      // Every option is multiple, so every value is a list.
      values: values as Partial<Record<string, readonly (string | boolean)[]>>,
      positionals,
    };
  } catch (error) {
    const option = /'(-[^' ]*)/.exec(error instanceof Error ? error.message : '')?.[1] ?? 'Valget';
    const type = types[option.replace(/^--/, '')]?.type;
    if (type === undefined) throw new BadInput(`${option} finnes ikke her; se --help.`);
    throw new BadInput(`${option} ${type === 'string' ? 'mangler verdien sin' : 'har ingen verdi'}.`);
  }
}

/** `--limit -1` as `--limit=-1`: a number below 0 is no option. */
function* joined(args: readonly string[]): Generator<string> {
  for (let i = 0; i < args.length; i += 1) {
    const [arg = '', next = ''] = [args[i], args[i + 1]];
    if (/^--[a-z-]+$/.test(arg) && /^-\d/.test(next)) {
      yield `${arg}=${next}`;
      i += 1;
    } else yield arg;
  }
}

/** A value for a message of one line. */
export const oneLine = (text: string): string => {
  const plain = text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
  return plain.length > 60 ? `${plain.slice(0, 59)}…` : plain;
};

/** The parts of `a,b,c`, trimmed. */
export const parts = (text: string): readonly string[] => text.split(',').map((part) => part.trim());
