import { describe, expect, test } from 'vitest';
import { isFault } from './figure.ts';
import { asCsv, bytesOf, madeRow } from './made-export.fixture.ts';
import { readExport } from './read-export.ts';

const own = '999999999';
/** A valid number of another school. */
const other = '974588145';
type Changes = Parameters<typeof madeRow>[0];

const read = async (rows: readonly Changes[], base: Changes = {}) => {
  const found = await readExport(
    bytesOf(JSON.stringify(rows.map((row) => madeRow({ ...base, ...row })))),
    own,
  );
  return isFault(found) ? expect.fail(found.fault) : found;
};
const faultsOf = async (...rows: readonly Changes[]) => (await read(rows)).file.faults;
const refusalOf = async (bytes: Uint8Array) => {
  const found = await readExport(bytes, own);
  return isFault(found) ? found.fault : expect.fail('The file was read.');
};
const bullying = { Score: undefined, Standardavvik: undefined, AndelMobbet: '8,3' };
const participation = { ...bullying, AndelMobbet: undefined, AndelDeltatt: '80', AntallInvitert: '60' };

describe('Udir’s export', () => {
  test('is read alike as JSON, as CSV with semicolons, commas or tabs, and in any encoding it comes in', async () => {
    const rows = [madeRow(), madeRow({ Spoersmaalgruppekode: 'I2', Spoersmaalgruppe: 'Støtte fra lærerne' })];
    const expected = await read([{}, { Spoersmaalgruppekode: 'I2', Spoersmaalgruppe: 'Støtte fra lærerne' }]);
    const files = [
      ...[';', ',', '\t'].map((sign) => bytesOf(asCsv(rows, sign))),
      bytesOf(`\uFEFF${asCsv(rows)}`),
      bytesOf(`sep=;\r\n${asCsv(rows)}`),
      new Uint8Array(Buffer.from(asCsv(rows), 'latin1')),
      new Uint8Array(Buffer.from(`\uFEFF${asCsv(rows)}`, 'utf16le')),
      bytesOf(JSON.stringify({ data: rows })),
    ];
    for (const file of files)
      expect(await readExport(file, own)).toMatchObject({ figures: expected.figures });
    expect(expected.figures[1]).toMatchObject({
      topic: 'Støtte fra lærerne',
      score: 4.2,
      answers: 48,
      year: 2023,
    });
  });

  test('keeps a hidden number as hidden, and all of its row with it', async () => {
    for (const hidden of [
      { Score: '*' },
      { AntallBesvart: '*' },
      { Standardavvik: '*' },
      { AndelSvaralternativ3: '*' },
    ]) {
      const { figures, file } = await read([hidden].map((one) => ({ ...optionsOf('20'), ...one })));
      expect(figures).toMatchObject([{ hidden: 'udir', score: null, deviation: null, answers: null }]);
      expect(file).toMatchObject({ school: 1, hidden: 1, faultCount: 0 });
    }
  });

  test('knows its four tables by their columns', async () => {
    expect((await read([{}])).figures).toMatchObject([{ table: 'indicators', score: 4.2, share: null }]);
    expect((await read([bullying])).figures).toMatchObject([{ table: 'bullying', share: 8.3, score: null }]);
    expect((await read([participation])).figures).toMatchObject([
      { table: 'participation', share: 80, answers: 48, invited: 60 },
    ]);
    const question = {
      Spoersmaalnavn: 'Trives du på skolen?',
      Svaralternativ: 'Svært godt',
      AndelBesvart: '40',
    };
    expect((await read([question])).figures).toMatchObject([
      {
        table: 'questions',
        topic: 'Trivsel',
        question: 'Trives du på skolen?',
        option: 'Svært godt',
        share: 40,
      },
    ]);
  });

  test('takes the count of answers under its other name, numbers with spaces, and five written «5,0»', async () => {
    const { figures } = await read([
      { AntallBesvart: undefined, AntallBesvarelser: '60\u00A0123', Score: '5,0' },
    ]);
    expect(figures).toMatchObject([{ answers: 60_123, score: 5 }]);
  });

  test('reads any year from its name, and from TidID where there is none', async () => {
    const years = async (changes: Changes) => (await read([changes])).file.years;
    expect(await years({ Skoleaarnavn: '2016/2017' })).toEqual([2016]);
    expect(await years({ Skoleaarnavn: '1999-00'.replace('1999', '2099') })).toEqual([2099]);
    expect(await years({ Skoleaarnavn: undefined, TidID: '202112' })).toEqual([2021]);
    expect(await years({ Skoleaarnavn: undefined, TidID: '202206' })).toEqual([2021]);
  });
});

