import { describe, expect, test } from 'vitest';
import { read, readRosterOf, refusalOf } from './roster-source.fixture.ts';

const own = 'klasse,trinn,fornavn,etternavn,id';
const ask = { externalId: 'p1', givenName: 'Ask', familyName: 'Lie', className: '5A', grade: 5 };
const latin1 = (text: string) => Buffer.from(text, 'latin1');

const pupilsIn = async (content: string | Buffer) => (await readRosterOf({ 'elever.csv': content })).pupils;
const rejectedIn = async (rows: string) =>
  (await readRosterOf({ 'elever.csv': `${own}\n5A,5,Ask,Lie,p1\n${rows}\n` })).rejected;

describe('a list of pupils is read', () => {
  test.each<[string, string | Buffer]>([
    ['as our own', `${own}\n5A,5,Ask,Lie,p1\n`],
    ['with a byte order mark', `\uFEFF${own}\n5A,5,Ask,Lie,p1\n`],
    ['with line ends of Windows', `${own}\r\n5A,5,Ask,Lie,p1\r\n`],
    ['with line ends of an old Mac', `${own}\r5A,5,Ask,Lie,p1\r`],
    ['with line ends of both kinds', `${own}\r\n5A,5,Ask,Lie,p1\n`],
    ['without a last line end', `${own}\n5A,5,Ask,Lie,p1`],
    ['with blank lines and spaces', `\n${own}\n\n 5A , 5 ,Ask, Lie,p1 \n,,,,\n`],
    ['with a line end of a delimiter', `${own},\n5A,5,Ask,Lie,p1,\n`],
    ['with quotes', `"klasse","trinn","fornavn","etternavn","id"\n"5A","5","Ask","Lie","p1"\n`],
    ['with tabs', `${own}\n5A,5,Ask,Lie,p1\n`.replaceAll(',', '\t')],
    ['with the line that Excel puts first', `sep=;\n${own}\n5A,5,Ask,Lie,p1\n`.replaceAll(',', ';')],
    ['with the header in capitals', `${own.toUpperCase()}\n5A,5,Ask,Lie,p1\n`],
    [
      'without grades, which the names of the classes tell',
      'Basisgruppe;Fornavn;Etternavn;Feide\n5a;Ask;Lie;p1\n',
    ],
    [
      'as WIS writes it, without the birth number',
      latin1(
        'Skoleår;Klassetrinn;Klassenavn;Nummer;Etternavn;Fornavn;Fødselsdato;Personnummer\r\n2026/2027;5;A;p1;Lie;Ask;010115;12345\r\n',
      ),
    ],
    [
      'as VOKAL writes it',
      latin1('Fornavn;Etternavn;Kjønn;Trinn;Klasse;EksternID\r\nAsk;Lie;M;5. trinn;5A;p1\r\n'),
    ],
    [
      'with columns that are dropped, whatever is in them',
      `${own},fødselsnummer,Foresatt 1 mobil,E-post\n5A,5,Ask,Lie,p1,01010112345,22334455,a@b.no\n`,
    ],
    ['with the same pupil on two rows', `${own}\n5A,5,Ask,Lie,p1\n5A,5,Ask,Lie,p1\n`],
  ])('%s', async (_how, content) => {
    expect(await pupilsIn(content)).toEqual([ask]);
  });

  test.each(['5', '05', '5.', '5. trinn', '5.trinn', 'Trinn 5', '5. klasse', '5. årstrinn'])(
    'with the grade written %s',
    async (grade) => {
      expect(await pupilsIn(`${own}\nA,${grade},Ask,Lie,p1\n`)).toEqual([ask]);
    },
  );

  test('with Norwegian letters in Windows-1252 and in UTF-8', async () => {
    const text = `${own}\n5Å,5,Åse Øygunn,Sæther–Ek,p1\n`;
    const pupil = { ...ask, className: '5Å', givenName: 'Åse Øygunn', familyName: 'Sæther–Ek' };
    expect(await pupilsIn(text)).toEqual([pupil]);
    const windows = Buffer.from([...text].map((sign) => (sign === '–' ? 0x96 : sign.charCodeAt(0))));
    expect(await pupilsIn(windows)).toEqual([pupil]);
  });

  test('with letters put together of two signs as one', async () => {
    const [pupil] = await pupilsIn(`${own}\n5A,5,${'Åse'.normalize('NFD')},Lie,p1\n`);
    expect(pupil?.givenName).toBe('Åse'.normalize('NFC'));
  });

  test('with only the own school of several, by number or name', async () => {
    const rows = '5A,5,Ask,Lie,p1';
    const byNumber = `${own},orgnr\n${rows},974 760 673\n5A,5,Ida,Vik,p2,975000000\n`;
    const byName = `${own},Skole\n${rows},fjellvang skole\n5A,5,Ida,Vik,p2,Dalen skole\n`;
    for (const content of [byNumber, byName]) {
      const roster = await readRosterOf({ 'elever.csv': content });
      expect(roster.pupils).toEqual([ask]);
      expect(roster.otherSchools).toBe(1);
    }
    expect(await pupilsIn(`${own},Skole\n${rows},Fjellvang\n`)).toEqual([ask]);
    expect(
      await refusalOf(
        read({ 'elever.csv': `${own},Skole\n${rows},Lia skole\n5A,5,Ida,Vik,p2,Dalen skole\n` }),
      ),
    ).toEqual([
      'Filen har flere skoler, og denne er ikke blant dem. Skolen må stå med samme navn eller organisasjonsnummer som her.',
    ]);
  });
});

