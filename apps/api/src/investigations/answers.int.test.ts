import { randomUUID } from 'node:crypto';
import type { InvestigationResult } from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { runDueWork } from '../clock/due-work.ts';
import { bodyOf, codeOf, handOver, openHander, openTablet, readForm } from '../testing/answering.ts';
import { json } from '../testing/browser.ts';
import { openInvestigatedSchool, type InvestigatedSchool } from '../testing/investigated-school.ts';
import { answerInvestigation, readResult } from '../testing/investigation.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

const post = { method: 'POST' };
let house: TestHouse;
let of: InvestigatedSchool;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  of = await openInvestigatedSchool(house);
}, 120_000);
afterAll(() => house.close());

describe('a pupil', () => {
  test('is told who sees it and what for, chooses among those asked only, and is never promised to be unknown', async () => {
    const asked = of.pupilIds().slice(0, 8);
    const { classCode } = await of.opened({ pupilIds: asked });
    const joined = await bodyOf<{ pupils: { pupilId: string }[] }>(
      await house.tablet()('/api/v1/join', json('POST', { classCode })),
    );
    expect(joined.pupils.map(({ pupilId }) => pupilId).sort()).toEqual([...asked].sort());
    const tablet = await openTablet(house, classCode, of.cards[0] ?? expect.fail());
    const form = await readForm(tablet);
    expect(form.investigation?.readers).toEqual(['assistant Prøve']);
    expect(JSON.stringify(form.investigation)).not.toMatch(/anonym/i);
    expect(form.classmates.map(({ pupilId }) => pupilId).sort()).toEqual(asked.slice(1).sort());
    expect(form.questionnaire.items.map(({ text }) => text.nb)).toEqual([
      'Hvem er det fint å være sammen med i friminuttene?',
      'Hvem er det vanskelig å være sammen med i friminuttene?',
    ]);
    const outsider = of.cards[10] ?? expect.fail();
    await expect(openTablet(house, classCode, outsider)).rejects.toThrow('404');
    const hander = await openHander(tablet);
    const answer = (pupils: readonly string[]) => ({
      ...{ language: 'nb', submit: false },
      answers: [{ itemId: 'inv-hard-company', type: 'choices', pupilIds: pupils }],
    });
    expect(await handOver(hander, answer([outsider.pupil.pupilId]))).toMatchObject({
      code: 'nominee_not_on_list',
    });
    expect(await handOver(hander, answer([of.idAt(0)]))).toMatchObject({ code: 'self_nomination' });
    expect(await handOver(hander, answer([1, 2, 3, 4].map(of.idAt)))).toMatchObject({
      code: 'too_many_choices',
    });
    expect(await handOver(hander, answer([of.idAt(1)]))).toMatchObject({ outcome: 'stored' });
    await tablet('/api/v1/pupil-session', { method: 'DELETE' });
    expect(await codeOf(await tablet('/api/v1/pupil-session/form'))).toBe('pupil_session_ended');
  });

  test('sends the same part again and gets the same word; a later part takes the place of an earlier', async () => {
    const { classCode, investigationId } = await of.opened();
    const hander = await openHander(await openTablet(house, classCode, of.cards[0] ?? expect.fail()));
    const part = (pupilId: string) => ({
      ...{ language: 'nb', submit: true },
      answers: [{ itemId: 'inv-hard-company', type: 'choices', pupilIds: [pupilId] }],
    });
    const [early, late] = [await hander.seal(part(of.idAt(1))), await hander.seal(part(of.idAt(2)))];
    const receipts = [];
    for (const sent of [late, early, late]) receipts.push(await (await hander.send([sent])).json());
    expect(receipts[2]).toEqual(receipts[0]);
    const stored = await house.database.ask<{ readonly part: number; readonly content: Buffer }>(
      `select part, content from investigation_answer where investigation_id = '${investigationId}'`,
    );
    expect(stored.map((row) => row.part)).toEqual([late.number]);
    // Who named whom is no text and no relation in the database.
    expect(stored[0]?.content.toString('latin1')).not.toContain(of.idAt(2));
  });
});

