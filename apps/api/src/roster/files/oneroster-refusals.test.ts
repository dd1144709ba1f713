import { describe, expect, test } from 'vitest';
import { read, refusalOf, type Texts } from './roster-source.fixture.ts';
import { smallSchool, smallSchoolWith, withoutFile } from './small-school.fixture.ts';

describe('a roster of OneRoster is refused', () => {
  test.each(['orgs', 'classes', 'users', 'enrollments'])('without %s.csv, though declared', async (name) => {
    expect(await refusalOf(read(withoutFile(smallSchool, `${name}.csv`)))).toEqual([
      `Filen ${name}.csv mangler, men manifest.csv sier at den er med.`,
    ]);
  });

  test.each<[string, Texts, string]>([
    [
      'without a file and without a manifest',
      withoutFile(withoutFile(smallSchool, 'manifest.csv'), 'users.csv'),
      'Filen users.csv mangler.',
    ],
    [
      'with changes only',
      smallSchoolWith(['manifest.csv', 'file.users,bulk', 'file.users,delta']),
      'users.csv har bare endringer (delta). Eksporter hele listen (bulk).',
    ],
    [
      'of another version',
      smallSchoolWith(['manifest.csv', 'oneroster.version,1.1', 'oneroster.version,1.0']),
      'manifest.csv har en annen versjon av OneRoster enn 1.1 og 1.2.',
    ],
    [
      'with an unknown word in the manifest',
      smallSchoolWith(['manifest.csv', 'file.users,bulk', 'file.users,some']),
      'manifest.csv sier noe ukjent om users.csv. Det skal være bulk eller absent.',
    ],
    ['with an empty file', { ...smallSchool, 'users.csv': '' }, 'users.csv: Filen er tom.'],
    [
      'without a column that must be there',
      smallSchoolWith(['users.csv', 'givenName', 'first']),
      'users.csv: Kolonnen givenName mangler.',
    ],
    [
      'without the school',
      smallSchoolWith(['orgs.csv', 'NO 974 760 673', ''], ['orgs.csv', 'Fjellvang', 'Fjell']),
      'Fant ikke skolen i orgs.csv. Skolen må stå der med organisasjonsnummeret i identifier, eller med samme navn som her.',
    ],
    [
      'with the school twice',
      smallSchoolWith(['orgs.csv', '975000000', '974760673']),
      'orgs.csv har flere skoler som kan være denne. Sett organisasjonsnummeret i identifier.',
    ],
    [
      'with a birth number in a column nobody knows',
      smallSchoolWith(
        ['users.csv', 'username', 'note'],
        ['users.csv', 'student,ask', 'student,010101 12345'],
      ),
      'users.csv: Filen ser ut til å inneholde fødselsnummer. Ta bort den kolonnen og prøv igjen.',
    ],
    [
      'with a birth number for an id',
      smallSchoolWith(['users.csv', 'u9,', '41660112345,']),
      'users.csv: Filen ser ut til å inneholde fødselsnummer. Ta bort den kolonnen og prøv igjen.',
    ],
    [
      'with one of its files alone',
      { 'users.csv': smallSchool['users.csv'] ?? '' },
      'Dette er én av filene i en OneRoster-eksport. Velg hele mappen eller zip-filen.',
    ],
  ])('%s', async (_how, texts, sentence) => {
    expect(await refusalOf(read(texts))).toEqual([sentence]);
  });
});
