/** The demo school's number. */
const organisationNumber = '123456789';

type Row = Readonly<Record<string, string>>;

const units = [
  { EnhetNivaa: '1', Organisasjonsnummer: '' },
  { EnhetNivaa: '3', Organisasjonsnummer: '' },
  { EnhetNivaa: '4', Organisasjonsnummer: organisationNumber },
] as const;

const indices = [
  'Trivsel',
  'Støtte fra lærerne',
  'Støtte hjemmefra',
  'Faglig utfordring',
  'Vurdering for læring',
  'Læringskultur',
  'Mestring',
  'Motivasjon',
  'Elevdemokrati og medvirkning',
  'Felles regler',
] as const;

const comma = (value: number, decimals: number): string => value.toFixed(decimals).replace('.', ',');

const place = (year: number, grade: number, unit: (typeof units)[number]): Row => ({
  Skoleaarnavn: `${year}-${String(year + 1).slice(-2)}`,
  ...unit,
  Fylkekode: '03',
  Kommunekode: '0301',
  TrinnKode: String(grade),
  Trinnnavn: `${grade}. trinn`,
  EierformNivaa: '1',
  KjoennKode: 'A',
});

const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025];

const eachPlace = (make: (year: number, grade: number, level: number) => readonly Row[]): readonly Row[] =>
  years.flatMap((year) =>
    [5, 6, 7].flatMap((grade) =>
      units.flatMap((unit, level) =>
        make(year, grade, level).map((row) => ({ ...place(year, grade, unit), ...row })),
      ),
    ),
  );

const answersAt = (level: number, year: number): string =>
  ['58000', '6100', String(38 + (year % 5) * 3)][level] ?? '';

/** Made in the shape of Udir's export; the numbers are nobody's. One year of the school is hidden. */
export const madeIndicators = eachPlace((year, grade, level) =>
  indices.map((topic, at) => {
    const isHidden = level === 2 && year === 2021;
    const score = 3.6 + ((at * 7 + grade) % 9) / 10 + (level === 2 ? ((year + at) % 4) / 10 - 0.1 : 0);
    return {
      Spoersmaalgruppekode: `I${at}`,
      Spoersmaalgruppe: topic,
      Score: isHidden ? '*' : comma(Math.min(score, 5), 1),
      Standardavvik: isHidden ? '*' : '0,8',
      AntallBesvart: isHidden ? '*' : answersAt(level, year),
    };
  }),
).filter((row) => !(row.Skoleaarnavn === '2021-22' && row.EnhetNivaa === '3'));

export const madeBullying = eachPlace((year, grade, level) => [
  {
    Spoersmaalgruppekode: 'M1',
    Spoersmaalgruppe: 'Mobbing på skolen',
    AndelMobbet:
      level === 2 && year < 2022
        ? '*'
        : comma(([9, 10.5, 6][level] ?? 0) + (year - 2019) * 0.7 + (grade === 5 ? 2 : 0), 1),
    AntallBesvart: level === 2 && year < 2022 ? '*' : answersAt(level, year),
  },
]);

/** As a file to choose in the page. */
export const surveyFile = (rows: readonly Row[], name = 'elevundersokelsen.csv') => {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(';'));
  return {
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(`${[columns.join(';'), ...lines].join('\r\n')}\r\n`),
  };
};
