import { randomUUID } from 'node:crypto';
import type { CaseList, ClassSignalList } from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { bodyOf, codeOf } from '../testing/answering.ts';
import { json } from '../testing/browser.ts';
import { caseAbout, entryOf } from '../testing/made-cases.ts';
import { openSeatedSchool, type SeatedSchool } from '../testing/seated-school.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { evaluationOf, openTestCase, planFor, untilInvestigated } from './carried-case.fixture.ts';

let house: TestHouse;
let seated: SeatedSchool;
let pupils: readonly string[];

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  house.setNow(new Date('2026-11-24T09:00:00Z'));
  seated = await openSeatedSchool(house);
  pupils = seated.cards.map(({ pupil }) => pupil.pupilId);
});
afterAll(() => house.close());

const social = () => seated.browserOf('social teacher');
const teacher = () => seated.browserOf('contact teacher of the class');
const open = (changes = {}) => openTestCase(house, social(), pupils[0] ?? '', changes);
const refusal = async (answer: Response) => [answer.status, await codeOf(answer)];

describe('the duties', () => {
  test('are met in order, from the first word to «trygt og godt» in the pupil’s own words', async () => {
    const one = await open();
    expect(await one.read()).toMatchObject({ stage: 'reported', revision: 1, urgency: 'nobody_responsible' });
    await untilInvestigated(one, [pupils[0] ?? '']);
    const plan = planFor(one.today, [pupils[0] ?? ''], seated.ids.staffId);
    await one.record(plan);
    expect(await one.read()).toMatchObject({
      ...{ stage: 'planned', evaluateOn: '2026-12-08' },
      counter: { days: 0, norm: 5, stoppedOn: '2026-11-24' },
    });
    await one.record(evaluationOf(plan, [pupils[0] ?? ''], 'go_on'));
    const words = [{ pupilId: pupils[0] ?? '', words: 'Nå har jeg det bra, jeg leker med Ida.' }];
    await one.record({ kind: 'closed', words, why: 'Hun er med i leken hver dag.' });
    const closed = await one.read();
    expect(closed).toMatchObject({ stage: 'closed', urgency: 'done', evaluateOn: null, brokenAt: null });
    expect(closed.duties.every(({ state }) => state === 'done')).toBe(true);
  });

  test('what is left before is named, and nothing is recorded', async () => {
    const one = await open();
    const talks = [{ who: 'Sosiallærer', withWhom: 'Eleven', untilOn: '2026-12-01' }];
    const answer = await one.attempt({ kind: 'investigation_started', talks, what: '' });
    expect(await answer.json()).toMatchObject({ code: 'not_at_this_stage', status: 409 });
    await one.record({ kind: 'principal_told', who: 'Rektor', how: 'På telefon.', serious: true });
    const again = await one.attempt({ kind: 'investigation_started', talks, what: '' });
    expect(await again.json()).toMatchObject({ code: 'duty_missing', details: ['stepped_in', 'told'] });
    expect((await one.read()).entries).toHaveLength(2);
  });

  test('a plan without an evaluation, without a pupil’s view or by someone who has left is refused', async () => {
    const one = await open();
    const pupilId = pupils[0] ?? '';
    await untilInvestigated(one, [pupilId]);
    const plan = planFor(one.today, [pupilId], seated.ids.staffId);
    expect(await refusal(await one.attempt({ ...plan, evaluateOn: [] }))).toEqual([
      422,
      'plan_without_evaluation',
    ]);
    const other = planFor(one.today, [pupils[1] ?? ''], seated.ids.staffId);
    expect(await refusal(await one.attempt(other))).toEqual([422, 'plan_incomplete']);
    const gone = planFor(one.today, [pupilId], randomUUID());
    expect(await (await one.attempt(gone)).json()).toMatchObject({
      ...{ code: 'staff_inactive', details: ['measures/0/responsibleId'] },
    });
    const backwards = plan.measures.map((measure) => ({ ...measure, toOn: '2026-01-01' }));
    expect(await (await one.attempt({ ...plan, measures: backwards })).json()).toMatchObject({
      ...{ code: 'invalid_request', details: ['measures/0/toOn'] },
    });
    expect((await one.read()).stage).toBe('investigated');
  });

  test('each of several pupils is heard', async () => {
    const second = { pupilId: pupils[1] ?? '', part: 'concerned' as const };
    const one = await open({ pupils: [{ pupilId: pupils[0] ?? '', part: 'concerned' }, second] });
    await expect(untilInvestigated(one, [pupils[0] ?? ''])).rejects.toThrow('every_pupil_heard');
    const heard = { kind: 'pupil_heard', who: 'Rektor', words: 'Det er greit.' } as const;
    await one.record(heard, { pupilId: pupils[1] ?? '' });
    await one.record({ kind: 'investigation_concluded', found: 'De krangler om fotballen.', safe: false });
  });
});

