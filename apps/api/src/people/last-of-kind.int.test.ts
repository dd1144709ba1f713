import type { GiveRelation, RelationKind } from '@samhold/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { bodyOf } from '../testing/answering.ts';
import type { Browser } from '../testing/browser.ts';
import {
  confirm,
  deactivate,
  end,
  entryOf,
  give,
  logAbout,
  readStaff,
  refusalOf,
  relationsOf,
} from '../testing/people-calls.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';

const today = '2026-11-24';
const roster = 'klasse,trinn,fornavn,etternavn,id\n5A,5,Ask,Lie,p1\n';

let house: TestHouse;
let school: TestSchool;
let administrator: Browser;
let administratorId: string;
let schools = 0;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  house.setNow(new Date(`${today}T09:00:00Z`));
});
afterAll(() => house.close());

/** Every test has a school with an administrator and no leadership. */
beforeEach(async () => {
  schools += 1;
  school = await makeSchool(house, `Skole ${schools}`, roster);
  administratorId = await addStaff(house, school, `administrator ${schools}`, [{ kind: 'administrator' }]);
  administrator = await house.staffBrowser(`administrator ${schools}`);
});

const somebody = async (name: string, kind?: RelationKind, until?: Date) => {
  const subject = `${name} ${schools}`;
  const relation = kind === undefined ? [] : [until === undefined ? { kind } : { kind, toAt: until }];
  return {
    staffId: await addStaff(house, school, subject, relation),
    signIn: () => house.staffBrowser(subject),
  };
};
/** Somebody on the page of people who has no sign-in. */
const addedPerson = async (): Promise<string> => {
  const made = await administrator('/api/v1/staff', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ givenName: 'Uten', familyName: 'Innlogging' }),
  });
  return (await bodyOf<{ staffId: string }>(made)).staffId;
};
const leads = (wish: Partial<GiveRelation> = {}): GiveRelation => ({
  kind: 'leadership',
  fromOn: today,
  ...wish,
});
const last = async (staffId: string) =>
  (await relationsOf(administrator, staffId)).at(-1) ?? expect.fail('There is no relation.');
const hasLeadership = async (): Promise<boolean> => (await readStaff(administrator)).hasLeadership;

describe('the first leadership', () => {
  test('is confirmed at once by the administrator, and the second is not', async () => {
    expect(await hasLeadership()).toBe(false);
    const [first, second] = [await somebody('first'), await somebody('second')];
    expect((await give(administrator, first.staffId, leads())).status).toBe(204);
    expect(await last(first.staffId)).toMatchObject({ state: 'active', confirmed: true });
    expect(await logAbout(house, school, first.staffId)).toMatchObject([
      { action: 'access.granted', staff_id: administratorId, purpose: 'leadership' },
    ]);
    expect(await hasLeadership()).toBe(true);

    await give(administrator, second.staffId, leads());
    expect(await last(second.staffId)).toMatchObject({ state: 'proposed', confirmed: false });
    expect((await (await second.signIn())('/api/v1/rounds')).status).toBe(404);
    await confirm(await first.signIn(), (await last(second.staffId)).relationId);
    expect((await (await second.signIn())('/api/v1/rounds')).status).toBe(200);
  });

  test('that is still to come is the first, so the next is a proposal', async () => {
    const [first, second] = [await somebody('coming'), await somebody('next')];
    await give(administrator, first.staffId, leads({ fromOn: '2026-12-01' }));
    expect(await last(first.staffId)).toMatchObject({ state: 'coming', confirmed: true });
    await give(administrator, second.staffId, leads());
    expect(await last(second.staffId)).toMatchObject({ state: 'proposed' });
  });

  test('no other relation is confirmed by the administrator, however first it is', async () => {
    const { staffId } = await somebody('social teacher');
    await give(administrator, staffId, leads({ kind: 'social_teacher' }));
    expect(await last(staffId)).toMatchObject({ state: 'proposed' });
  });

  test('that cannot sign in may be taken back: it was the wrong person', async () => {
    const wrong = await addedPerson();
    await give(administrator, wrong, leads());
    expect((await end(administrator, (await last(wrong)).relationId)).status).toBe(204);
    expect(await hasLeadership()).toBe(false);
    const { staffId } = await somebody('right');
    await give(administrator, staffId, leads());
    expect(await last(staffId)).toMatchObject({ state: 'active' });
  });
});

describe('the last one of its kind stays', () => {
  const refused = [409, 'last_of_kind'];

  test('as administrator, whether the relation is ended or the person leaves', async () => {
    const { relationId } = await last(administratorId);
    const answer = await end(administrator, relationId);
    expect(await bodyOf(answer)).toMatchObject({ code: 'last_of_kind', details: ['administrator'] });
    expect(await refusalOf(await deactivate(administrator, administratorId))).toEqual(refused);
    expect(await entryOf(administrator, administratorId)).toMatchObject({
      active: true,
      relations: [{ state: 'active' }],
    });
  });

  test('as leadership, also for an administrator', async () => {
    const { staffId, signIn } = await somebody('head', 'leadership');
    const { relationId } = await last(staffId);
    const head = await signIn();
    for (const browser of [administrator, head])
      expect(await refusalOf(await end(browser, relationId))).toEqual(refused);
    expect(await refusalOf(await deactivate(administrator, staffId))).toEqual(refused);
    expect((await head('/api/v1/rounds')).status).toBe(200);
  });

  test('when another is only proposed, only to come, or has left', async () => {
    const head = await (await somebody('head', 'leadership')).signIn();
    const { relationId } = await last(administratorId);
    const stays = async () => expect(await refusalOf(await end(administrator, relationId))).toEqual(refused);
    const [proposed, coming] = [await somebody('proposed'), await somebody('coming')];
    await give(administrator, proposed.staffId, leads({ kind: 'administrator' }));
    await stays();
    await give(head, coming.staffId, leads({ kind: 'administrator', fromOn: '2026-12-01' }));
    await stays();
    // Left before leaving ended what somebody had.
    const left = await somebody('left', 'administrator');
    await house.deps.db.inScope(school, (tx) =>
      tx
        .updateTable('staff_member')
        .set({ active: false })
        .where('school_id', '=', school.schoolId)
        .where('staff_id', '=', left.staffId)
        .execute(),
    );
    await stays();
  });

  test('and goes when another holds it', async () => {
    const head = await (await somebody('head', 'leadership')).signIn();
    const { staffId } = await somebody('other administrator');
    await give(head, staffId, leads({ kind: 'administrator' }));
    expect((await end(administrator, (await last(administratorId)).relationId)).status).toBe(204);
    expect((await administrator('/api/v1/staff')).status).toBe(404);
  });
});

describe('nobody prolongs their own leadership', () => {
  const refused = [403, 'own_relation'];
  const summer = new Date('2027-06-01T00:00:00Z');

  test('by giving it, or by confirming what an administrator proposed', async () => {
    const acting = await somebody('acting head', 'leadership', summer);
    const head = await acting.signIn();
    const longer = leads({ fromOn: '2027-08-01' });
    expect(await refusalOf(await give(head, acting.staffId, longer))).toEqual(refused);
    await give(administrator, acting.staffId, longer);
    const { relationId } = await last(acting.staffId);
    expect(await refusalOf(await confirm(head, relationId))).toEqual(refused);
    expect(await last(acting.staffId)).toMatchObject({ state: 'proposed' });
    const other = await (await somebody('other head', 'leadership')).signIn();
    expect((await confirm(other, relationId)).status).toBe(204);
    expect(await last(acting.staffId)).toMatchObject({ state: 'coming' });
  });
});
