/** The school's figures of Elevundersøkelsen as rows of Udir's export; every number is invented, those of the country too. */

type Row = Readonly<Record<string, string>>;

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

const grades = [5, 6, 7] as const;
const units = ['nation', 'municipality', 'school'] as const;
type Unit = (typeof units)[number];

const levels = { nation: '1', municipality: '3', school: '4' } as const;
const answers = { nation: 58_000, municipality: 610 } as const;

const comma = (value: number): string => value.toFixed(1).replace('.', ',');

/** The class that has it hard in the story was in the sixth grade the year before, and is in the seventh now. */
const hardYear = (first: number, year: number, grade: number): boolean => year - grade === first - 7;

/** A grade of the demo school is too small for Udir to publish what was answered of bullying in some years. */
const isHidden = (unit: Unit, first: number, year: number): boolean => unit === 'school' && year <= first - 3;

const placeOf = (organisationNumber: string, unit: Unit, year: number, grade: number): Row => ({
  Skoleaarnavn: `${year}-${String(year + 1).slice(-2)}`,
  EnhetNivaa: levels[unit],
  Organisasjonsnummer: unit === 'school' ? organisationNumber : '',
  Fylkekode: '99',
  Kommunekode: '9999',
  TrinnKode: String(grade),
  Trinnnavn: `${grade}. trinn`,
  EierformNivaa: '1',
  KjoennKode: 'A',
});

const answersOf = (unit: Unit, year: number, grade: number): number =>
  unit === 'school' ? 42 + ((year + 3 * grade) % 6) : answers[unit];

/** The tables of the four school years before `first`, each as the list of a file in JSON. */
export const surveyTables = (organisationNumber: string, first: number): readonly (readonly Row[])[] => {
  const years = [first - 4, first - 3, first - 2, first - 1];
  const each = (make: (unit: Unit, year: number, grade: number) => readonly Row[]): readonly Row[] =>
    years.flatMap((year) =>
      grades.flatMap((grade) =>
        units.flatMap((unit) =>
          make(unit, year, grade).map((row) => ({
            ...placeOf(organisationNumber, unit, year, grade),
            AntallBesvart: String(answersOf(unit, year, grade)),
            ...row,
          })),
        ),
      ),
    );
  const indicators = each((unit, year, grade) =>
    indices.map((topic, at) => {
      const own = unit === 'school' ? ((year + 2 * at + grade) % 5) / 10 - 0.2 : 0;
      const hard = unit === 'school' && hardYear(first, year, grade) && at < 3 ? -0.4 : 0;
      return {
        Spoersmaalgruppekode: `I${at}`,
        Spoersmaalgruppe: topic,
        Score: comma(3.8 + ((at * 7) % 6) / 10 - (grade - 5) / 10 + own + hard),
        Standardavvik: '0,8',
      };
    }),
  );
  const questions = each((unit, year, grade) => [
    {
      Spoersmaalgruppekode: 'I0',
      Spoersmaalgruppe: 'Trivsel',
      Spoersmaalkode: 'Q1',
      Spoersmaalnavn: 'Har du noen å være sammen med i friminuttene?',
      Score: comma(
        4.6 + (unit === 'school' ? (hardYear(first, year, grade) ? -0.9 : ((year + grade) % 3) / 10) : 0),
      ),
      Standardavvik: '0,7',
      AndelBesvart: '100',
    },
  ]);
  const bullying = each((unit, year, grade) => {
    const share = { nation: 11, municipality: 9.5, school: hardYear(first, year, grade) ? 17.4 : 4.5 }[unit];
    const hidden = isHidden(unit, first, year) ? { AndelMobbet: '*', AntallBesvart: '*' } : {};
    return [
      {
        Spoersmaalgruppekode: 'M1',
        Spoersmaalgruppe: 'Mobbing på skolen',
        AndelMobbet: comma(share + ((year + grade) % 4) / 2),
        ...hidden,
      },
    ];
  });
  return [indicators, questions, bullying];
};