describe('a case', () => {
  test('sent twice is one, and an entry sent twice is one', async () => {
    const body = caseAbout(pupils[2] ?? '', '2026-11-24');
    const first = await bodyOf(await social()('/api/v1/cases', json('POST', body)));
    expect(await bodyOf(await social()('/api/v1/cases', json('POST', body)))).toEqual(first);
    const one = await open();
    const entry = entryOf({ kind: 'stepped_in', who: 'Kari', what: 'Snakket med dem.' }, 1, one.today);
    const answers = [await one.send(social(), entry), await one.send(social(), entry)];
    expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual([
      { number: 2, revision: 2 },
      { number: 2, revision: 2 },
    ]);
    const other = { ...entry, content: { kind: 'stepped_in', who: 'Kari', what: 'Noe annet.' } as const };
    expect(await refusal(await one.send(social(), other))).toEqual([409, 'text_changed']);
  });

  test('of two who close it at the same time one is told, and it is closed once', async () => {
    const one = await open();
    await one.record({ kind: 'principal_told', who: 'Rektor', how: 'Muntlig.', serious: false });
    const ended = (why: string) => entryOf({ kind: 'ended', reason: 'moved', why }, 2, one.today);
    const answers = await Promise.all([
      one.send(social(), ended('Flyttet til Bergen.')),
      one.send(seated.browserOf('leadership'), ended('Har flyttet.')),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const lost = answers.find(({ status }) => status === 409) ?? expect.fail();
    expect(await codeOf(lost)).toBe('case_changed');
    expect((await one.read()).entries.filter(({ kind }) => kind === 'ended')).toHaveLength(1);
  });

  test('opened from a confirmed signal has its evidence copied, and the signal says so', async () => {
    const { signalId, classId } = seated.ids;
    const from = { from: 'signal' as const, signalIds: [signalId] };
    const early = caseAbout(pupils[0] ?? '', '2026-11-24', from);
    expect(await refusal(await teacher()('/api/v1/cases', json('POST', early)))).toEqual([
      ...[409, 'signal_not_confirmed'],
    ]);
    const seen = {
      verificationId: randomUUID(),
      state: 'confirmed',
      observed: 'Alene i tre friminutt på rad.',
    };
    await teacher()(`/api/v1/signals/${signalId}/verifications`, json('POST', seen));
    const one = await openTestCase(house, teacher(), pupils[0] ?? '', from);
    const [opened] = (await one.read()).entries;
    expect(JSON.stringify(opened?.content)).toContain('Alene i tre friminutt på rad.');
    const list = await bodyOf<ClassSignalList>(await teacher()(`/api/v1/classes/${classId}/signals`));
    expect(list.signals.find((one) => one.signalId === signalId)?.state).toBe('already_followed_up');
    const foreign = caseAbout(pupils[0] ?? '', '2026-11-24', from);
    const other = await seated.browserOf('contact teacher of another class')(
      '/api/v1/cases',
      json('POST', foreign),
    );
    expect(await refusal(other)).toEqual([404, 'not_found']);
  });

  test('merged reads on in the other, with its pupils and staff; split, some get one of their own', async () => {
    const kept = await open();
    const gone = await openTestCase(house, teacher(), pupils[1] ?? '');
    const heard = { kind: 'pupil_heard', who: 'Kontaktlærer', words: 'Vi ble uvenner.' } as const;
    await gone.record(heard, { pupilId: pupils[1] ?? '' }, teacher());
    await gone.record({ kind: 'merged', into: kept.caseId, why: 'Det er samme sak.' }, {}, social());
    expect(await gone.read(teacher())).toMatchObject({
      stage: 'merged',
      mergedInto: { caseId: kept.caseId },
    });
    const both = await kept.read(teacher());
    expect(new Set(both.pupils.map(({ pupilId }) => pupilId))).toEqual(new Set(pupils.slice(0, 2)));
    expect(both.others).toMatchObject([{ caseId: gone.caseId }]);
    // What a pupil has said once is not asked for again.
    await untilInvestigated(kept, [pupils[0] ?? '']);
    const newCaseId = randomUUID();
    const splitOff = { kind: 'split' as const, newCaseId, title: 'Egen sak', pupilIds: [pupils[1] ?? ''] };
    await kept.record({ ...splitOff, why: 'Det viste seg å være to ulike ting.' });
    const { pupils: kin } = await kept.read();
    expect(kin.filter(({ removed }) => removed).map(({ pupilId }) => pupilId)).toEqual([pupils[1]]);
    const list = await bodyOf<CaseList>(await social()('/api/v1/cases'));
    expect(list.cases.find(({ caseId }) => caseId === newCaseId)).toMatchObject({
      stage: 'told',
      next: 'investigate',
    });
  });
});

describe('the chain', () => {
  const brokenAfter = async (change: (caseId: string) => Promise<unknown>) => {
    const one = await open();
    await one.record({ kind: 'note', text: 'Satt alene.' });
    await one.record({ kind: 'note', text: 'Lekte med Ida.' });
    expect((await one.read()).brokenAt).toBeNull();
    await change(one.caseId);
    return (await one.read()).brokenAt;
  };
  const sql = (text: string, caseId: string) => house.database.ask(text.replaceAll('$1', `'${caseId}'`));

  test.each([
    [
      'a date is moved',
      'update case_entry set occurred_on = occurred_on - 3 where case_id = $1 and number = 2',
      2,
    ],
    ['one is left out', 'delete from case_entry where case_id = $1 and number = 2', 2],
    ['the last is left out', 'delete from case_entry where case_id = $1 and number = 3', 3],
    [
      'what one says stands in another',
      'update case_entry e set content = f.content from case_entry f where f.case_id = $1 and f.number = 3 and e.case_id = $1 and e.number = 2',
      2,
    ],
    ['a hash is made anew', `update case_entry set hash = sha256('x') where case_id = $1 and number = 3`, 3],
  ])('tells when %s', async (_what, text, number) => {
    expect(await brokenAfter((caseId) => sql(text, caseId))).toBe(number);
  });

  test('nothing lies in the open', async () => {
    const one = await open({ what: 'Et ord som ikke finnes ellers: snøkvitre.', title: 'Snøkvitretittel' });
    const rows = await house.deps.db.inScope(seated.school, async (tx) => ({
      entries: await tx
        .selectFrom('case_entry')
        .select('content')
        .where('case_id', '=', one.caseId)
        .execute(),
      cases: await tx.selectFrom('school_case').select('title').where('case_id', '=', one.caseId).execute(),
    }));
    const text = [...rows.entries.map(({ content }) => content), ...rows.cases.map(({ title }) => title)];
    expect(text.map((bytes) => bytes.toString('latin1')).join()).not.toMatch(/kvitre/i);
  });
});
