import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { SignalLanguage } from '../../packages/analysis/src/index.ts';
import { help } from './help.ts';
import { layoutValues } from './layout-values.ts';
import { networkValues } from './network-values.ts';
import { readLabels } from './read-edges.ts';
import { readNetwork, readUnion } from './read-network.ts';
import { Refusal } from './refusal.ts';
import { signalValues } from './signal-values.ts';
import { statusValues } from './status-values.ts';

const text = { type: 'string' } as const;
const options = {
  edges: text,
  roster: text,
  respondents: text,
  wave: text,
  relation: text,
  'min-weight': text,
  undirected: { type: 'boolean', default: false },
  seed: text,
  criteria: text,
  labels: text,
  language: text,
  likes: text,
  dislikes: text,
  method: text,
  alpha: text,
  help: { type: 'boolean', default: false },
} as const;

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch {
    throw new Refusal('Kommandoen har et valg som ikke finnes, eller som mangler en verdi.');
  }
};
type Values = ReturnType<typeof parse>['values'];

const numberOf = (values: Values, name: 'min-weight' | 'seed' | 'alpha'): number | undefined => {
  const written = values[name];
  if (written === undefined) return undefined;
  const number = Number(written);
  if (written.trim() === '' || !Number.isFinite(number)) throw new Refusal(`--${name} må være et tall.`);
  return number;
};

const languageOf = ({ language = 'nb' }: Values): SignalLanguage => {
  if (language === 'nb' || language === 'nn' || language === 'en') return language;
  throw new Refusal('--language må være nb, nn eller en.');
};

/** What every subcommand reads; paths are meant from `folder`. */
const filesOf = (values: Values, folder: string) => {
  const path = (written: string | undefined) =>
    written === undefined ? undefined : resolve(folder, written);
  if (values.edges === undefined) throw new Refusal('Filen mangler: --edges FIL.');
  return {
    edges: resolve(folder, values.edges),
    roster: path(values.roster),
    respondents: path(values.respondents),
    wave: values.wave,
    minWeight: numberOf(values, 'min-weight'),
    undirected: values.undirected,
  };
};

const namesIn = (written: string | undefined): readonly string[] =>
  written === undefined ? [] : written.split(',').map((name) => name.trim());

const labelsOf = (
  { labels }: Values,
  roster: string | undefined,
): ReadonlyMap<string, string> | undefined => {
  if (labels === undefined) return undefined;
  if (roster === undefined) throw new Refusal('--labels trenger --roster, der kolonnen står.');
  return readLabels(roster, labels);
};

type Run = (values: Values, folder: string, say: (line: string) => void) => unknown;

const subcommands: Readonly<Record<string, Run>> = {
  network: (values, folder, say) => {
    const wish = { ...filesOf(values, folder), relation: values.relation };
    const union = namesIn(values.criteria);
    const network = union.length === 0 ? readNetwork(wish, say) : readUnion(wish, union, say);
    return networkValues(network, numberOf(values, 'seed') ?? 1, labelsOf(values, wish.roster));
  },
  layout: (values, folder, say) =>
    layoutValues(
      readNetwork({ ...filesOf(values, folder), relation: values.relation }, say),
      numberOf(values, 'seed') ?? 1,
    ),
  signals: (values, folder) =>
    signalValues({
      ...filesOf(values, folder),
      criteria: namesIn(values.criteria),
      language: languageOf(values),
      seed: numberOf(values, 'seed') ?? 1,
    }),
  status: (values, folder, say) =>
    statusValues(
      {
        ...filesOf(values, folder),
        likes: values.likes ?? 'like',
        dislikes: values.dislikes ?? 'dislike',
        method: values.method ?? 'cd83',
        alpha: numberOf(values, 'alpha') ?? 0.05,
      },
      say,
    ),
};

export type Outcome = { readonly code: 0 | 2; readonly output: string; readonly messages: readonly string[] };

/** Carries the command out. What it found is `output`; what there is to say besides is `messages`. */
export const analyse = (args: readonly string[], folder: string): Outcome => {
  const messages: string[] = [];
  try {
    const { values, positionals } = parse(args);
    const [name, ...more] = positionals;
    if (name === undefined) {
      if (values.help) return { code: 0, output: help.analyse, messages };
      throw new Refusal('Si hva som skal regnes ut: network, layout, signals eller status. Se --help.');
    }
    const run = subcommands[name];
    if (run === undefined || more.length > 0)
      throw new Refusal(
        `«${[name, ...more].join(' ')}» finnes ikke. Velg network, layout, signals eller status.`,
      );
    if (values.help) return { code: 0, output: help[name as keyof typeof help], messages }; // every subcommand has its help
    const found = run(values, folder, (line) => messages.push(line));
    return { code: 0, output: JSON.stringify(found), messages };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { code: 2, output: '', messages: [error.message] };
  }
};
