import { expect } from 'vitest';
import type { AskInvestigation, Investigation } from '@samhold/contract';
import { bodyOf, cardsOf, type Card } from './answering.ts';
import type { Browser } from './browser.ts';
import { putCase, type CaseByHand } from './case-by-hand.ts';
import { rosterHeader, rosterOf } from './class-with-teacher.ts';
import { approve, ask, investigationOf, openInvestigation } from './investigation.ts';
import type { TestHouse } from './test-house.ts';
import { addStaff, makeSchool } from './test-school.ts';

const start = new Date('2026-11-24T09:00:00Z');
const people = ['social', 'teacher', 'assistant', 'head', 'deputy', 'owner', 'admin'] as const;

export type InvestigatedSchool = Awaited<ReturnType<typeof openInvestigatedSchool>>;

/**
 * A school with somebody of each kind and the classes 5A, of twelve, and 5B. Its cases are of the social teacher, who has the
 * assistant with her; the assistant reads what pupils answer.
 */
export const openInvestigatedSchool = async (house: TestHouse) => {
  house.setNow(start);
  const school = await makeSchool(
    house,
    'Undersøk',
    rosterHeader + rosterOf('5A', 5, 12) + rosterOf('5B', 5, 6),
  );
  const classId = school.classIds.get('5A') ?? '';
  const staff = new Map<string, string>();
  let browsers = new Map<string, Browser>();
  for (const [name, relations] of [
    ['social', [{ kind: 'social_teacher' }]],
    ['teacher', [{ kind: 'contact_teacher', classId }]],
    ['assistant', [{ kind: 'employee' }]],
    ['head', [{ kind: 'leadership' }, { kind: 'principal' }]],
    ['deputy', [{ kind: 'leadership' }]],
    ['owner', [{ kind: 'owner' }]],
    ['admin', [{ kind: 'administrator' }]],
  ] as const)
    staff.set(name, await addStaff(house, school, name, relations));
  /** A session does not last over days. */
  const moveClock = async (days: number): Promise<void> => {
    house.setNow(new Date(start.getTime() + days * 86_400_000));
    browsers = new Map(
      await Promise.all(people.map(async (name) => [name, await house.staffBrowser(name)] as const)),
    );
  };
  await moveClock(0);
  const as = (name: string): Browser => browsers.get(name) ?? expect.fail(name);
  const idOf = (name: string): string => staff.get(name) ?? expect.fail(name);
  const cards: readonly Card[] = await cardsOf(as('teacher'), classId);
  const idAt = (at: number): string => cards[at]?.pupil.pupilId ?? expect.fail(String(at));
  const pupilIds = () => cards.map(({ pupil }) => pupil.pupilId);
  const newCase = (of: Partial<CaseByHand> = {}) =>
    putCase(house, school, {
      ...{ classId, pupilIds: [idAt(0)], responsible: idOf('social'), participants: [idOf('assistant')] },
      ...of,
    });
  const wish = (more: Partial<AskInvestigation> = {}) =>
    investigationOf(house, { classId, pupilIds: pupilIds(), readerIds: [idOf('assistant')] }, more);
  const path = (investigationId: string): string => `/api/v1/investigations/${investigationId}`;
  const see = async (name: string, id: string) => bodyOf<Investigation>(await as(name)(path(id)));
  const entriesOf = async (caseId: string) =>
    (
      await house.database.ask<{ readonly kind: string }>(
        `select kind from case_entry where case_id = '${caseId}' order by number`,
      )
    ).map(({ kind }) => kind);
  /** Asked by the social teacher, approved by the principal and opened, in a case of its own. */
  const opened = async (more: Partial<AskInvestigation> = {}) => {
    const caseId = await newCase();
    const { investigationId, ...asked } = wish(more);
    expect((await ask(as('social'), caseId, { investigationId, ...asked })).status).toBe(201);
    expect((await approve(as('head'), investigationId)).status).toBe(200);
    const { classCode } = await openInvestigation(house, as('social'), 'social', investigationId);
    return { caseId, investigationId, classCode: classCode ?? expect.fail('No class code.') };
  };
  return {
    school,
    classId,
    cards,
    as,
    idOf,
    idAt,
    pupilIds,
    newCase,
    wish,
    path,
    see,
    entriesOf,
    opened,
    moveClock,
  };
};
