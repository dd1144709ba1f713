import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { applyRoster, readRoster } from '../testing/roster-upload.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';
import { dayOf } from '../calendar-days.ts';
import { header } from './imported-school.fixture.ts';

const PUPILS = 7;
const firstDay = Date.parse('2026-09-01T09:00:00Z');

let house: TestHouse;
let school: TestSchool;
let days = 0;
beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  house.setNow(new Date(firstDay));
  school = await makeSchool(house, 'Gjennom året', `${header}5A,5,Navn0,Lie,p0\n`);
  await addStaff(house, school, 'administrator', [{ kind: 'administrator' }]);
});
afterAll(() => house.close());

type Place = { readonly className: string; readonly grade: number; readonly name: string };
/** Where each pupil is, by number; nowhere when not in the file. */
type Roster = readonly (Place | undefined)[];

const place: fc.Arbitrary<Place | undefined> = fc.option(
  fc.record({
    className: fc.constantFrom('5A', '5B', '5–6'),
    grade: fc.constantFrom(5, 6),
    name: fc.constantFrom('Lie', 'Dal'),
  }),
  { nil: undefined, freq: 3 },
);
const rosters = fc.array(
  fc.record({
    roster: fc
      .array(place, { minLength: PUPILS, maxLength: PUPILS })
      // A file without a single pupil is refused.
      .filter((roster) => roster.some((one) => one !== undefined)),
    nextDay: fc.boolean(),
  }),
  { minLength: 1, maxLength: 4 },
);

const written = (roster: Roster): string =>
  header +
  roster
    .map((one, at) =>
      one === undefined ? '' : `${one.className},${one.grade},Navn${at},${one.name},p${at}\n`,
    )
    .join('');

/** Every membership there ever was, by the number of the pupil in the files. */
const memberships = () =>
  house.deps.db.inScope(school, async (tx, open) => {
    const sealer = await open();
    const rows = await tx
      .selectFrom('class_membership as m')
      .innerJoin('class', 'class.class_id', 'm.class_id')
      .innerJoin('sealed_person as person', 'person.person_id', 'm.pupil_id')
      .select(['m.pupil_id', 'class.name', 'm.grade', 'm.from_on', 'm.to_on'])
      .select(['person.external_id_hash', 'person.family_name'])
      .where('m.school_id', '=', school.schoolId)
      .orderBy('m.pupil_id')
      .orderBy('m.from_on')
      .orderBy('m.to_on')
      .orderBy('class.name')
      .execute();
    const hashes = Array.from({ length: PUPILS }, (_, at) =>
      sealer.lookupHash('pupil', `p${at}`).toString('hex'),
    );
    return rows.map(({ external_id_hash, family_name, ...row }) => ({
      ...row,
      number: hashes.indexOf(external_id_hash?.toString('hex') ?? ''),
      familyName: sealer.open(family_name, {
        table: 'sealed_person',
        column: 'family_name',
        row: row.pupil_id,
      }),
    }));
  });

test('whatever files follow each other, the lists are as the last one says, and what was before stays', async () => {
  await fc.assert(
    fc.asyncProperty(rosters, async (files) => {
      days += 1;
      house.setNow(new Date(firstDay + days * 86_400_000));
      let administrator = await house.staffBrowser('administrator');
      for (const { roster, nextDay } of files) {
        if (nextDay) {
          days += 1;
          house.setNow(new Date(firstDay + days * 86_400_000));
          administrator = await house.staffBrowser('administrator');
        }
        const today = dayOf(house.deps.now());
        const before = await memberships();
        const read = await readRoster(administrator, written(roster));
        expect(await memberships()).toEqual(before);
        expect((await applyRoster(administrator, read.importId, true)).status).toBe(200);

        const after = await memberships();
        const open = after.filter(({ to_on: until }) => until === null);
        expect(open.map(({ number }) => number).toSorted()).toEqual(
          roster.flatMap((one, at) => (one === undefined ? [] : [at])),
        );
        for (const { number, name, grade, familyName } of open)
          expect({ className: name, grade, name: familyName }).toEqual(roster[number]);
        // Times in a class that were over before today are as they were; the others began as they did.
        for (const row of before) {
          const { pupil_id: pupilId, name, from_on: since } = row;
          const now = after.find(
            (one) => one.pupil_id === pupilId && one.name === name && one.from_on === since,
          );
          expect(now).toBeDefined();
          if (row.to_on !== null && row.to_on < today) expect(now?.to_on).toBe(row.to_on);
        }
        const again = await readRoster(administrator, written(roster));
        expect(again.counts).toMatchObject({
          new: 0,
          renamed: 0,
          moved: 0,
          leaving: 0,
          unchanged: open.length,
        });
      }
    }),
    // The school lives on from run to run, so a shorter run would start from another place.
    { numRuns: 8, endOnFailure: true },
  );
});