describe('a row is left out', () => {
  test.each([
    ['5A,5,Bo,Dal,', 'En verdi mangler.'],
    ['5A,5,,Dal,p2', 'En verdi mangler.'],
    ['8A,8,Bo,Dal,p2', 'Trinnet må være 1–7.'],
    ['5A,fem,Bo,Dal,p2', 'Trinnet mangler eller kan ikke leses.'],
    ['5B,5,Bo,Dal,p1', 'Samme id står på en tidligere rad.'],
    ['5B,5,Ask,Lie,p1', 'Eleven står i to klasser. Den første er brukt.'],
    ['5A,5,Bo', 'Raden har for få kolonner.'],
    ['5A,5,Bo,Dal,p2,x', 'Raden har for mange kolonner.'],
    [`5A,5,${'a'.repeat(101)},Dal,p2`, 'En verdi er for lang.'],
    ['5A,5,Bo\u0007,Dal,p2', 'En verdi har ugyldige tegn.'],
    ['5A,5,B\uFFFD,Dal,p2', 'En verdi har ugyldige tegn.'],
  ])('%j: %s', async (row, reason) => {
    expect(await rejectedIn(row)).toEqual([{ file: 'elever.csv', row: 3, reason }]);
  });

  test('without what stood in it, and numbered as in the file', async () => {
    const rejected = await rejectedIn('\n"5A","9","Hemmelig\nNavn","Dal","p2"\n5A,9,Hemmelig,Dal,p3');
    expect(rejected.map(({ row }) => row)).toEqual([4, 5]);
    expect(JSON.stringify(rejected)).not.toMatch(/Hemmelig|Navn|Dal/);
  });
});

