import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { RosterImportList, RosterReading } from '@samhold/contract';
import { bodyOf, codeOf } from '../testing/answering.ts';
import { rosterHeader } from '../testing/class-with-teacher.ts';
import { applyRoster, readRoster, sendRoster, type Files } from '../testing/roster-upload.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import type { TestSchool } from '../testing/test-school.ts';
import { zipOf } from './files/roster-source.fixture.ts';
import { smallSchool, smallSchoolWith } from './files/small-school.fixture.ts';
import { schoolInFiles } from './imported-school.fixture.ts';
import { insertSchoolYear } from './people.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
});
afterAll(() => house.close());

// The fixtures are written as text.
const set = smallSchool as Files;

const open = (name: string, organisationNumber?: string) => schoolInFiles(house, name, organisationNumber);

const relationsOf = ({ schoolId }: TestSchool) =>
  house.deps.db.inScope({ schoolId }, (tx) =>
    tx
      .selectFrom('relation')
      .innerJoin('class', 'class.class_id', 'relation.class_id')
      .select(['relation.staff_id', 'class.name', 'confirmed_at', 'proposed_by', 'to_at', 'relation_id'])
      .where('relation.school_id', '=', schoolId)
      .where('kind', '=', 'contact_teacher')
      .orderBy('class.name')
      .execute(),
  );

describe('teachers in a file', () => {
  test('become staff without a sign-in and are proposed, once; nothing more is given', async () => {
    const { school, administrator } = await open('Teachers');
    const read = await readRoster(administrator, set);
    expect(read).toMatchObject({
      format: 'oneroster-1.1',
      counts: { new: 1, unchanged: 1, newStaff: 1, newRelations: 1, otherSchools: 1 },
      staff: [{ name: 'Tea Moe', isNew: true, classNames: ['5A'] }],
    });
    await applyRoster(administrator, read.importId);
    const [proposed, ...more] = await relationsOf(school);
    expect(more).toEqual([]);
    expect(proposed).toMatchObject({ name: '5A', confirmed_at: null, to_at: null });
    expect(proposed?.proposed_by).not.toBeNull();
    const identities = await house.deps.db.inScope(school, (tx) =>
      tx
        .selectFrom('staff_identity')
        .select('staff_id')
        .where('school_id', '=', school.schoolId)
        .where('staff_id', '=', proposed?.staff_id ?? '')
        .execute(),
    );
    expect(identities).toEqual([]);
    const again = await readRoster(administrator, set);
    expect(again.counts).toMatchObject({ new: 0, unchanged: 2, newStaff: 0, newRelations: 0 });
    expect(again.staff).toEqual([]);
  });

  test.each([
    ['confirmed', { confirmed_at: new Date() }],
    ['ended', { confirmed_at: new Date(), to_at: new Date() }],
  ])('whose relation was %s keep it as it is', async (name, change) => {
    const { school, administrator } = await open(`Teachers ${name}`);
    await applyRoster(administrator, (await readRoster(administrator, set)).importId);
    const [relation] = await relationsOf(school);
    await house.deps.db.inScope(school, (tx) =>
      tx
        .updateTable('relation')
        .set(change)
        .where('school_id', '=', school.schoolId)
        .where('relation_id', '=', relation?.relation_id ?? '')
        .execute(),
    );
    const before = await relationsOf(school);
    // The teacher is no longer in the file; then there again; then there for another class.
    const without = smallSchoolWith(['enrollments.csv', 'e3,,,c1,o1,u3,teacher,true,,\n', '']) as Files;
    for (const files of [without, set]) {
      await applyRoster(administrator, (await readRoster(administrator, files)).importId);
      expect(await relationsOf(school)).toEqual(before);
    }
  });

  test('of two schools have a record at each', async () => {
    const own = await open('Fjellvang skole');
    const other = await open('Dalen skole', '975000000');
    const files = smallSchoolWith(['enrollments.csv', 'e9,', 'e8,,,c9,o2,u3,teacher,true,,\ne9,']) as Files;
    for (const { administrator } of [own, other])
      await applyRoster(administrator, (await readRoster(administrator, files)).importId, true);
    const [at, alsoAt] = [await relationsOf(own.school), await relationsOf(other.school)];
    expect([at.length, alsoAt.length]).toEqual([1, 1]);
    expect(at[0]?.staff_id).not.toBe(alsoAt[0]?.staff_id);
  });
});

