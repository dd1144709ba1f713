import { pictures } from '@samhold/contract';
import type { RosterPupil } from '../roster/files/roster-file.ts';
import { createSchool, insertSchoolYear, insertStaffMember, type NewRelation } from '../roster/people.ts';
import { applyPupils, classesOfYear, schoolYearOn } from '../roster/service.ts';
import { dayOf } from '../calendar-days.ts';
import { recordGrounds } from '../grounds/service.ts';
import type { TestHouse } from './test-house.ts';

export type TestSchool = { readonly schoolId: string; readonly classIds: ReadonlyMap<string, string> };

/** Lines of klasse,trinn,fornavn,etternavn,id after a header, without quotes. */
const pupilsOf = (rosterCsv: string): readonly RosterPupil[] =>
  rosterCsv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [className = '', grade, givenName = '', familyName = '', externalId = ''] = line.split(',');
      return { className, grade: Number(grade), givenName, familyName, externalId };
    });

/** Lets every pupil without a picture code have chosen one. */
export const choosePictures = (house: TestHouse, { schoolId }: { readonly schoolId: string }) =>
  house.deps.db.inScope({ schoolId }, async (tx, sealer) => {
    const school = await sealer();
    const without = await tx
      .selectFrom('pupil')
      .select('pupil_id')
      .where('school_id', '=', schoolId)
      .where('picture_code', 'is', null)
      .execute();
    for (const [at, { pupil_id: row }] of without.entries()) {
      const chosen = [0, 1, 2].map((step) => pictures[(at + step) % pictures.length]).join(',');
      await tx
        .updateTable('pupil')
        .set({ picture_code: school.seal(chosen, { table: 'pupil', column: 'picture_code', row }) })
        .where('school_id', '=', schoolId)
        .where('pupil_id', '=', row)
        .execute();
    }
  });

const grounds = (schoolYearId: string, day: string) => ({
  schoolYearId,
  purpose: 'Følge med på skolemiljøet',
  legalReference: 'opplæringslova § 12-3',
  letterVersion: '1',
  letterApprovedOn: day,
  letterSentOn: day,
  dpiaVersion: '1',
  dpiaApprovedOn: day,
});

/**
 * A school with the year around the house's clock, the classes of a roster (klasse,trinn,fornavn,etternavn,id) and, unless
 * told otherwise, what a round rests on.
 */
export const makeSchool = async (
  house: TestHouse,
  name: string,
  rosterCsv: string,
  { prepared = true }: { readonly prepared?: boolean } = {},
): Promise<TestSchool> => {
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
    const yearId = await insertSchoolYear(tx, schoolId, {
      label: `${year}/${year + 1}`,
      startsOn: `${year}-08-01`,
      endsOn: `${year + 1}-07-31`,
    });
    if (prepared) await recordGrounds(tx, schoolId, { ...grounds(yearId, today), recordedAt: now() });
    await applyPupils(tx, await sealer(), schoolId, now(), pupilsOf(rosterCsv));
    return classesOfYear(tx, schoolId, (await schoolYearOn(tx, schoolId, today)) ?? '');
  });
  await choosePictures(house, { schoolId });
  return { schoolId, classIds };
};

/** A staff member who signs in as `subject`. Relations hold from a year ago, and training is held, unless told otherwise. */
export const addStaff = (
  house: TestHouse,
  school: TestSchool,
  subject: string,
  relations: readonly (Omit<NewRelation, 'fromAt'> & { readonly fromAt?: Date })[],
  { trained = true, issuer = house.issuer }: { readonly trained?: boolean; readonly issuer?: string } = {},
): Promise<string> => {
  const yearAgo = new Date(house.deps.now().getTime() - 365 * 86_400_000);
  return house.deps.db.inScope(school, async (tx, sealer) =>
    insertStaffMember(tx, await sealer(), house.deps.keyring, school.schoolId, {
      givenName: subject,
      familyName: 'Prøve',
      ...(trained ? { trainedOn: '2020-08-01' } : {}),
      identity: { issuer, subject },
      relations: relations.map((relation) => ({ fromAt: yearAgo, ...relation })),
    }),
  );
};
