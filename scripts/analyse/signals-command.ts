import { detectSignals, signalSentences, type CriterionChoices } from '../../packages/analysis/src/index.ts';
import { BadInput } from './bad-input.ts';
import type { Command } from './command.ts';
import { readEdges, type EdgeTable } from './read-edges.ts';
import { networkOf } from './read-network.ts';
import { valuesOf, wantedRelations, wantedValue } from './select.ts';

const MOST_PUPILS = 500;

export const signalsCommand: Command = {
  summary: 'tegn å se nærmere på, med grunnene i setninger',
  about:
    'Tegn på at noen kan stå alene, etter positive valg på ett eller flere spørsmål. Et tegn er et spørsmål til de voksne, ikke en dom over eleven. Tidligere runder i filen er med; uten --wave er det den siste som vurderes.',
  example: '--edges valg.csv [--relation friminutt --relation arbeid] [--wave 3] [--language nb]',
  options: [
    ...(['edges', 'roster', 'respondents', 'wave', 'relation', 'class', 'min-weight', 'max-rank'] as const),
    ...(['undirected', 'language', 'seed', 'draws'] as const),
  ],
  run: (args, folder, note) => {
    const table = readEdges(args, folder);
    const relations = wantedRelations(table, table.selected, args);
    const [now, ...before] = wavesOf(table, wantedValue(args, 'wave'));
    const roundOf = (wave: string | undefined): CriterionChoices[] =>
      relations.flatMap((relation) => {
        if (wave !== undefined && !isAsked(table, wave, relation)) return [];
        const { network } = networkOf(table, wave, relation, args, folder, note, MOST_PUPILS);
        return [{ criterionId: relation ?? 'valg', network }];
      });
    const draws = args.number('draws', (value) => Number.isInteger(value) && value > 0);
    const found = detectSignals({
      criteria: roundOf(now),
      gaveNone: [],
      history: before.map((wave) => ({ criteria: roundOf(wave) })),
      seed: args.number('seed', Number.isInteger) ?? 1,
      ...(draws === undefined ? {} : { draws }),
    });
    const language = args.oneOf('language', ['nb', 'nn', 'en']) ?? 'nb';
    const signals = found.signals.map((signal) => ({
      ...signal,
      sentences: signalSentences(signal, found, language),
    }));
    return { wave: now ?? null, earlierWaves: before, ...found, signals };
  },
};

/** The wave asked for, else the last, and those before it, newest first. */
function wavesOf(table: EdgeTable, wanted: string | undefined): readonly (string | undefined)[] {
  if (!table.has('wave')) {
    if (wanted !== undefined) throw new BadInput(`${table.file}: --wave er gitt, men kolonnen mangler.`);
    return [undefined];
  }
  const waves = [...valuesOf(table.selected, 'wave')].sort((a, b) =>
    b.localeCompare(a, 'en', { numeric: true }),
  );
  if (wanted === undefined) return waves;
  if (!waves.includes(wanted)) throw new BadInput(`${table.file}: filen har runde ${waves.join(', ')}.`);
  return waves.slice(waves.indexOf(wanted));
}

const isAsked = (table: EdgeTable, wave: string, relation: string | undefined): boolean =>
  table.selected.some(
    (row) => row.of('wave') === wave && (relation === undefined || row.of('relation') === relation),
  );
