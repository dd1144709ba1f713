import type { RoundOverview, RoundPlan, SchoolCalendarView } from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { bodyOf } from '../testing/answering.ts';
import { json } from '../testing/browser.ts';
import { rosterHeader, rosterOf } from '../testing/class-with-teacher.ts';
import { ownSurveyWeeks } from './plan/survey-weeks.fixture.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool } from '../testing/test-school.ts';
import {
  addPeriod,
  codeAndDetails,
  draftOf,
  ownSchool,
  propose,
  readYear,
  save,
  savedPlan,
} from './year-of-school.fixture.ts';

const november = new Date('2027-11-23T09:00:00Z');

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
});
afterAll(() => house.close());

describe('the plan', () => {
  test('is proposed without being stored, and saved as rounds of their grades', async () => {
    const own = await ownSchool(house);
    const proposal = await propose(own);
    expect((await readYear(own)).plan.rounds).toEqual([]);
    const saved = await bodyOf<RoundPlan>(await save(own, proposal.version, draftOf(proposal)));
    expect(saved.rounds.map(({ roundId: _id, ...round }) => round)).toEqual(
      proposal.rounds.map(({ roundId: _id, ...round }) => round),
    );
    expect(saved.conflicts).toEqual(proposal.conflicts.filter(({ code }) => code !== 'no_room'));
    expect(saved.version).not.toBe(proposal.version);
    const { rounds } = await bodyOf<{ rounds: RoundOverview[] }>(await own.leads('/api/v1/rounds'));
    expect(rounds).toHaveLength(saved.rounds.length);
  });

  test('of the template year names what Elevundersøkelsen makes impossible, and only for the grades that have it', async () => {
    const { conflicts } = await propose(await ownSchool(house));
    expect(conflicts.length).toBeGreaterThan(0);
    expect(conflicts.every(({ fromGrade, toGrade }) => fromGrade === 5 && toGrade === 7)).toBe(true);
  });

  test('names a class of several grades that a survey splits, as proposed and as saved', async () => {
    house.setNow(undefined);
    const pupils = '4/5B,4,Ada,Lie,m1\n4/5B,5,Bo,Lie,m2\n';
    const school = await makeSchool(house, 'Blandet', rosterHeader + rosterOf('5A', 5, 2) + pupils);
    house.setNow(new Date('2026-08-17T09:00:00Z'));
    await addStaff(house, school, 'leads mixed', [{ kind: 'leadership' }]);
    const leads = await house.staffBrowser('leads mixed');
    const { year } = await bodyOf<SchoolCalendarView>(await leads('/api/v1/calendar'));
    const own = { school, subject: 'leads mixed', leads, yearId: year?.schoolYearId ?? '' };
    await addPeriod(own, ownSurveyWeeks);
    const proposal = await propose(own);
    const saved = await bodyOf<RoundPlan>(await save(own, proposal.version, draftOf(proposal)));
    for (const { conflicts } of [proposal, saved])
      expect(conflicts.filter(({ className }) => className === '4/5B')).toMatchObject([
        { code: 'survey_in_mixed_class', fromGrade: 4, toGrade: 4, name: 'Elevundersøkelsen' },
      ]);
  });

  test('is not saved over rounds that somebody else has changed since', async () => {
    const own = await ownSchool(house);
    const { version } = await propose(own);
    const rounds = draftOf(await propose(own));
    const answers = await Promise.all([save(own, version, rounds), save(own, version, rounds.slice(1))]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  test('saved again keeps the rounds it had, changes those that moved and takes out the rest', async () => {
    const own = await ownSchool(house);
    const plan = await savedPlan(own);
    const [first, second, ...rest] = draftOf(plan);
    if (first === undefined || second === undefined) throw new Error('The plan is empty.');
    const again = await bodyOf<RoundPlan>(
      await save(own, plan.version, [{ ...first, opensOn: '2027-09-14' }, ...rest]),
    );
    expect(again.rounds.map(({ roundId }) => roundId)).toEqual(
      [first, ...rest].map(({ roundId }) => roundId),
    );
    expect(again.rounds[0]).toMatchObject({
      opensOn: '2027-09-14',
      closesOn: '2027-09-21',
      name: 'Trivsel 1 (uke 37)',
    });
  });

  test('is the same, named and numbered alike, whatever the order the rounds are sent in', async () => {
    const [own, other] = [await ownSchool(house), await ownSchool(house)];
    const { version, ...proposal } = await propose(own);
    const rounds = draftOf({ version, ...proposal });
    const saved = await bodyOf<RoundPlan>(await save(own, version, rounds));
    const reversed = await bodyOf<RoundPlan>(
      await save(other, (await propose(other)).version, rounds.toReversed()),
    );
    const shown = (plan: RoundPlan) => ({
      rounds: plan.rounds.map(({ roundId: _id, ...round }) => round),
      conflicts: plan.conflicts,
      load: plan.load,
    });
    expect(shown(reversed)).toEqual(shown(saved));
  });

  test.each([
    ['2027-10-06', 'not_a_school_day', 'in the autumn break'],
    ['2027-09-11', 'not_a_school_day', 'on a Saturday'],
    ['2027-08-20', 'round_outside_year', 'before the year'],
    ['2028-06-22', 'round_outside_year', 'too late to close in the year'],
  ])('refuses a round on %s: %s, %s', async (opensOn, code) => {
    const own = await ownSchool(house);
    const { version } = (await readYear(own)).plan;
    const round = { roundId: null, kind: 'wellbeing' as const, fromGrade: 1, toGrade: 7, opensOn };
    expect((await codeAndDetails(await save(own, version, [round])))[1]).toBe(code);
    expect((await readYear(own)).plan.rounds).toEqual([]);
  });

  test('refuses days that are past and two rounds of a kind for a grade at once', async () => {
    const own = await ownSchool(house, november.toISOString());
    const { version } = (await readYear(own)).plan;
    const round = {
      roundId: null,
      kind: 'wellbeing' as const,
      fromGrade: 1,
      toGrade: 7,
      opensOn: '2027-11-22',
    };
    expect((await codeAndDetails(await save(own, version, [round])))[1]).toBe('round_in_the_past');
    const two = [
      { ...round, opensOn: '2027-11-24' },
      { ...round, opensOn: '2027-11-25', fromGrade: 7 },
    ];
    expect((await codeAndDetails(await save(own, version, two)))[1]).toBe('round_overlaps');
  });

  test('leaves a round that has opened as it is, and plans the rest of the year beside it', async () => {
    const own = await ownSchool(house);
    const plan = await savedPlan(own);
    const [first] = plan.rounds;
    await house.deps.db.inScope(own.school, (tx) =>
      tx
        .updateTable('round')
        .set({ opened_at: new Date('2027-09-06T06:00:00Z') })
        .where('school_id', '=', own.school.schoolId)
        .where('round_id', '=', first?.roundId ?? '')
        .execute(),
    );
    house.setNow(november);
    // A session does not last from August to November.
    own.leads = await house.staffBrowser(own.subject);
    const proposal = await propose(own);
    expect(proposal.rounds[0]).toMatchObject({ roundId: first?.roundId, state: 'open' });
    expect(draftOf(proposal).every(({ opensOn }) => opensOn >= '2027-11-23')).toBe(true);
    const saved = await bodyOf<RoundPlan>(await save(own, proposal.version, draftOf(proposal)));
    expect(saved.rounds[0]).toMatchObject({ roundId: first?.roundId, opensOn: first?.opensOn });
    const move = await own.leads(
      `/api/v1/rounds/${first?.roundId}/move`,
      json('POST', { opensOn: '2027-11-29' }),
    );
    expect(await codeAndDetails(move)).toEqual([409, 'round_already_open', undefined]);
    const remove = await own.leads(`/api/v1/rounds/${first?.roundId}/remove`, { method: 'POST' });
    expect(remove.status).toBe(409);
  });

  test('is checked without being stored', async () => {
    const own = await ownSchool(house);
    const plan = await savedPlan(own);
    const rounds = draftOf(plan).map((round, at) => (at === 0 ? { ...round, opensOn: '2027-09-20' } : round));
    const checked = await bodyOf<RoundPlan>(
      await own.leads('/api/v1/calendar/plan/check', json('POST', { schoolYearId: own.yearId, rounds })),
    );
    expect(checked.conflicts.map(({ code }) => code)).toContain('together');
    expect((await readYear(own)).plan).toEqual(plan);
  });
});
