import { cleanNetwork, type ChoiceNetwork, type DroppedChoices } from '../../packages/analysis/src/index.ts';
import type { Arguments } from './arguments.ts';
import { BadInput } from './bad-input.ts';
import type { Note } from './command.ts';
import { choicesIn, idsIn, numberIn, readEdges, type EdgeTable } from './read-edges.ts';
import type { TableRow } from './read-table.ts';
import { readRespondents, readRoster, type Roster } from './read-roster.ts';
import { selectRows, wantedRelation, wantedValue } from './select.ts';

export type ReadNetwork = { readonly network: ChoiceNetwork; readonly columns: Roster['columns'] };

/** The network of one wave and one relation; `most` is how many pupils the command can take. */
export function readNetwork(args: Arguments, folder: string, note: Note, most: number): ReadNetwork {
  const table = readEdges(args, folder);
  const wave = wantedValue(args, 'wave');
  return networkOf(table, wave, wantedRelation(args), args, folder, note, most);
}

/** The same out of a table already read, so that several waves and relations can be. */
export function networkOf(
  table: EdgeTable,
  wave: string | undefined,
  relation: string | undefined,
  args: Arguments,
  folder: string,
  note: Note,
  most: number,
): ReadNetwork {
  const ofWave = selectRows(table, table.selected, 'wave', wave);
  const rows = selectRows(table, ofWave, 'relation', relation);
  if (rows.length === 0 && !args.has('roster')) throw new BadInput(`${table.file}: filen har ingen rader.`);
  const roster = readRoster(args, folder, wave);
  const ids = roster?.ids ?? idsIn(ofWave);
  if (ids.length > most) throw new BadInput(`${table.file}: ${ids.length} elever er flere enn ${most}.`);
  const oneWay = choicesIn(table, rows, args);
  const choices = args.has('undirected')
    ? oneWay.flatMap(({ from, to }) =>
        from === to
          ? [{ from, to }]
          : [
              { from, to },
              { from: to, to: from },
            ],
      )
    : oneWay;
  const respondents = readRespondents(args, folder, wave) ?? ids;
  const named = [wave === undefined ? [] : [`runde ${wave}`], relation ?? []].flat().join(', ');
  const noteHere: Note = (line) => note(named === '' ? line : `${named}: ${line}`);
  const onRoster = new Set(ids);
  const strangers = respondents.filter((id) => !onRoster.has(id)).length;
  if (strangers > 0) noteHere(`${strangers} av dem som svarte, står ikke på listen og er tatt ut.`);
  const { dropped } = cleanNetwork({ roster: ids, respondents, choices: oneWay });
  if (oneWay.length > 0 && dropped.outsideRoster === oneWay.length)
    throw new BadInput(`${table.file}: ingen av valgene er mellom elever på listen.`);
  if (!args.has('min-weight') && mayBeRatings(table, rows))
    noteHere('Hver rad regnes som et valg, uansett vekt; se --min-weight.');
  noteDropped(dropped, noteHere);
  return { network: { roster: ids, respondents, choices }, columns: roster?.columns ?? new Map() };
}

/** Weights that differ, are blank, or are 0 or below may say how much, or that not. */
function mayBeRatings(table: EdgeTable, rows: readonly TableRow[]): boolean {
  const weights = new Set(rows.map((row) => numberIn(table, row, 'weight') ?? 0));
  return table.has('weight') && (weights.size > 1 || [...weights].some((weight) => weight <= 0));
}

const reasons: Readonly<Record<keyof DroppedChoices, string>> = {
  outsideRoster: 'valg av eller fra noen utenfor listen er tatt ut',
  byNonRespondent: 'valg fra noen som ikke svarte, er tatt ut',
  self: 'valg av seg selv er tatt ut',
  duplicate: 'gjentatte valg er tatt ut',
};

export function noteDropped(dropped: DroppedChoices, note: Note): void {
  for (const reason of ['self', 'duplicate', 'outsideRoster', 'byNonRespondent'] as const)
    if (dropped[reason] > 0) note(`${dropped[reason]} ${reasons[reason]}.`);
}
