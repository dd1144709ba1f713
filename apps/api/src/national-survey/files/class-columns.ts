import type { ClassColumn, ColumnMeaning } from '@samhold/contract';
import { holdsBirthNumber } from '../../roster/files/birth-number.ts';
import { matterOf, nationalIndices } from '@samhold/survey';
import type { Fault } from './figure.ts';
import type { SheetRows } from './sheet-rows.ts';

/** A table with its header found: files of a school often have a title above it. */
export type ClassTable = {
  readonly header: readonly string[];
  /** With the number each has in the file. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
};

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell === '');
const isNumber = (cell: string): boolean => /^\d+([.,]\d+)?$/.test(cell);

/** The first row with two names or more and no number is the header. */
export const classTableOf = (sheet: SheetRows): ClassTable | Fault => {
  if (sheet.some((cells) => cells.some(holdsBirthNumber)))
    return { fault: 'Filen ser ut til å inneholde fødselsnummer. Her skal bare tall for klasser leses inn.' };
  const at = sheet.findIndex(
    (cells) => cells.filter((cell) => cell !== '').length >= 2 && !cells.some(isNumber),
  );
  const header = sheet[at];
  if (header === undefined)
    return { fault: 'Fant ikke en rad med navn på kolonnene. Den må ha minst to navn og ingen tall.' };
  const names = header.filter((name) => name !== '');
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined) return { fault: `Kolonnen ${twice} finnes to ganger.` };
  if (names.some((name) => name.length > 300)) return { fault: 'Et kolonnenavn er for langt.' };
  const rows = sheet
    .map((cells, place) => ({ row: place + 1, cells }))
    .slice(at + 1)
    .filter(({ cells }) => !isBlank(cells));
  return { header, rows };
};

const guesses: readonly (readonly [RegExp, ColumnMeaning])[] = [
  [/^(klasse|gruppe|basisgruppe)/i, 'class'],
  [/^(skoleår|år$)/i, 'year'],
  [/^(trinn|årstrinn)/i, 'grade'],
  [/^(tema|indikator|indeks|spørsmålsgruppe)/i, 'topic'],
  [/^spørsmål/i, 'question'],
  [/^(snitt|score|gjennomsnitt|skår)/i, 'score'],
  [/^(andel|prosent)/i, 'share'],
  [/^(antall|svar$|n$)/i, 'answers'],
];

/** A column of its own for each topic that Elevundersøkelsen has; any number of them. */
const topicMeaning = (name: string): ColumnMeaning | undefined => {
  const matter = matterOf({ topic: name, question: '' });
  if (matter?.measure === 'bullied') return 'topic_share';
  const isIndex = nationalIndices.some((index) => index.toLowerCase() === name.toLowerCase());
  return matter !== undefined || isIndex ? 'topic_score' : undefined;
};

/** Each column with what was said of it the last time, else what its name looks like; no meaning is guessed twice. */
export const describeColumns = (
  { header, rows }: ClassTable,
  remembered: ReadonlyMap<string, ColumnMeaning>,
): ClassColumn[] => {
  const taken = new Set<ColumnMeaning>(remembered.values());
  const guessOf = (name: string): ColumnMeaning => {
    const ofTopic = topicMeaning(name);
    if (ofTopic !== undefined) return ofTopic;
    const guess = guesses.find(([like, meaning]) => like.test(name) && !taken.has(meaning))?.[1] ?? 'skip';
    if (guess !== 'skip') taken.add(guess);
    return guess;
  };
  return header.flatMap((name, place) => {
    if (name === '') return [];
    const examples = [...new Set(rows.map(({ cells }) => cells[place] ?? ''))].filter((cell) => cell !== '');
    const known = remembered.get(name);
    return {
      name,
      examples: examples.slice(0, 3),
      meaning: known ?? guessOf(name),
      remembered: known !== undefined,
    };
  });
};
