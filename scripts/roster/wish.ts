import { resolve } from 'node:path';
import { readArguments, withoutSpaces, WrongUse } from './arguments.ts';
import type { ImportWish } from './run-import.ts';

export const help = `Leser en elevliste for én skole, og viser hva den fører til. Ingenting endres uten --apply.

Bruk: npm run -s roster -- <fil eller mappe> --school <organisasjonsnummer> [--apply] [--confirm-leaving]

  <fil eller mappe>   OneRoster 1.1 eller 1.2, SDS 2.1 (mappe eller zip), eller en CSV-fil
  --school            skolens organisasjonsnummer
  --apply             tar listen i bruk
  --confirm-leaving   tar den i bruk også når mer enn en femdel av elevene slutter
  --help              viser dette

Kommandoen kan kjøres mens Samhold er i bruk. Den skriver aldri navn.
Avslutter med 0 når det gikk bra, 1 når listen ikke kunne leses eller tas i bruk, 2 når kommandoen er skrevet feil.`;

const options = {
  school: { type: 'string' },
  apply: { type: 'boolean', default: false },
  'confirm-leaving': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** What the arguments ask for; `help` when that is it. Relative paths are meant from `folder`. Throws WrongUse. */
export const readWish = (args: readonly string[], folder: string): ImportWish | 'help' => {
  const { values, positionals } = readArguments({ args: [...args], allowPositionals: true, options });
  if (values.help) return 'help';
  const [path, ...more] = positionals;
  if (path === undefined) throw new WrongUse('Filen eller mappen mangler.');
  if (more.length > 0) throw new WrongUse('Bare én fil eller mappe kan leses om gangen.');
  const organisationNumber = withoutSpaces(values.school ?? '');
  if (organisationNumber === '') throw new WrongUse('Skolen mangler: --school <organisasjonsnummer>.');
  return {
    path: resolve(folder, path),
    organisationNumber,
    apply: values.apply,
    confirmLeaving: values['confirm-leaving'],
  };
};