const optionsOf = (...shares: readonly string[]): Changes =>
  Object.fromEntries(
    [1, 2, 3, 4, 5].map((n) => [`AndelSvaralternativ${n}`, shares[n - 1] ?? shares[0] ?? '']),
  );
const countsOf = (...counts: readonly string[]): Changes =>
  Object.fromEntries(counts.map((count, at) => [`AntallBesvartSvaralternativ${at + 1}`, count]));

describe('rows that are not the school’s', () => {
  test('are left alone and counted: other schools, other grades, one sex, one kind of owner', async () => {
    const { figures, file } = await read([
      {},
      { Organisasjonsnummer: other },
      { Organisasjonsnummer: other, Score: 'uleselig' },
      { TrinnKode: '10', Trinnnavn: '10. trinn' },
      { TrinnKode: 'ALLE', Trinnnavn: 'Alle trinn' },
      { KjoennKode: 'J', Score: '4,9' },
      { EnhetNivaa: '1', EierformNivaa: '2', EierformNavn: 'Privat' },
    ]);
    expect(figures).toHaveLength(1);
    expect(file).toMatchObject({ otherUnits: 2, otherGrades: 2, bySex: 1, byOwnership: 1, faultCount: 0 });
  });

  test('are kept to set beside when they are of the municipality, the county or the country', async () => {
    const { figures, file } = await read([
      {},
      { EnhetNivaa: '3', Organisasjonsnummer: '', Score: '4,1' },
      { EnhetNivaa: '3', Organisasjonsnummer: '', Kommunekode: '1103', Score: '4,0' },
      { EnhetNivaa: '2', Organisasjonsnummer: '' },
      { EnhetNivaa: '2', Organisasjonsnummer: '', Fylkekode: '11' },
      { EnhetNivaa: '1', Organisasjonsnummer: '' },
    ]);
    expect(figures.map(({ unit }) => unit)).toEqual(['school', 'municipality', 'county', 'nation']);
    expect(file).toMatchObject({ school: 1, wider: 3, otherUnits: 2, withdrawn: 0 });
  });

  test('are withdrawn when exactly one unit below them is hidden, which they would tell', async () => {
    const municipality = { EnhetNivaa: '3', Organisasjonsnummer: '', Score: '4,1' };
    const one = await read([{ Score: '*' }, { Organisasjonsnummer: other }, municipality]);
    expect(one.figures.at(-1)).toMatchObject({
      unit: 'municipality',
      hidden: 'few_units',
      score: null,
      answers: null,
    });
    expect(one.file.withdrawn).toBe(1);
    const two = await read([{ Score: '*' }, { Organisasjonsnummer: other, Score: '*' }, municipality]);
    expect(two.figures.at(-1)).toMatchObject({ unit: 'municipality', hidden: null, score: 4.1 });
  });

  test('may be the only ones, and may all be hidden', async () => {
    expect((await read([{ Organisasjonsnummer: other }])).file).toMatchObject({ school: 0, otherUnits: 1 });
    const hidden = await read(
      ['5', '6', '7'].map((n) => ({ TrinnKode: n, Trinnnavn: `${n}. trinn`, Score: '*' })),
    );
    expect(hidden.file).toMatchObject({ school: 3, hidden: 3, faultCount: 0, grades: [5, 6, 7] });
  });
});

/** A row that can be read, of the same table. */
const soundOf = (changes: Changes = {}): Changes => {
  if ('AntallInvitert' in changes) return participation;
  return 'AndelMobbet' in changes ? bullying : {};
};

