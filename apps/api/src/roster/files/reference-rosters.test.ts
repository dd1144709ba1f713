import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readRoster } from './read-roster.ts';
import { readRosterOf, refusalOf, type Texts, zipOf } from './roster-source.fixture.ts';
import { sourceAtPath, uploadedSource } from './roster-source.ts';
import { sealUploads } from './sealed-upload.ts';

// Rosters written by other systems; see SOURCES.md beside them.
const folder = fileURLToPath(new URL('../../../../../../shared/reference/rosters/', import.meta.url));
const present = existsSync(`${folder}SOURCES.md`);
if (!present) console.warn('reference rosters absent: the tests against them are skipped');

const organisationNumber = '974760673';
const readReference = async (name: string, school: string, today: string) =>
  readRoster(await sourceAtPath(`${folder}${name}`), { organisationNumber, name: school }, { today });

const textsOf = (name: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(`${folder}${name}`).map((file) => [file, readFileSync(`${folder}${name}/${file}`, 'utf8')]),
  );

/** The tables of a reference with one text replaced, as in a file from a Norwegian primary school. */
const textsWith = (name: string, ...changes: readonly (readonly [string, string, string])[]): Texts => {
  const texts = textsOf(name);
  for (const [file, text, replacement] of changes) {
    expect(texts[file]).toContain(text);
    texts[file] = texts[file]?.replaceAll(text, replacement) ?? '';
  }
  return texts;
};

const noClasses = [
  'Fant ingen klasser for skolen i classes.csv. Klassene må ha classType homeroom, eller navn som 5A.',
];
const noSchool = [
  'Fant ikke skolen i orgs.csv. Skolen må stå der med organisasjonsnummeret i identifier, eller med samme navn som her.',
];

