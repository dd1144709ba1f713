import { randomUUID } from 'node:crypto';
import type {
  AskInvestigation,
  CaseInvestigations,
  Investigation,
  InvestigationOffer,
} from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { bodyOf, codeOf } from '../testing/answering.ts';
import { json } from '../testing/browser.ts';
import { openInvestigatedSchool, type InvestigatedSchool } from '../testing/investigated-school.ts';
import { approve, ask, openInvestigation, readResult } from '../testing/investigation.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

const post = { method: 'POST' };
let house: TestHouse;
let of: InvestigatedSchool;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  of = await openInvestigatedSchool(house);
}, 120_000);
afterAll(() => house.close());

describe('asking', () => {
  test('is for whoever carries the case, and nobody else learns whether there is one', async () => {
    const caseId = await of.newCase();
    for (const name of ['teacher', 'owner', 'admin'])
      expect([name, await codeOf(await ask(of.as(name), caseId, of.wish()))]).toEqual([name, 'not_found']);
    // A participant sees the case and does not carry it.
    expect(await codeOf(await ask(of.as('assistant'), caseId, of.wish()))).toBe('not_found');
    expect(await codeOf(await ask(of.as('social'), randomUUID(), of.wish()))).toBe('not_found');
    expect((await ask(of.as('social'), caseId, of.wish())).status).toBe(201);
  });

  test('is possible only while the case is investigated, and one at a time', async () => {
    for (const stage of ['reported', 'told', 'investigated', 'planned', 'evaluated', 'closed'] as const) {
      const caseId = await of.newCase({ stage });
      expect([stage, await codeOf(await ask(of.as('social'), caseId, of.wish()))]).toEqual([
        stage,
        'investigation_not_now',
      ]);
      const list = await of.as('social')(`/api/v1/cases/${caseId}/investigations`);
      expect(await bodyOf<CaseInvestigations>(list)).toMatchObject({ mayAsk: false, hindrance: 'stage' });
    }
    const caseId = await of.newCase();
    const answers = await Promise.all([
      ask(of.as('social'), caseId, of.wish()),
      ask(of.as('head'), caseId, of.wish()),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  test.each([
    ['no condition', { conditions: [] }, 'invalid_request'],
    ['an unknown condition', { conditions: ['quick' as 'unclear'] }, 'invalid_request'],
    [
      'a blank reason',
      { reasons: { suspicion: 'Ja', tried: '  ', notEnough: 'Ja', leastIntrusion: 'Ja' } },
      'invalid_request',
    ],
    ['no question', { criteria: [] }, 'invalid_request'],
    ['five questions', { criteria: ['a', 'b', 'c', 'd', 'e'] }, 'invalid_request'],
    ['a question of its own', { criteria: ['recess'] }, 'investigation_not_of_case'],
    ['no reader', { readerIds: [] }, 'invalid_request'],
    ['eleven days', { openDays: 11 }, 'invalid_request'],
    ['deletion before it closes', { deleteOn: '2026-11-26' }, 'investigation_dates'],
    ['deletion after a quarter of a year', { deleteOn: '2027-03-30' }, 'investigation_dates'],
  ] as const)('is refused with %s', async (_what, more, code) => {
    const caseId = await of.newCase();
    expect(await codeOf(await ask(of.as('social'), caseId, of.wish(more as Partial<AskInvestigation>)))).toBe(
      code,
    );
    expect(await of.entriesOf(caseId)).not.toContain('round_asked');
  });

  test('asks six pupils at least, of a class of the case, and is read by those who take part in it', async () => {
    const caseId = await of.newCase();
    const refused = async (more: Partial<AskInvestigation>) =>
      codeOf(await ask(of.as('social'), caseId, of.wish(more)));
    expect(await refused({ pupilIds: of.pupilIds().slice(0, 5) })).toBe('investigation_too_few');
    expect(await refused({ pupilIds: [...of.pupilIds().slice(0, 6), randomUUID()] })).toBe(
      'investigation_not_of_case',
    );
    expect(await refused({ classId: of.school.classIds.get('5B') ?? '' })).toBe('investigation_not_of_case');
    for (const name of ['teacher', 'head', 'owner'])
      expect([name, await refused({ readerIds: [of.idOf(name)] })]).toEqual([
        name,
        'investigation_not_of_case',
      ]);
    const offer = await bodyOf<InvestigationOffer>(
      await of.as('social')(`/api/v1/cases/${caseId}/investigations/offer`),
    );
    expect(offer.classes.map(({ className }) => className)).toEqual(['5A']);
    expect(offer.people.map(({ staffId }) => staffId).sort()).toEqual(
      [of.idOf('social'), of.idOf('assistant')].sort(),
    );
  });
});

describe('approval', () => {
  test('is leadership’s, by another than whoever asked, with a reason that stands in the case', async () => {
    const caseId = await of.newCase();
    const asked = of.wish();
    await ask(of.as('head'), caseId, asked);
    expect(await codeOf(await approve(of.as('head'), asked.investigationId))).toBe(
      'investigation_own_request',
    );
    for (const name of ['social', 'assistant', 'teacher', 'owner', 'admin'])
      expect([name, await codeOf(await approve(of.as(name), asked.investigationId))]).toEqual([
        name,
        'not_found',
      ]);
    expect((await of.see('head', asked.investigationId)).may.decide).toBe(false);
    expect((await of.see('deputy', asked.investigationId)).may.decide).toBe(true);
    expect((await approve(of.as('deputy'), asked.investigationId)).status).toBe(200);
    expect(await codeOf(await approve(of.as('deputy'), asked.investigationId))).toBe('investigation_changed');
    expect((await of.entriesOf(caseId)).slice(-2)).toEqual(['round_asked', 'round_approved']);
  });

  test('is never the accused’s, who does not see the case: not even when that person leads the school', async () => {
    const caseId = await of.newCase({
      kind: 'staff',
      responsible: of.idOf('owner'),
      accused: [of.idOf('head')],
    });
    const asked = of.wish();
    expect((await ask(of.as('owner'), caseId, asked)).status).toBe(201);
    // Leadership is accused: the owner decides, and is alone.
    for (const name of ['head', 'deputy', 'social'])
      expect([name, await codeOf(await approve(of.as(name), asked.investigationId))]).toEqual([
        name,
        'not_found',
      ]);
    expect((await approve(of.as('owner'), asked.investigationId)).status).toBe(200);
    for (const request of [
      () => of.as('head')(of.path(asked.investigationId)),
      () => of.as('head')(`/api/v1/cases/${caseId}/investigations`),
      () => readResult(of.as('head'), asked.investigationId),
    ])
      expect(await codeOf(await request())).toBe('not_found');
  });

  test('can be refused, and then another can be asked for', async () => {
    const caseId = await of.newCase();
    const asked = of.wish();
    await ask(of.as('social'), caseId, asked);
    const no = json('POST', { approved: false, reason: 'Snakk med elevene først.' });
    const declined = await of.as('head')(`${of.path(asked.investigationId)}/decision`, no);
    expect((await bodyOf<Investigation>(declined)).state).toBe('declined');
    expect((await ask(of.as('social'), caseId, of.wish())).status).toBe(201);
  });
});

describe('opening', () => {
  test('is refused before approval, and to whoever has not just signed in again', async () => {
    const caseId = await of.newCase();
    const { investigationId } = await bodyOf<Investigation>(await ask(of.as('social'), caseId, of.wish()));
    const open = (name: string) => of.as(name)(`${of.path(investigationId)}/open`, post);
    expect(await codeOf(await open('social'))).toBe('investigation_changed');
    await approve(of.as('head'), investigationId);
    expect(await codeOf(await open('social'))).toBe('sign_in_again');
    expect(await codeOf(await open('teacher'))).toBe('not_found');
    const shown = await openInvestigation(house, of.as('assistant'), 'assistant', investigationId);
    expect(shown).toMatchObject({ state: 'open', closesAt: '2026-11-27T21:00:00.000Z', answered: 0 });
    expect(shown.classCode).toMatch(/^\w{8}$/);
    // Leadership carries the case; whoever only sees it has no code to give.
    expect((await of.see('head', investigationId)).classCode).toBe(shown.classCode);
  });
});