describe('what cannot be read', () => {
  test.each([
    ['Score er ikke et tall.', { Score: 'høy' }],
    ['Score mangler.', { Score: '' }],
    ['Score ligger utenfor 1–5.', { Score: '5,1' }],
    ['Score ligger utenfor 1–5.', { Score: '0' }],
    ['AntallBesvart mangler.', { AntallBesvart: '' }],
    ['AntallBesvart er ikke et helt tall.', { AntallBesvart: '4,5' }],
    ['AntallBesvart er ikke et tall.', { AntallBesvart: '-4' }],
    ['Organisasjonsnummeret er ikke gyldig.', { Organisasjonsnummer: '974588146' }],
    ['Organisasjonsnummeret er ikke gyldig.', { Organisasjonsnummer: '' }],
    ['EnhetNivaa mangler eller er ikke 1–4.', { EnhetNivaa: '5' }],
    ['KjoennKode er ikke A, G eller J.', { KjoennKode: '' }],
    ['Trinnet mangler.', { TrinnKode: '', Trinnnavn: '' }],
    ['TrinnKode og Trinnnavn er ikke samme trinn.', { TrinnKode: '6' }],
    ['Skoleåret er ikke to år etter hverandre.', { Skoleaarnavn: '2023-25' }],
    ['Skoleåret mangler eller kan ikke leses.', { Skoleaarnavn: 'i fjor', TidID: 'nå' }],
    ['Spoersmaalgruppe mangler.', { Spoersmaalgruppe: '' }],
    [
      'Antallene for svaralternativene stemmer ikke med antallet som har svart.',
      countsOf('1', '2', '3', '4', '5'),
    ],
    ['Andelene for svaralternativene blir ikke hundre prosent til sammen.', optionsOf('30')],
    ['AndelMobbet ligger utenfor 0–100.', { ...bullying, AndelMobbet: '101' }],
    ['Flere har svart enn det er invitert.', { ...participation, AntallInvitert: '40' }],
    ['Andelen som har deltatt, stemmer ikke med antallene.', { ...participation, AndelDeltatt: '90' }],
  ])('a row is named with its number: %s', async (reason, changes) => {
    expect(await faultsOf({ ...soundOf(changes), Spoersmaalgruppekode: 'I9' }, changes)).toEqual([
      { row: 2, reason },
    ]);
  });

  test('totals that do add up are read', async () => {
    expect(
      await faultsOf({
        ...countsOf('1', '2', '5', '10', '30'),
        ...optionsOf('2,1', '4,2', '10,4', '20,8', '62,5'),
      }),
    ).toEqual([]);
    expect(await faultsOf({ ...participation, AndelDeltatt: '80,4' })).toEqual([]);
  });

  test('the same row twice counts once, and another number under the same name is a fault', async () => {
    const twice = await read([{}, {}, { Score: '4,20' }]);
    expect(twice.figures).toHaveLength(1);
    expect(twice.file).toMatchObject({ duplicates: 2, faultCount: 0 });
    expect(await faultsOf({}, { Score: '3,1' })).toEqual([
      { row: 2, reason: 'Samme tall står på en tidligere rad med en annen verdi.' },
    ]);
    expect(await faultsOf({}, { Score: '*' })).toHaveLength(1);
  });

  test('a row of CSV with a cell too few or too many has its number in the file', async () => {
    const [header, ...lines] = asCsv([madeRow(), madeRow()]).split('\r\n');
    const file = [header, `${lines[0]};`, lines[1]].join('\n');
    expect(await readExport(bytesOf(file), own)).toMatchObject({
      figures: [{ score: 4.2 }],
      file: { faults: [{ row: 2, reason: 'Raden har for få eller for mange kolonner.' }] },
    });
  });

  test('a file that is none of the tables is refused with a reason and none of its values', async () => {
    const rows = [madeRow({ EnhetNavn: 'Hemmelig skole' })];
    const without = (column: string) => bytesOf(asCsv([madeRow({ [column]: undefined })]));
    expect(await refusalOf(bytesOf(''))).toBe('Filen er tom.');
    expect(await refusalOf(bytesOf(' \n'))).toBe('Filen er tom.');
    expect(await refusalOf(bytesOf('[]'))).toBe('Filen har ingen rader.');
    expect(await refusalOf(bytesOf(asCsv(rows).split('\r\n')[0] ?? ''))).toBe('Filen har ingen rader.');
    expect(await refusalOf(bytesOf(JSON.stringify(rows).slice(0, -9)))).toMatch('ikke hel');
    expect(await refusalOf(bytesOf('navn;klasse\nAda;5A\n'))).toMatch('ikke fra en av tabellene');
    expect(await refusalOf(without('Organisasjonsnummer'))).toBe('Kolonnen Organisasjonsnummer mangler.');
    expect(await refusalOf(without('KjoennKode'))).toBe('Kolonnen KjoennKode mangler.');
    expect(await refusalOf(without('AntallBesvart'))).toBe('Kolonnen AntallBesvart mangler.');
    expect(await refusalOf(bytesOf(asCsv(rows).replace('EnhetNavn', 'Score')))).toBe(
      'Kolonnen Score finnes to ganger.',
    );
    expect(await refusalOf(bytesOf('PK\x03\x04\0\0'))).toMatch('ikke en tekstfil');
    expect(await refusalOf(bytesOf(`${asCsv(rows)}"`))).toMatch('anførselstegn');
    const spoilt = Buffer.from('Støtte fra lærerne').toString('latin1');
    expect(await refusalOf(bytesOf(asCsv([madeRow({ Spoersmaalgruppe: spoilt })])))).toMatch('ødelagt');
    for (const row of rows)
      expect(await refusalOf(bytesOf(JSON.stringify([{ ...row, Score: {} }])))).not.toMatch('Hemmelig');
  });

  test('one page of several says how many rows there are', async () => {
    expect((await read([{ RaderTotalt: '1200' }])).file).toMatchObject({ rows: 1, rowsInAll: 1200 });
    expect((await read([{}])).file.rowsInAll).toBeNull();
  });
});
