import { parseArgs, type ParseArgsConfig } from 'node:util';

/** The command was written wrong; the message says how. */
export class WrongUse extends Error {}

/** As parseArgs, but what it refuses is a WrongUse. */
export const readArguments = <C extends ParseArgsConfig>(config: C): ReturnType<typeof parseArgs<C>> => {
  try {
    return parseArgs(config);
  } catch {
    throw new WrongUse('Kommandoen har et valg som ikke finnes, eller som mangler en verdi.');
  }
};

/** What an option was given, trimmed. It must be there. Throws WrongUse. */
export const filledIn = (name: string, value: string | undefined, longest: number): string => {
  const trimmed = value?.trim() ?? '';
  if (trimmed === '') throw new WrongUse(`--${name} mangler.`);
  if (trimmed.length > longest) throw new WrongUse(`--${name} er for langt.`);
  return trimmed;
};

export const withoutSpaces = (number: string): string => number.replaceAll(/\s/g, '');
