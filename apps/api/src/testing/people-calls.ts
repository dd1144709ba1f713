import type { GiveRelation, RelationView, StaffEntry, StaffList } from '@samhold/contract';
import { bodyOf, codeOf } from './answering.ts';
import { json, type Browser } from './browser.ts';
import type { TestHouse } from './test-house.ts';
import { addStaff, type TestSchool } from './test-school.ts';

const post = { method: 'POST' };

export const readStaff = async (browser: Browser): Promise<StaffList> =>
  bodyOf(await browser('/api/v1/staff'));

/** Throws when nobody there has this id. */
export const entryOf = async (browser: Browser, staffId: string): Promise<StaffEntry> => {
  const found = (await readStaff(browser)).staff.find((entry) => entry.staffId === staffId);
  if (found === undefined) throw new Error('Nobody in the list has this id.');
  return found;
};

/** What somebody may, might and once could, the one that began first first. */
export const relationsOf = async (browser: Browser, staffId: string): Promise<readonly RelationView[]> =>
  (await entryOf(browser, staffId)).relations;

export const give = (browser: Browser, staffId: string, wish: GiveRelation): Promise<Response> =>
  browser(`/api/v1/staff/${staffId}/relations`, json('POST', wish));

export const confirm = (browser: Browser, ...relationIds: readonly string[]): Promise<Response> =>
  browser('/api/v1/relations/confirm', json('POST', { relationIds }));

export const end = (browser: Browser, relationId: string): Promise<Response> =>
  browser(`/api/v1/relations/${relationId}/end`, post);

export const deactivate = (browser: Browser, staffId: string): Promise<Response> =>
  browser(`/api/v1/staff/${staffId}/deactivate`, post);

export const reactivate = (browser: Browser, staffId: string): Promise<Response> =>
  browser(`/api/v1/staff/${staffId}/reactivate`, post);

/** Status and code of an answer that should be a refusal. */
export const refusalOf = async (response: Response): Promise<readonly [number, string]> => [
  response.status,
  response.ok ? 'not refused' : await codeOf(response),
];

/** What the log holds about somebody, in order, their own sign-ins with it. */
export const wholeLogAbout = (house: TestHouse, school: TestSchool, subjectId: string) =>
  house.deps.db.inScope(school, (tx) =>
    tx
      .selectFrom('access_log')
      .select(['action', 'staff_id', 'role', 'subject_kind', 'purpose'])
      .where('school_id', '=', school.schoolId)
      .where('subject_id', '=', subjectId)
      .orderBy('sequence')
      .execute(),
  );

/** What others did about somebody, in order. */
export const logAbout = async (house: TestHouse, school: TestSchool, subjectId: string) =>
  (await wholeLogAbout(house, school, subjectId)).filter(({ action }) => !action.startsWith('session.'));

export type SchoolInCharge = {
  readonly administratorId: string;
  readonly leadershipId: string;
  readonly administrator: Browser;
  readonly leadership: Browser;
};

/** An administrator and a leadership of the school, signed in. */
export const seatInCharge = async (house: TestHouse, school: TestSchool): Promise<SchoolInCharge> => {
  const seat = async (kind: 'administrator' | 'leadership') => {
    const subject = `${kind} ${school.schoolId}`;
    return { staffId: await addStaff(house, school, subject, [{ kind }]), subject };
  };
  const [administrator, leadership] = [await seat('administrator'), await seat('leadership')];
  return {
    administratorId: administrator.staffId,
    leadershipId: leadership.staffId,
    administrator: await house.staffBrowser(administrator.subject),
    leadership: await house.staffBrowser(leadership.subject),
  };
};

export type SeatedPrincipal = { readonly principalId: string; readonly principal: Browser };

/** One more of the leadership, who is the principal of the school, signed in. */
export const seatPrincipal = async (house: TestHouse, school: TestSchool): Promise<SeatedPrincipal> => {
  const subject = `principal ${school.schoolId}`;
  const principalId = await addStaff(house, school, subject, [{ kind: 'leadership' }, { kind: 'principal' }]);
  return { principalId, principal: await house.staffBrowser(subject) };
};