describe('the end', () => {
  /** All but the last answer: everyone finds the first hard to be with, two find the second so, and the last likes nobody. */
  const answered = async (made: { readonly classCode: string }) => {
    for (const [at, card] of of.cards.slice(0, 11).entries())
      await answerInvestigation(house, made.classCode, card, (criterion) => {
        if (criterion === 'good-company') return [of.idAt(at === 3 ? 4 : 3)];
        return [...(at > 0 && at < 8 ? [of.idAt(0)] : []), ...(at === 5 || at === 6 ? [of.idAt(1)] : [])];
      });
  };

  test('comes by itself at the limit; then nothing is taken in, and only its readers read', async () => {
    const { caseId, investigationId, classCode } = await of.opened();
    await answered({ classCode });
    const hander = await openHander(await openTablet(house, classCode, of.cards[11] ?? expect.fail()));
    expect(await codeOf(await readResult(of.as('assistant'), investigationId))).toBe('investigation_changed');
    await of.moveClock(3);
    await runDueWork(house.deps);
    expect((await of.see('assistant', investigationId)).state).toBe('open');
    await of.moveClock(4);
    const late = { language: 'nb', submit: true, answers: [] };
    expect(await handOver(hander, late)).toMatchObject({ outcome: 'refused', code: 'investigation_over' });
    await runDueWork(house.deps);
    await runDueWork(house.deps);
    expect(await of.entriesOf(caseId)).toEqual([
      ...['opened', 'stepped_in', 'principal_told', 'investigation_started'],
      ...['round_asked', 'round_approved', 'round_ended'],
    ]);
    expect(await codeOf(await house.tablet()('/api/v1/join', json('POST', { classCode })))).toBe(
      'unknown_class_code',
    );
    for (const name of ['social', 'head', 'deputy', 'teacher', 'owner', 'admin'])
      expect([name, await codeOf(await readResult(of.as(name), investigationId))]).toEqual([
        name,
        'not_found',
      ]);
    const before = (await house.database.ask('select 1 from access_log')).length;
    const answer = await readResult(of.as('assistant'), investigationId);
    const result = await bodyOf<InvestigationResult>(answer);
    const logged = await house.database.ask<{ readonly action: string; readonly purpose: string }>(
      'select action, purpose from access_log order by sequence',
    );
    expect(logged.slice(before)).toEqual([{ action: 'investigation.read', purpose: 'Forberede samtaler' }]);
    expect(result).toMatchObject({ listed: 12, answered: 11, noPatterns: null });
    const [liked, hard] = result.criteria;
    expect(hard?.statements.map(({ pupilId, said }) => [pupilId, said])).toEqual([
      [of.idAt(0), { kind: 'count', count: 7 }],
    ]);
    expect(liked?.statements.map(({ pupilId, said }) => [pupilId, said])).toEqual([
      [of.idAt(3), { kind: 'most' }],
    ]);
    expect(result.patterns.map(({ pupilId, pattern }) => [pupilId, pattern])).toEqual([
      [of.idAt(0), 'disliked'],
      [of.idAt(3), 'liked'],
    ]);
    await of.moveClock(0);
  });

  test('what a pupil or guardian replies stands beside the statement and the pattern', async () => {
    const made = await of.opened();
    await answered(made);
    await of.as('social')(`${of.path(made.investigationId)}/end`, post);
    const reply = {
      replyId: randomUUID(),
      pupilId: of.idAt(0),
      whose: 'pupil',
      text: 'Jeg visste ikke det.',
    };
    const sent = await of.as('assistant')(`${of.path(made.investigationId)}/replies`, json('POST', reply));
    const result = await bodyOf<InvestigationResult>(sent);
    const beside = [...result.criteria.flatMap(({ statements }) => statements), ...result.patterns].filter(
      ({ pupilId }) => pupilId === of.idAt(0),
    );
    expect(beside).toHaveLength(2);
    for (const { replies } of beside)
      expect(replies).toMatchObject([{ whose: 'pupil', text: reply.text, recordedBy: 'assistant Prøve' }]);
    expect(
      await codeOf(await of.as('head')(`${of.path(made.investigationId)}/replies`, json('POST', reply))),
    ).toBe('not_found');
  });

  test('a reader who is taken off, or leaves the case, reads no more from the next request', async () => {
    const made = await of.opened({ readerIds: [of.idOf('assistant'), of.idOf('social')] });
    await answered(made);
    await of.as('social')(`${of.path(made.investigationId)}/end`, post);
    expect((await readResult(of.as('assistant'), made.investigationId)).status).toBe(200);
    const only = json('PUT', { readerIds: [of.idOf('social')] });
    expect((await of.as('social')(`${of.path(made.investigationId)}/readers`, only)).status).toBe(200);
    expect(await codeOf(await readResult(of.as('assistant'), made.investigationId))).toBe('not_found');
    expect((await readResult(of.as('social'), made.investigationId)).status).toBe(200);
    await house.database.ask(
      `update case_staff set to_at = '${house.deps.now().toISOString()}' where case_id = '${made.caseId}' and staff_id = '${of.idOf('social')}'`,
    );
    expect(await codeOf(await readResult(of.as('social'), made.investigationId))).toBe('not_found');
    const outside = json('PUT', { readerIds: [of.idOf('teacher')] });
    expect(await codeOf(await of.as('head')(`${of.path(made.investigationId)}/readers`, outside))).toBe(
      'investigation_not_of_case',
    );
  });

  test('of too few answers nothing is shown', async () => {
    const made = await of.opened();
    for (const card of of.cards.slice(0, 4))
      await answerInvestigation(house, made.classCode, card, () => [of.idAt(7)]);
    await of.as('social')(`${of.path(made.investigationId)}/end`, post);
    const result = await bodyOf<InvestigationResult>(
      await readResult(of.as('assistant'), made.investigationId),
    );
    expect(
      result.criteria.map(({ tooFew, statements, answered: count }) => [tooFew, statements, count]),
    ).toEqual([
      [true, [], 0],
      [true, [], 0],
    ]);
    expect([result.patterns, result.noPatterns]).toEqual([[], 'participation']);
  });

  test('comes also when the case is no longer investigated, and on its day everything pupils said is gone', async () => {
    const made = await of.opened({ deleteOn: '2026-12-10' });
    await answered(made);
    await house.database.ask(
      `update school_case set stage = 'closed', closed_at = '${house.deps.now().toISOString()}' where case_id = '${made.caseId}'`,
    );
    await runDueWork(house.deps);
    expect((await of.see('assistant', made.investigationId)).state).toBe('ended');
    await of.moveClock(15);
    await runDueWork(house.deps);
    expect((await of.see('assistant', made.investigationId)).state).toBe('ended');
    await of.moveClock(16);
    await runDueWork(house.deps);
    expect(await of.see('assistant', made.investigationId)).toMatchObject({
      state: 'deleted',
      listed: 0,
      answered: 11,
    });
    expect((await of.entriesOf(made.caseId)).slice(-2)).toEqual(['round_ended', 'round_deleted']);
    expect(await codeOf(await readResult(of.as('assistant'), made.investigationId))).toBe(
      'investigation_changed',
    );
    for (const table of ['pupil', 'session', 'upload', 'answer', 'reply'])
      expect(
        await house.database.ask(
          `select 1 from investigation_${table} where investigation_id = '${made.investigationId}'`,
        ),
        table,
      ).toEqual([]);
    const orphans = `select 1 from investigation_part p where not exists (select 1 from investigation_upload u where u.token_hash = p.token_hash)`;
    expect(await house.database.ask(orphans)).toEqual([]);
    await of.moveClock(0);
  });
});
