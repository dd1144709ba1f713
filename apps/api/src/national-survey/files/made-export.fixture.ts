import type { Figure } from './figure.ts';

/**
 * Made, after the shape of Udir's export that the documentation tells of; no row of it comes from Udir. The numbers are
 * nobody's.
 */
export const madeRow = (
  changes: Readonly<Record<string, string | undefined>> = {},
): Record<string, string> => {
  const row = {
    SpoersmaalNivaa: '1',
    Spoersmaalgruppekode: 'I1',
    Spoersmaalgruppe: 'Trivsel',
    Skoleaarnavn: '2023-24',
    TidID: '202312',
    EnhetNivaa: '4',
    Nasjonaltkode: 'I',
    Nasjonalt: 'Hele landet',
    Fylkekode: '03',
    Fylke: 'Oslo',
    Kommunekode: '0301',
    Kommune: 'Oslo',
    Organisasjonsnummer: '999999999',
    EnhetNavn: 'Prøve skole',
    TrinnKode: '7',
    Trinnnavn: '7. trinn',
    EierformNivaa: '1',
    EierformNavn: 'Alle eierformer',
    KjoennNivaa: '1',
    KjoennKode: 'A',
    Kjoenn: 'Alle kjønn',
    Score: '4,2',
    Standardavvik: '0,8',
    AntallBesvart: '48',
    ...changes,
  };
  return Object.fromEntries(
    Object.entries(row).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
};

const comma = (value: number | null): string => (value === null ? '*' : String(value).replace('.', ','));
const levels = { class: '', nation: '1', county: '2', municipality: '3', school: '4' } as const;
const counted = { Score: undefined, Standardavvik: undefined };

const measuresOf = (figure: Figure): Readonly<Record<string, string | undefined>> => {
  const star = figure.hidden === null ? undefined : '*';
  const answers = { AntallBesvart: star ?? comma(figure.answers) };
  const share = star ?? comma(figure.share);
  if (figure.table === 'bullying') return { ...counted, ...answers, AndelMobbet: share };
  if (figure.table === 'participation')
    return { ...counted, ...answers, AndelDeltatt: share, AntallInvitert: star ?? comma(figure.invited) };
  const deviation = star ?? (figure.deviation === null ? '' : comma(figure.deviation));
  const scores = { ...answers, Score: star ?? comma(figure.score), Standardavvik: deviation };
  return figure.table === 'indicators'
    ? scores
    : { ...scores, AndelBesvart: star ?? (figure.share === null ? '' : share) };
};

/** A figure as a row of the export. */
export const rowOf = (figure: Figure): Record<string, string> =>
  madeRow({
    Spoersmaalgruppekode: figure.topicCode,
    Spoersmaalgruppe: figure.topic,
    Spoersmaalkode: figure.questionCode,
    Spoersmaalnavn: figure.question,
    ...(figure.table === 'questions'
      ? { Svaralternativkode: figure.optionCode, Svaralternativ: figure.option }
      : {}),
    Skoleaarnavn: `${figure.year}-${String(figure.year + 1).slice(-2)}`,
    TidID: `${figure.year}12`,
    EnhetNivaa: levels[figure.unit],
    ...(figure.unit === 'school' ? {} : { Organisasjonsnummer: '' }),
    TrinnKode: String(figure.grade),
    Trinnnavn: `${figure.grade}. trinn`,
    ...measuresOf(figure),
  });

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** Rows as a table with semicolons. */
export const asCsv = (rows: readonly Readonly<Record<string, string>>[], sign = ';'): string => {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => columns.map((column) => quoted(row[column] ?? '')).join(sign));
  return `${[columns.join(sign), ...lines].join('\r\n')}\r\n`;
};

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
