import type { RosterImportDetails } from '@samhold/contract';
import { bodyOf, cardsOf, type Card } from '../testing/answering.ts';
import type { Browser } from '../testing/browser.ts';
import { applyRoster } from '../testing/roster-upload.ts';
import type { TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';

export const header = 'klasse,trinn,fornavn,etternavn,id\n';
export const first = `${header}5A,5,Ask,Lie,p1\n5A,5,Bo,Dal,p2\n5B,5,Cato,Vik,p3\n`;
export const none = { new: 0, renamed: 0, moved: 0, leaving: 0, newClasses: [], endingClasses: [] };

const tables = ['class', 'class_membership', 'sealed_person', 'pupil', 'relation', 'staff_member'] as const;

export type ImportedSchool = {
  readonly school: TestSchool;
  /** Of one who is administrator, and contact teacher of both classes. */
  readonly browser: Browser;
  readonly cardsIn: (className: string) => Promise<readonly Card[]>;
  readonly listed: (className: string) => Promise<readonly string[]>;
  readonly show: (importId: string) => Promise<RosterImportDetails>;
  readonly discard: (importId: string) => Promise<Response>;
  readonly apply: (importId: string, confirmLeaving?: boolean) => Promise<Response>;
};

/** Signs the administrator of the school in; a session does not last when the clock is moved. */
export const asAdministrator = async (house: TestHouse, school: TestSchool): Promise<ImportedSchool> => {
  const browser = await house.staffBrowser('both');
  const cardsIn = (className: string) => cardsOf(browser, school.classIds.get(className) ?? '');
  return {
    school,
    browser,
    cardsIn,
    listed: async (className) => (await cardsIn(className)).map((card) => card.pupil.label),
    show: async (importId) => bodyOf(await browser(`/api/v1/roster/imports/${importId}`)),
    discard: (importId) => browser(`/api/v1/roster/imports/${importId}/discard`, { method: 'POST' }),
    apply: (importId, confirmLeaving) => applyRoster(browser, importId, confirmLeaving),
  };
};

/** A school with the lists of `first`. */
export const importedSchool = async (house: TestHouse): Promise<ImportedSchool> => {
  const school = await makeSchool(house, 'Prøve', first);
  await addStaff(house, school, 'both', [
    { kind: 'administrator' },
    { kind: 'contact_teacher', classId: school.classIds.get('5A') ?? '' },
    { kind: 'contact_teacher', classId: school.classIds.get('5B') ?? '' },
  ]);
  return asAdministrator(house, school);
};

export type SchoolInFiles = { readonly school: TestSchool; readonly administrator: Browser };

/** A school with one pupil of 5A, known in files by its organisation number or its name. */
export const schoolInFiles = async (
  house: TestHouse,
  name: string,
  organisationNumber = '974760673',
): Promise<SchoolInFiles> => {
  const school = await makeSchool(house, name, `${header}5A,5,Ask,Lie,u1\n`);
  await house.deps.db.inScope(school, (tx) =>
    tx
      .updateTable('school')
      .set({ organisation_number: organisationNumber })
      .where('school_id', '=', school.schoolId)
      .execute(),
  );
  const subject = `administrator ${school.schoolId}`;
  await addStaff(house, school, subject, [{ kind: 'administrator' }]);
  return { school, administrator: await house.staffBrowser(subject) };
};

export const storedChanges = (house: TestHouse, school: TestSchool) =>
  house.deps.db.inScope(school, (tx) =>
    tx
      .selectFrom('roster_import_change')
      .select(['import_id', 'kind', 'given_name'])
      .where('school_id', '=', school.schoolId)
      .execute(),
  );

/** Everything an import may touch. */
export const everything = (house: TestHouse, school: TestSchool) =>
  house.deps.db.inScope(school, async (tx) => {
    const rows = await Promise.all(
      tables.map((table) =>
        tx.selectFrom(table).selectAll().where('school_id', '=', school.schoolId).execute(),
      ),
    );
    return rows.map((table) => table.map((row) => JSON.stringify(row)).sort());
  });
