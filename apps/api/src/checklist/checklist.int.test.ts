import type {
  AddedPerson,
  Checklist,
  ChecklistStep,
  Invitation,
  SchoolYears,
  StaffList,
} from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { runDueWork } from '../clock/due-work.ts';
import { offerSetupLink } from '../setup/service.ts';
import { bodyOf } from '../testing/answering.ts';
import { followSignIn, json, type Browser } from '../testing/browser.ts';
import { rosterHeader, rosterOf } from '../testing/class-with-teacher.ts';
import { tokenOf } from '../testing/link-token.ts';
import { confirm, deactivate, give, readStaff, relationsOf } from '../testing/people-calls.ts';
import { importRoster } from '../testing/roster-upload.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

const today = '2026-11-24';
const roster = rosterHeader + rosterOf('5A', 5, 3) + rosterOf('5B', 5, 2);
const installation = {
  ownerName: 'Fjellvik kommune',
  schoolName: 'Fjellvik skole',
  organisationNumber: '974588145',
  givenName: 'Anne',
  familyName: 'Administrator',
};

let house: TestHouse;
let administrator: Browser;

const read = async (by = administrator): Promise<Checklist> => bodyOf(await by('/api/v1/checklist'));
const done = async (): Promise<readonly string[]> =>
  (await read()).steps.flatMap((step) => (step.done ? [step.code] : []));
const stepOf = async (code: ChecklistStep['code']): Promise<ChecklistStep> =>
  (await read()).steps.find((step) => step.code === code) ?? expect.fail('There is no such step.');

/** Goes to the provider and comes back, signed in. */
const bindBy = async (browser: Browser, begun: Response, subject: string): Promise<void> => {
  house.addSubject(subject);
  const { redirectTo } = await bodyOf<{ redirectTo: string }>(begun);
  await followSignIn(browser, house.origin, redirectTo, subject);
};
const addPerson = async (givenName: string): Promise<string> => {
  const person = json('POST', { givenName, familyName: 'Prøve' });
  return (await bodyOf<AddedPerson>(await administrator('/api/v1/staff', person))).staffId;
};
const signInByInvitation = async (staffId: string): Promise<Browser> => {
  const made = await administrator(`/api/v1/staff/${staffId}/invitations`, { method: 'POST' });
  const link = tokenOf((await bodyOf<Invitation>(made)).link);
  const browser = house.tablet();
  await bindBy(browser, await browser('/api/v1/invitations/sign-in', json('POST', { link })), staffId);
  return browser;
};

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'), { storedMethods: true });
  house.setNow(new Date(`${today}T09:00:00Z`));
  administrator = house.tablet();
  const link = tokenOf((await offerSetupLink(house.deps)) ?? 'http://none/#');
  await administrator('/api/v1/setup', json('POST', { link, school: installation }));
});
afterAll(() => house.close());