describe('files', () => {
  test('come as a zip, and say the same as the folder', async () => {
    const { administrator } = await open('Zipped');
    const zip = await zipOf(smallSchool, 'eksport/');
    const fromFolder = await readRoster(administrator, set);
    const fromZip = await readRoster(administrator, { 'eksport.zip': new Uint8Array(zip) });
    expect(fromZip.counts).toEqual(fromFolder.counts);
  });

  test('with rows that cannot be read tell file, row and reason, and nothing that stood there', async () => {
    const { administrator } = await open('Rejected');
    const read = await readRoster(
      administrator,
      `${rosterHeader}5A,5,Ask,Lie,u1\n5A,9,Hemmelig,Navn,u5\n5B,5,Ask,Lie,u1\n`,
    );
    expect(read.counts).toMatchObject({ unchanged: 1, rejected: 2 });
    expect(read.rejectedRows).toEqual([
      { file: 'elever.csv', row: 3, reason: 'Trinnet må være 1–7.' },
      { file: 'elever.csv', row: 4, reason: 'Eleven står i to klasser. Den første er brukt.' },
    ]);
    expect(JSON.stringify(read)).not.toContain('Hemmelig');
  });

  test('with a header that is not known are asked about, and the answer is remembered', async () => {
    const { administrator } = await open('Mapped');
    const odd = 'Basis;Nivå;Kalles;Slekt;Ref\n5A;5;Ask;Lie;u1\n5A;5;Åse;Ås;u7\n';
    const mapping = {
      className: 'Basis',
      grade: 'Nivå',
      givenName: 'Kalles',
      familyName: 'Slekt',
      externalId: 'Ref',
    };
    const asked = await bodyOf<RosterReading>(await sendRoster(administrator, odd));
    expect(asked).toMatchObject({
      outcome: 'needs_mapping',
      file: 'elever.csv',
      columns: ['Basis', 'Nivå', 'Kalles', 'Slekt', 'Ref'],
      suggestion: { grade: 'Nivå' },
    });
    const fields = { mapping: JSON.stringify(mapping) };
    const read = await readRoster(administrator, odd, fields);
    expect(read.counts).toMatchObject({ new: 1, unchanged: 1 });
    expect((await readRoster(administrator, odd)).counts).toEqual(read.counts);
    const changed = await bodyOf<RosterReading>(
      await sendRoster(administrator, odd.replace('Slekt', 'Slektsnavnet')),
    );
    expect(changed).toMatchObject({
      outcome: 'needs_mapping',
      suggestion: { className: 'Basis', grade: 'Nivå', givenName: 'Kalles', externalId: 'Ref' },
    });
  });

  test('in Windows-1252 keep their letters', async () => {
    const { administrator } = await open('Windows');
    const file = Buffer.from(
      'klasse;trinn;fornavn;etternavn;id\n5A;5;Ask;Lie;u1\n5A;5;Åse;Ærø;u7\n',
      'latin1',
    );
    const read = await readRoster(administrator, { 'elever.csv': new Uint8Array(file) });
    expect(read.new).toMatchObject([{ name: 'Åse Ærø' }]);
  });
});

describe('a year to come', () => {
  test('gets its lists in summer; those of the year that holds stay as they are', async () => {
    const { school, administrator } = await open('Summer');
    const start =
      Number(house.deps.now().toISOString().slice(0, 4)) + (house.deps.now().getUTCMonth() < 7 ? 0 : 1);
    const nextYear = await house.deps.db.inScope(school, (tx) =>
      insertSchoolYear(tx, school.schoolId, {
        label: `${start}/${start + 1}`,
        startsOn: `${start}-08-01`,
        endsOn: `${start + 1}-07-31`,
      }),
    );
    const list = await bodyOf<RosterImportList>(await administrator('/api/v1/roster/imports'));
    expect(list.schoolYears.map((year) => year.isCurrent)).toEqual([true, false]);
    const roster = `${rosterHeader}6A,6,Ask,Lie,u1\n1A,1,Ny,Elev,u8\n`;
    const read = await readRoster(administrator, roster, { schoolYearId: nextYear });
    expect(read).toMatchObject({
      schoolYear: `${start}/${start + 1}`,
      asksTwice: false,
      counts: { listed: 0, new: 2, moved: 0, leaving: 0, newClasses: ['1A', '6A'] },
      new: [
        { name: 'Ny Elev', known: false },
        { name: 'Ask Lie', known: true },
      ],
    });
    await applyRoster(administrator, read.importId);
    const memberships = await house.deps.db.inScope(school, (tx) =>
      tx
        .selectFrom('class_membership')
        .innerJoin('class', 'class.class_id', 'class_membership.class_id')
        .select(['class.name', 'from_on', 'to_on'])
        .where('class_membership.school_id', '=', school.schoolId)
        .orderBy('class.name')
        .execute(),
    );
    expect(memberships).toMatchObject([
      { name: '1A', from_on: `${start}-08-01`, to_on: null },
      { name: '5A', to_on: null },
      { name: '6A', from_on: `${start}-08-01`, to_on: null },
    ]);
    // Still the same in the year that holds, and the same file for the coming year is no change.
    const now = await readRoster(administrator, `${rosterHeader}5A,5,Ask,Lie,u1\n`);
    expect(now.counts).toMatchObject({ unchanged: 1, leaving: 0 });
    const again = await readRoster(administrator, roster, { schoolYearId: nextYear });
    expect(again.counts).toMatchObject({ listed: 2, unchanged: 2, new: 0 });
  });

  test('that is over is not there', async () => {
    const { school, administrator } = await open('Past');
    const past = await house.deps.db.inScope(school, (tx) =>
      insertSchoolYear(tx, school.schoolId, { label: 'før', startsOn: '2001-08-01', endsOn: '2002-07-31' }),
    );
    const response = await sendRoster(administrator, rosterHeader, { schoolYearId: past });
    expect([response.status, await codeOf(response)]).toEqual([404, 'not_found']);
  });
});