describe.skipIf(!present)('a roster of others', () => {
  test('with subject groups only has no classes to list pupils by', async () => {
    const autumn = '2022-04-01';
    for (const [name, school] of [
      ['oneroster-1.1-base', 'School 1'],
      ['oneroster-1.1-full', 'History Department'],
      ['sds-2.1', 'School of TwoDotOne'],
    ] as const)
      expect(await refusalOf(readReference(name, school, autumn))).toEqual(noClasses);
  });

  test('without the school, or with two that could be it, says so', async () => {
    for (const name of ['oneroster-1.1-base', 'oneroster-1.1-full', 'oneroster-1.1-minimal'])
      expect(await refusalOf(readReference(name, 'Fjellvang skole', '2022-04-01'))).toEqual(noSchool);
  });

  test('oneroster-1.1-minimal has a homeroom and no grades', async () => {
    expect(await readReference('oneroster-1.1-minimal', 'History Department', '2022-04-01')).toEqual({
      outcome: 'read',
      roster: {
        format: 'oneroster-1.1',
        pupils: [],
        teachers: [],
        rejected: [
          { file: 'users.csv', row: 3, reason: 'Eleven står ikke i noen klasse.' },
          {
            file: 'users.csv',
            row: 5,
            reason: 'Personen står som elev i klassen, men har en annen rolle ved skolen.',
          },
          { file: 'users.csv', row: 6, reason: 'Trinnet mangler eller kan ikke leses.' },
          { file: 'users.csv', row: 7, reason: 'Eleven står ikke i noen klasse.' },
        ],
        rejectedCount: 4,
        otherSchools: 0,
      },
    });
  });

  test('oneroster-1.1-minimal with a grade for its homeroom has one pupil and a teacher', async () => {
    const texts = textsWith('oneroster-1.1-minimal', ['classes.csv', 'History - 2,,', 'History - 2,04,']);
    expect(await readRosterOf(texts, { name: 'History Department' })).toMatchObject({
      pupils: [
        {
          externalId: 'usr-222-1234561232',
          givenName: 'mmichel',
          familyName: 'Jones',
          className: 'History - 2',
          grade: 4,
        },
      ],
      teachers: [
        { externalId: 'usr-222-123456', givenName: 'John', familyName: 'Doe', classNames: ['History - 2'] },
      ],
      rejectedCount: 3,
      otherSchools: 0,
    });
  });

  test('oneroster-1.1-base with homerooms has the pupil in the first of two, with the grade of the class', async () => {
    const texts = textsWith('oneroster-1.1-base', ['classes.csv', 'scheduled', 'homeroom']);
    expect(await readRosterOf(texts, { name: 'School 1' })).toEqual({
      format: 'oneroster-1.1',
      pupils: [
        {
          externalId: 'user1',
          givenName: 'ionut',
          familyName: 'padurariu',
          className: 'Class 1 title',
          grade: 2,
        },
      ],
      teachers: [],
      rejected: [
        { file: 'enrollments.csv', row: 3, reason: 'Eleven står i to klasser. Den første er brukt.' },
      ],
      rejectedCount: 1,
      otherSchools: 1,
    });
  });

  test('oneroster-1.1-full with a homeroom has pupils of upper grades, and nobody once the year is over', async () => {
    const texts = textsWith('oneroster-1.1-full', ['classes.csv', 'Scheduled', 'homeroom']);
    const during = await readRosterOf(texts, { name: 'History Department', today: '2022-04-01' });
    expect(during).toMatchObject({ pupils: [], teachers: [], otherSchools: 0 });
    expect(during.rejected).toEqual([
      { file: 'users.csv', row: 3, reason: 'Eleven står ikke i noen klasse.' },
      {
        file: 'users.csv',
        row: 5,
        reason: 'Personen står som elev i klassen, men har en annen rolle ved skolen.',
      },
      { file: 'users.csv', row: 6, reason: 'Trinnet må være 1–7.' },
      { file: 'users.csv', row: 7, reason: 'Eleven står ikke i noen klasse.' },
    ]);
    const after = await readRosterOf(texts, { name: 'History Department', today: '2022-06-15' });
    expect(after.rejected.map(({ row, reason }) => [row, reason])).toEqual([
      [3, 'Eleven står ikke i noen klasse.'],
      [6, 'Eleven står ikke i noen klasse.'],
      [7, 'Eleven står ikke i noen klasse.'],
    ]);
  });

  test('sds-2.1 with a class of grade 5 has three pupils and the teacher', async () => {
    const texts = textsWith(
      'sds-2.1',
      ['classes.csv', 'Biology 10', '5A'],
      ['roles.csv', 'SY2021K12,10', 'SY2021K12,05'],
    );
    expect(await readRosterOf(texts, { name: 'School of TwoDotOne', today: '2022-04-01' })).toEqual({
      format: 'sds-2.1',
      pupils: [
        { externalId: '114001', givenName: 'Jack', familyName: 'Craig', className: '5A', grade: 5 },
        { externalId: '114003', givenName: 'Fred', familyName: 'Hutch', className: '5A', grade: 5 },
        { externalId: '114004', givenName: 'Alice', familyName: 'Smithee', className: '5A', grade: 5 },
      ],
      teachers: [{ externalId: '114007', givenName: 'Kristen', familyName: 'Fein', classNames: ['5A'] }],
      rejected: [],
      rejectedCount: 0,
      otherSchools: 0,
    });
  });

  test('gives the same as a zip, and never a password, an address or a guardian', async () => {
    const changes = {
      'oneroster-1.1-minimal': ['classes.csv', 'History - 2,,', 'History - 2,04,'],
      'sds-2.1': ['classes.csv', 'Biology 10', '5A'],
    } as const;
    for (const [name, change] of Object.entries(changes)) {
      const texts = textsWith(name, change);
      const school = { organisationNumber, name: name === 'sds-2.1' ? 'x' : 'History Department' };
      const zip = await zipOf(texts, 'export/');
      const upload = await sealUploads(
        (async function* () {
          yield {
            name: 'roster.zip',
            bytes: (async function* () {
              yield zip;
            })(),
          };
        })(),
      );
      const source = await uploadedSource(upload);
      const zipped = await readRoster(source, school, { today: '2022-04-01' });
      await source.close();
      const roster = await readRosterOf(texts, { name: school.name, today: '2022-04-01' });
      expect(zipped).toEqual({ outcome: 'read', roster });
      expect(JSON.stringify(roster)).not.toMatch(/Passw|P@ss|@|Jean|Thomas|iep|Lunch/);
    }
  });
});
