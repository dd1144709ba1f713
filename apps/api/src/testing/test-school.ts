import { createSchool, insertSchoolYear, insertStaffMember, type NewRelation } from '../roster/people.ts';
import { applyRoster, classesOfYear, schoolYearOn } from '../roster/service.ts';
import { parseRoster } from '../roster/parse.ts';
import { dayOf } from '../calendar-days.ts';
import type { TestHouse } from './test-house.ts';

export type TestSchool = { readonly schoolId: string; readonly classIds: ReadonlyMap<string, string> };

/** A school with the year around the house's clock and the classes of a roster (klasse,trinn,fornavn,etternavn,id). */
export const makeSchool = async (house: TestHouse, name: string, rosterCsv: string): Promise<TestSchool> => {
  const { db, keyring, now } = house.deps;
  const schoolId = await createSchool(db, keyring, {
    name,
    organisationNumber: '999999999',
    ownerName: `${name} kommune`,
    demo: false,
  });
  const today = dayOf(now());
  const classIds = await db.inScope({ schoolId }, async (tx, sealer) => {
    const year = Number(today.slice(0, 4)) - (Number(today.slice(5, 7)) < 8 ? 1 : 0);
    await insertSchoolYear(tx, schoolId, {
      label: `${year}/${year + 1}`,
      startsOn: `${year}-08-01`,
      endsOn: `${year + 1}-07-31`,
    });
    await applyRoster(tx, await sealer(), schoolId, today, parseRoster(rosterCsv));
    return classesOfYear(tx, schoolId, (await schoolYearOn(tx, schoolId, today)) ?? '');
  });
  return { schoolId, classIds };
};

/** A staff member who signs in as `subject`. Relations hold from a year ago unless they say otherwise. */
export const addStaff = (
  house: TestHouse,
  school: TestSchool,
  subject: string,
  relations: readonly (Omit<NewRelation, 'fromAt'> & { readonly fromAt?: Date })[],
): Promise<string> => {
  const yearAgo = new Date(house.deps.now().getTime() - 365 * 86_400_000);
  return house.deps.db.inScope(school, async (tx, sealer) =>
    insertStaffMember(tx, await sealer(), house.deps.keyring, school.schoolId, {
      givenName: subject,
      familyName: 'Prøve',
      trainedOn: '2020-08-01',
      identity: { issuer: house.issuer, subject },
      relations: relations.map((relation) => ({ fromAt: yearAgo, ...relation })),
    }),
  );
};
