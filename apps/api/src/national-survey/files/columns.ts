import type { SurveyTable } from '@samhold/contract';
import type { Fault } from './figure.ts';
import type { TableRow } from './table-rows.ts';

/** Every name a column is seen with in Udir's files; the first of them that is there counts. */
const names = {
  year: ['Skoleaarnavn', 'Skoleårnavn'],
  timeId: ['TidID'],
  level: ['EnhetNivaa'],
  organisation: ['Organisasjonsnummer'],
  countyCode: ['Fylkekode'],
  municipalityCode: ['Kommunekode'],
  gradeCode: ['TrinnKode'],
  gradeName: ['Trinnnavn', 'Trinnavn'],
  ownership: ['Eierformkode', 'EierformNavn'],
  ownershipLevel: ['EierformNivaa'],
  sex: ['KjoennKode'],
  topicCode: ['Spoersmaalgruppekode', 'Temakode', 'TemaID'],
  topic: ['Spoersmaalgruppe', 'Temanavn', 'Tema'],
  questionCode: ['Spoersmaalkode', 'SpoersmaalID'],
  question: ['Spoersmaalnavn', 'Spoersmaal', 'Spoersmaaltekst'],
  optionCode: ['Svaralternativkode', 'SvaralternativID'],
  option: ['Svaralternativnavn', 'Svaralternativ'],
  score: ['Score'],
  deviation: ['Standardavvik'],
  answers: ['AntallBesvart', 'AntallBesvarelser'],
  bullied: ['AndelMobbet'],
  participated: ['AndelDeltatt'],
  answeredShare: ['AndelBesvart'],
  invited: ['AntallInvitert'],
  rowsInAll: ['RaderTotalt'],
} as const;

export type ColumnKey = keyof typeof names;
export type Columns = {
  readonly has: (key: ColumnKey) => boolean;
  readonly of: (row: TableRow, key: ColumnKey) => string;
};

export const columnsIn = (header: readonly string[]): Columns => {
  const places = new Map<ColumnKey, string>();
  // The keys of a record type are its key type.
  for (const [key, all] of Object.entries(names) as [ColumnKey, readonly string[]][]) {
    const found = all.map((name) => name.toLowerCase()).find((name) => header.includes(name));
    if (found !== undefined) places.set(key, found);
  }
  return {
    has: (key) => places.has(key),
    of: (row, key) => (row.values.get(places.get(key) ?? '') ?? '').normalize('NFC').replace(/\s+/g, ' '),
  };
};

const always: readonly ColumnKey[] = ['level', 'organisation', 'sex', 'answers', 'topic'];
const own: Readonly<Record<SurveyTable, readonly ColumnKey[]>> = {
  indicators: ['score'],
  questions: ['question', 'score'],
  bullying: ['bullied'],
  participation: ['participated', 'invited'],
};

const tableIn = ({ has }: Columns): SurveyTable | undefined => {
  if (has('bullied')) return 'bullying';
  if (has('participated') || has('invited')) return 'participation';
  if (has('answeredShare') || has('option')) return 'questions';
  return has('score') ? 'indicators' : undefined;
};

/** Which of Udir's four tables the columns are of. */
export const recogniseTable = (columns: Columns): SurveyTable | Fault => {
  const table = tableIn(columns);
  if (table === undefined)
    return {
      fault: 'Kolonnene er ikke fra en av tabellene om indikatorer, spørsmål, mobbing eller deltakelse.',
    };
  const needed = [...always, ...own[table]].filter((key) => key !== 'topic' || table !== 'participation');
  const missing = needed.find((key) => !columns.has(key));
  if (missing !== undefined) return { fault: `Kolonnen ${names[missing][0]} mangler.` };
  if (!columns.has('gradeCode') && !columns.has('gradeName')) return { fault: 'Kolonnen TrinnKode mangler.' };
  if (!columns.has('year') && !columns.has('timeId')) return { fault: 'Kolonnen Skoleaarnavn mangler.' };
  return table;
};