describe('from an empty installation to the first round, each step is done by what is stored', () => {
  let headId: string;
  let head: Browser;
  let teachers: readonly string[];
  let classes: StaffList['classes'];
  let schoolYearId: string;
  const classOf = (name: string): string => classes.find((one) => one.name === name)?.classId ?? '';

  test('nothing is done of a school that was just made', async () => {
    expect(await read()).toMatchObject({ schoolYear: null, ready: false, nextRound: null });
    expect(await done()).toEqual([]);
  });

  test('the school year is added', async () => {
    const { next } = await bodyOf<SchoolYears>(await administrator('/api/v1/school-years'));
    const added = await administrator('/api/v1/school-years', json('POST', next));
    schoolYearId = (await bodyOf<SchoolYears>(added)).years[0]?.schoolYearId ?? '';
    expect(await done()).toEqual(['school_year']);
    expect((await read()).schoolYear).toBe('2026/2027');
  });

  test('the sign-in method is tried, which binds the administrator’s own sign-in', async () => {
    const trial = await administrator('/api/v1/sign-in-method/trial', json('POST', house.client));
    await bindBy(administrator, trial, 'anne');
    expect(await done()).toEqual(['school_year', 'sign_in_method', 'own_sign_in']);
  });

  test('leadership is there when the one appointed has signed in', async () => {
    headId = await addPerson('Rektor');
    await give(administrator, headId, { kind: 'leadership', fromOn: today });
    expect(await stepOf('leadership')).toMatchObject({ done: false, reached: 0, all: 1 });
    head = await signInByInvitation(headId);
    expect(await stepOf('leadership')).toMatchObject({ done: true, reached: 1, all: 1 });
  });

  test('the roster is read, and both classes wait for a contact teacher', async () => {
    await importRoster(administrator, roster);
    expect(await stepOf('roster')).toMatchObject({ done: true, reached: 5, all: 2 });
    expect(await stepOf('contact_teachers')).toMatchObject({ done: false, waiting: ['5A', '5B'] });
    ({ classes } = await readStaff(administrator));
  });

  test('a class waits until leadership has confirmed its contact teacher', async () => {
    teachers = [await addPerson('Lærer A'), await addPerson('Lærer B')];
    const [first = '', second = ''] = teachers;
    const teaches = { kind: 'contact_teacher', fromOn: today } as const;
    await give(administrator, first, { ...teaches, classId: classOf('5A') });
    expect((await stepOf('contact_teachers')).waiting).toEqual(['5A', '5B']);
    await confirm(head, (await relationsOf(head, first))[0]?.relationId ?? '');
    expect(await stepOf('contact_teachers')).toMatchObject({
      done: false,
      reached: 1,
      all: 2,
      waiting: ['5B'],
    });
    await give(head, second, { ...teaches, classId: classOf('5B'), fromOn: '2026-12-01' });
    expect((await stepOf('contact_teachers')).waiting).toEqual(['5B']);
    await give(head, second, { ...teaches, classId: classOf('5B'), toOn: '2026-11-30' });
    expect(await stepOf('contact_teachers')).toMatchObject({ done: true, reached: 2, waiting: [] });
  });

  test('training is recorded for everyone with a class', async () => {
    const train = (staffIds: readonly string[]) =>
      head('/api/v1/training', json('POST', { staffIds, heldOn: today }));
    expect(await stepOf('training')).toMatchObject({ done: false, reached: 0, all: 2 });
    await train(teachers.slice(0, 1));
    expect(await stepOf('training')).toMatchObject({ done: false, reached: 1, all: 2 });
    await train(teachers);
    expect(await stepOf('training')).toMatchObject({ done: true, reached: 2, all: 2 });
  });

  test('the grounds are recorded, and a period is put in the calendar', async () => {
    const ground = {
      schoolYearId,
      purpose: 'Følge med',
      legalReference: '§ 12-3',
      letterVersion: '1',
      letterApprovedOn: today,
      letterSentOn: today,
      dpiaVersion: '1',
      dpiaApprovedOn: today,
    };
    expect(await done()).not.toContain('grounds');
    await head('/api/v1/grounds', json('POST', ground));
    expect(await done()).toContain('grounds');
    expect(await done()).not.toContain('calendar');
    const day = { startsOn: '2027-01-04', endsOn: '2027-01-04', fromGrade: 1, toGrade: 7 };
    const period = { kind: 'free', name: 'Planleggingsdag', ...day };
    await administrator('/api/v1/calendar/periods', json('POST', { schoolYearId, period }));
    expect(await done()).toContain('calendar');
    expect(await read()).toMatchObject({ ready: false, nextRound: null });
  });

  test('a round is planned: the school is ready, though no pupil has a way in', async () => {
    const round = { kind: 'wellbeing', name: 'Runde 1', opensOn: '2026-11-26', closesOn: '2026-12-03' };
    expect((await head('/api/v1/rounds', json('POST', round))).status).toBe(201);
    const list = await read();
    expect(list).toMatchObject({ ready: true, nextRound: { ...round, open: false } });
    expect(list.steps.filter((step) => !step.done).map(({ code }) => code)).toEqual(['ways_in']);
    expect(await read(head)).toEqual(list);
  });

  test('badges are ways in, as long as they are not revoked', async () => {
    const teacher = await signInByInvitation(teachers[0] ?? '');
    const printed = await teacher(`/api/v1/classes/${classOf('5A')}/badges`, json('POST', { renew: 'all' }));
    const { badges } = await bodyOf<{ badges: readonly { pupil: { pupilId: string } }[] }>(
      await teacher(`/api/v1/classes/${classOf('5A')}/badges`),
    );
    expect(printed.status).toBe(200);
    expect(await stepOf('ways_in')).toMatchObject({ done: false, reached: 3, all: 5 });
    await teacher(`/api/v1/pupils/${badges[0]?.pupil.pupilId}/badge/revoke`, { method: 'POST' });
    expect(await stepOf('ways_in')).toMatchObject({ reached: 2, all: 5 });
  });

  test('what is undone is undone in the list: a contact teacher leaves', async () => {
    await deactivate(administrator, teachers[0] ?? '');
    expect(await stepOf('contact_teachers')).toMatchObject({ done: false, waiting: ['5A'] });
    expect(await stepOf('training')).toMatchObject({ reached: 1, all: 1 });
    expect((await read()).ready).toBe(false);
  });

  test('the next round is the open one until it is over, and then the one after', async () => {
    house.setNow(new Date('2026-11-26T07:00:00Z'));
    await runDueWork(house.deps);
    const later = await signIn('anne');
    expect((await read(later)).nextRound).toMatchObject({ name: 'Runde 1', open: true });
    house.setNow(new Date('2026-12-04T07:00:00Z'));
    await runDueWork(house.deps);
    const leads = await signIn(headId);
    expect((await read(leads)).nextRound).toBeNull();
    const next = { kind: 'sociogram', name: 'Runde 2', opensOn: '2026-12-08' };
    await leads('/api/v1/rounds', json('POST', next));
    expect(await read(leads)).toMatchObject({ nextRound: { ...next, open: false } });
  });

  const signIn = async (subject: string): Promise<Browser> => {
    const browser = house.tablet();
    await followSignIn(browser, house.origin, '/api/v1/sign-in', subject);
    return browser;
  };
});