describe('a list of pupils is refused', () => {
  test.each<[string, string | Buffer, string]>([
    ['when it is empty', '', 'elever.csv: Filen er tom.'],
    ['when it is blank', ' \n\n', 'elever.csv: Filen er tom.'],
    ['without rows', `${own}\n`, 'Filen har ingen elever ved skolen.'],
    [
      'in UTF-16',
      Buffer.from(`\uFEFF${own}\n5A,5,Ask,Lie,p1\n`, 'utf16le'),
      'elever.csv: Filen er lagret som UTF-16. Lagre den som «CSV UTF-8».',
    ],
    ['with a NUL', `${own}\n5A,5,As\0k,Lie,p1\n`, 'elever.csv: Filen er ikke en tekstfil.'],
    [
      'without a header',
      '5A;5;Ask;Lie;p1\n5A;5;Bo;Dal;p2\n',
      'elever.csv: Den første raden må ha navn på kolonnene.',
    ],
    [
      'with a column twice',
      `${own},Fornavn\n5A,5,Ask,Lie,p1,Bo\n`,
      'elever.csv: Kolonnen fornavn finnes to ganger.',
    ],
    [
      'with a quote that is not closed',
      `${own}\n5A,5,"Ask,Lie,p1\n5A,5,Bo,Dal,p2\n`,
      'elever.csv: Rad 2 er for lang, eller et anførselstegn er ikke lukket.',
    ],
    [
      'with a row without an end',
      `${own}\n5A,5,${'a'.repeat(200_000)}\n`,
      'elever.csv: Rad 2 er for lang, eller et anførselstegn er ikke lukket.',
    ],
  ])('%s', async (_how, content, sentence) => {
    expect(await refusalOf(read({ 'elever.csv': content }))).toEqual([sentence]);
  });

  test.each(['p1', 'Ask', 'Lie'])('with a birth number where %s should be', async (value) => {
    for (const number of ['01010112345', '010101 12345', '410181-12345']) {
      const text = `${own}\n5A,5,Ask,Lie,p1\n`.replace(value, number);
      expect(await refusalOf(read({ 'elever.csv': text }))).toEqual([
        'elever.csv: Filen ser ut til å inneholde fødselsnummer. Ta bort den kolonnen og prøv igjen.',
      ]);
    }
  });
});

describe('an unknown header', () => {
  const file = { 'visma.csv': 'Gr;Navn;Slektsnavn;Nr;Notat;Mobil\n5A;Ask;Lie;p1;Hemmelig;1\n' };
  const mapping = {
    className: 'gr',
    grade: 'Gr',
    givenName: 'Navn',
    familyName: 'Slektsnavn',
    externalId: 'Nr',
  };

  test('asks for a mapping, with columns and a suggestion and no values', async () => {
    const asked = await read(file);
    expect(asked).toEqual({
      outcome: 'needs_mapping',
      file: 'visma.csv',
      columns: ['Gr', 'Navn', 'Slektsnavn', 'Nr', 'Notat'],
      suggestion: { familyName: 'Slektsnavn', externalId: 'Nr' },
    });
    expect(JSON.stringify(asked)).not.toMatch(/Ask|Lie|Hemmelig/);
  });

  test('is read by the mapping', async () => {
    expect((await readRosterOf(file, { mapping })).pupils).toEqual([ask]);
  });

  test('asks again when the mapping names a column that is not there, or one that is dropped', async () => {
    for (const externalId of ['Elevkode', 'Mobil'])
      expect((await read(file, { mapping: { ...mapping, externalId } })).outcome).toBe('needs_mapping');
  });

  test('is not needed for a known header, whatever was remembered', async () => {
    expect((await readRosterOf({ 'e.csv': `${own}\n5A,5,Ask,Lie,p1\n` }, { mapping })).pupils).toEqual([ask]);
  });

  test('is what a known header becomes when its id is only a number within the class', async () => {
    const rows = [...'ABCDEF'].flatMap((letter) =>
      [1, 2].map((n) => `5${letter};${n};${letter}${n};Ek;2026;5`),
    );
    const list = {
      'wis.csv': ['Klassenavn;Nummer;Fornavn;Etternavn;Skoleår;Klassetrinn', ...rows].join('\n'),
    };
    const asked = await read(list);
    expect(asked).toMatchObject({ outcome: 'needs_mapping', suggestion: { className: 'Klassenavn' } });
    expect(asked).not.toHaveProperty('suggestion.externalId');
    const chosen = {
      className: 'Klassenavn',
      grade: 'Klassetrinn',
      givenName: 'Fornavn',
      familyName: 'Etternavn',
    };
    expect(await refusalOf(read(list, { mapping: { ...chosen, externalId: 'Nummer' } }))).toEqual([
      'wis.csv: Flere elever har samme id. Velg en kolonne som skiller dem fra hverandre.',
    ]);
    expect((await readRosterOf(list, { mapping: { ...chosen, externalId: 'Fornavn' } })).pupils).toHaveLength(
      12,
    );
  });

  test('among several files of no known kind is refused', async () => {
    expect(await refusalOf(read({ 'a.csv': 'a,b\n', 'b.csv': 'a,b\n' }))).toEqual([
      'Mappen har flere CSV-filer, men ikke de som hører til OneRoster eller SDS. Velg én fil.',
    ]);
  });
});
