import { randomUUID } from 'node:crypto';
import type { AskInvestigation, Investigation } from '@samhold/contract';
import { dayOf } from '../calendar-days.ts';
import { addDays } from '../calendar/days.ts';
import { bodyOf, openTablet, put, readForm, wholeResponse, type Card } from './answering.ts';
import { followSignIn, json, type Browser } from './browser.ts';
import type { TestHouse } from './test-house.ts';

/** What a case asks for, right in itself: these pupils of a class, read by these staff members. */
export const investigationOf = (
  house: TestHouse,
  of: Pick<AskInvestigation, 'classId' | 'pupilIds' | 'readerIds'>,
  wish: Partial<AskInvestigation> = {},
): AskInvestigation => ({
  investigationId: randomUUID(),
  ...of,
  conditions: ['long_lasting', 'unclear'],
  reasons: {
    suspicion: 'En elev blir holdt utenfor, og det er uklart av hvem.',
    tried: 'Samtaler og observasjon i seks uker.',
    notEnough: 'Elevene forteller ulikt.',
    leastIntrusion: 'Bare klassens egne elever spørres, om to ting.',
  },
  criteria: ['good-company', 'hard-company'],
  openDays: 3,
  deleteOn: addDays(dayOf(house.deps.now()), 40),
  ...wish,
});

/** Asks for it; the answer as it comes. */
export const ask = (browser: Browser, caseId: string, wish: AskInvestigation): Promise<Response> =>
  browser(`/api/v1/cases/${caseId}/investigations`, json('POST', wish));

/** Says yes, with a reason. */
export const approve = (browser: Browser, investigationId: string): Promise<Response> =>
  browser(
    `/api/v1/investigations/${investigationId}/decision`,
    json('POST', { approved: true, reason: 'Annet er prøvd, og det haster.' }),
  );

/** The person signs in once more, as is asked of whoever opens one. */
export const proveAgain = async (house: TestHouse, browser: Browser, subject: string): Promise<void> => {
  const end = await followSignIn(browser, house.origin, '/api/v1/sign-in?anew=true&returnTo=/again', subject);
  if (end.pathname !== '/again') throw new Error(`Signing in again was refused: ${end.search}.`);
};

/** Opens it by somebody who has just signed in again. */
export const openInvestigation = async (
  house: TestHouse,
  browser: Browser,
  subject: string,
  investigationId: string,
): Promise<Investigation> => {
  await proveAgain(house, browser, subject);
  const opened = await browser(`/api/v1/investigations/${investigationId}/open`, { method: 'POST' });
  if (!opened.ok) throw new Error(await opened.text());
  return bodyOf<Investigation>(opened);
};

/** The pupil answers every question and hands in. */
export const answerInvestigation = async (
  house: TestHouse,
  classCode: string,
  card: Card,
  choose: (criterionId: string) => readonly string[],
): Promise<void> => {
  const tablet = await openTablet(house, classCode, card);
  await put(tablet, wholeResponse(await readForm(tablet), choose));
};

export const readResult = (browser: Browser, investigationId: string): Promise<Response> =>
  browser(
    `/api/v1/investigations/${investigationId}/answers`,
    json('POST', { purpose: 'Forberede samtaler' }),
  );
