import type { CaseView, NoticeList, RecordableContent } from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { runDueWork } from '../clock/due-work.ts';
import { bodyOf, codeOf } from '../testing/answering.ts';
import { json } from '../testing/browser.ts';
import { openInvestigatedSchool, type InvestigatedSchool } from '../testing/investigated-school.ts';
import { caseAbout } from '../testing/made-cases.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { evaluationOf, openTestCase, planFor, untilInvestigated } from './carried-case.fixture.ts';

let house: TestHouse;
let at: InvestigatedSchool;
beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  at = await openInvestigatedSchool(house);
});
afterAll(() => house.close());

const social = () => at.as('social');
const open = (changes = {}) => openTestCase(house, social(), at.idAt(0), changes);
const refusal = async (answer: Response) => [answer.status, await codeOf(answer)];
const texts = ({ entries }: CaseView) => entries.map(({ content }) => content);

describe('each thing done', () => {
  test('leaves who, when and why, in the case and in the log, and what is refused leaves nothing', async () => {
    const pupilId = at.idAt(0);
    const one = await open({ responsibleId: at.idOf('social') });
    const other = await open();
    const why = 'Det viste seg slik.';
    await untilInvestigated(one, [pupilId]);
    const plan = planFor(one.today, [pupilId], at.idOf('teacher'));
    const { measureId } = plan.measures[0] ?? expect.fail();
    const steps: readonly (readonly [RecordableContent, string?])[] = [
      [{ kind: 'owner_told', who: 'Kommunen', how: why }],
      [{ kind: 'immediate_measures', chosen: ['more_adults'], own: '', why }],
      [{ kind: 'pupil_added', part: 'involved', why }, at.idAt(1)],
      [{ kind: 'pupil_removed', why }, at.idAt(1)],
      [plan],
      [{ kind: 'measure_followed', measureId, what: why }],
      [{ kind: 'staff_added', staffId: at.idOf('teacher'), part: 'participant', why }],
      [{ kind: 'staff_removed', staffId: at.idOf('teacher'), why }],
      [{ kind: 'view', whose: 'guardian', words: why }, pupilId],
      [evaluationOf(plan, [pupilId], 'end')],
      [{ kind: 'closed', words: [{ pupilId, words: 'Nå har jeg det bra.' }], why }],
      [{ kind: 'reopened', why }],
      [{ kind: 'merged', into: other.caseId, why }],
    ];
    for (const [content, about] of steps)
      await one.record(content, about === undefined ? {} : { pupilId: about });
    const { entries } = await one.read();
    expect(entries.map(({ kind }) => kind).slice(-steps.length)).toEqual(steps.map(([{ kind }]) => kind));
    const moment = house.deps.now().toISOString();
    for (const { kind, by, recordedAt, occurredOn, content } of entries) {
      expect([by, recordedAt, occurredOn], kind).toEqual(['social Prøve', moment, one.today]);
      const { kind: _kind, ...said } = content ?? expect.fail(kind);
      expect(JSON.stringify(said), kind).toMatch(/[a-zæøå]{3,}[^"]* /i);
    }
    const log = await house.database.ask<{ readonly staff_id: string; readonly purpose: string }>(
      `select staff_id, purpose from access_log where action = 'case.recorded' and subject_id = '${one.caseId}' order by sequence`,
    );
    expect(log.map(({ purpose }) => purpose.split(' ')[1])).toEqual(entries.map(({ number }) => `${number}`));
    expect(new Set(log.map((row) => row.staff_id))).toEqual(new Set([at.idOf('social')]));
    expect((await one.attempt({ kind: 'reopened', why })).status).toBe(409);
    expect((await one.read()).entries).toHaveLength(entries.length);
    expect(texts(await other.read()).at(-1)).toMatchObject({ kind: 'taken_in', why });
  });
});

describe('a case on a class as such', () => {
  test('goes the whole way without a pupil, in the words of nobody', async () => {
    const one = await open({ classId: at.classId, pupils: [], title: 'Uro i klassen' });
    await untilInvestigated(one, []);
    const ofNobody = <T extends object>(rows: readonly T[]) => rows.map((row) => ({ ...row, pupilId: null }));
    const plan = planFor(one.today, [at.idAt(0)], at.idOf('teacher'));
    expect(await refusal(await one.attempt(plan))).toEqual([422, 'plan_incomplete']);
    const ofClass = { ...plan, views: ofNobody(plan.views) };
    await one.record(ofClass);
    const evaluation = evaluationOf(ofClass, [at.idAt(0)], 'end');
    await one.record({ ...evaluation, pupilViews: ofNobody(evaluation.pupilViews) });
    const words = [{ pupilId: null, words: 'Klassen sier at det er roligere.' }];
    await one.record({ kind: 'closed', words, why: 'Roligere i alle timer.' });
    expect(await one.read()).toMatchObject({ stage: 'closed', className: '5A', pupils: [] });
  });
});

describe('somebody who leaves', () => {
  test('of those who carry out and evaluate: the case says so, is handed on, and nothing of it is lost', async () => {
    const pupilId = at.idAt(2);
    const one = await openTestCase(house, social(), pupilId, { responsibleId: at.idOf('assistant') });
    await untilInvestigated(one, [pupilId]);
    const plan = planFor(one.today, [pupilId], at.idOf('assistant'));
    await one.record(plan);
    const before = texts(await one.read());
    const leave = await at.as('admin')(`/api/v1/staff/${at.idOf('assistant')}/deactivate`, {
      method: 'POST',
    });
    expect(leave.ok).toBe(true);
    const left = await one.read();
    expect(texts(left)).toEqual(before);
    expect(left).toMatchObject({
      ...{ urgency: 'nobody_responsible', evaluateOn: plan.evaluateOn[0] },
      left: [{ staffId: at.idOf('assistant'), name: 'assistant Prøve' }],
    });
    const again = await one.attempt(plan);
    expect(await again.json()).toMatchObject({
      ...{ status: 409, code: 'staff_inactive', details: ['measures/0/responsibleId'] },
    });
    const added = { kind: 'staff_added', part: 'responsible', why: '' } as const;
    const refused = await one.attempt({ ...added, staffId: at.idOf('assistant') });
    expect(await refusal(refused)).toEqual([409, 'staff_inactive']);
    await one.record({ ...added, staffId: at.idOf('social') });
    const measures = plan.measures.map((measure) => ({ ...measure, responsibleId: at.idOf('teacher') }));
    await one.record({ ...plan, measures });
    await one.record(evaluationOf(plan, [pupilId], 'go_on'));
    expect(await one.read()).toMatchObject({ stage: 'evaluated', left: [], urgency: 'running' });
  });

  test('a pupil who has moved to another school: the case stands, says so, and ends there', async () => {
    const pupilId = at.idAt(3);
    const one = await openTestCase(house, social(), pupilId, { participantIds: [at.idOf('teacher')] });
    await untilInvestigated(one, [pupilId]);
    const before = texts(await one.read());
    await house.database.ask(
      `update class_membership set to_on = '${one.today}' where pupil_id = '${pupilId}'`,
    );
    const moved = await one.read(at.as('teacher'));
    expect(moved.pupils).toMatchObject([{ pupilId, moved: true, className: null, removed: false }]);
    expect(moved.pupils[0]?.label).toMatch(/^Elev/);
    expect(texts(moved)).toEqual(before);
    const mine = caseAbout(pupilId, one.today);
    expect(await refusal(await at.as('teacher')('/api/v1/cases', json('POST', mine)))).toEqual([
      ...[404, 'not_found'],
    ]);
    const plan = planFor(one.today, [pupilId], at.idOf('teacher'));
    await one.record(plan);
    await one.record({ kind: 'ended', reason: 'moved', why: 'Ny skole følger opp.' });
    const list = await bodyOf<{ cases: readonly { caseId: string; stage: string }[] }>(
      await social()('/api/v1/cases'),
    );
    expect(list.cases.find(({ caseId }) => caseId === one.caseId)).toMatchObject({ stage: 'closed' });
  });
});

describe('an evaluation that is due', () => {
  const start = new Date('2026-11-24T09:00:00Z');
  const told = async (name: string) => {
    const browser = await house.staffBrowser(name);
    return (await bodyOf<NoticeList>(await browser('/api/v1/notices'))).notices
      .filter(({ kind }) => kind.startsWith('evaluation'))
      .map(({ kind, caseId, className }) => ({ kind, caseId, className }));
  };
  const after = async (days: number) => {
    house.setNow(new Date(start.getTime() + days * 86_400_000));
    await runDueWork(house.deps);
    await runDueWork(house.deps);
  };
  const readAll = async (name: string) => {
    const browser = await house.staffBrowser(name);
    const { notices } = await bodyOf<NoticeList>(await browser('/api/v1/notices'));
    for (const { noticeId } of notices) await browser(`/api/v1/notices/${noticeId}/read`, { method: 'POST' });
  };

  test('is told of to whoever is responsible, once on its day and once after it, until it is done or handed on', async () => {
    const pupilId = at.idAt(4);
    const one = await openTestCase(house, social(), pupilId, {
      ...{ responsibleId: at.idOf('head'), participantIds: [at.idOf('teacher')] },
    });
    await untilInvestigated(one, [pupilId]);
    const plan = planFor(one.today, [pupilId], at.idOf('teacher'));
    await one.record(plan);
    const notice = (kind: string) => [{ kind, caseId: one.caseId, className: null }];

    await after(13);
    expect(await told('head')).toEqual([]);
    await after(14);
    expect([await told('head'), await told('teacher')]).toEqual([notice('evaluation_due'), []]);
    await after(15);
    expect([await told('head'), await told('teacher')]).toEqual([notice('evaluation_overdue'), []]);
    await readAll('head');
    await after(16);
    expect(await told('head')).toEqual([]);

    const responsible = { part: 'responsible', why: '' } as const;
    await one.record(
      { kind: 'staff_added', staffId: at.idOf('deputy'), ...responsible },
      {},
      await house.staffBrowser('social'),
    );
    await after(17);
    expect(await told('deputy')).toEqual(notice('evaluation_overdue'));
    await one.record(evaluationOf(plan, [pupilId], 'go_on'), {}, await house.staffBrowser('social'));
    expect(await told('deputy')).toEqual([]);
    await after(28);
    expect(await told('deputy')).toEqual(notice('evaluation_due'));
  });
});
