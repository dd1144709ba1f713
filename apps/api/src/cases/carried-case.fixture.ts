import { randomUUID } from 'node:crypto';
import type {
  CaseView,
  OpenedCase,
  RecordCaseEntry,
  RecordableContent,
  RecordedCaseEntry,
} from '@samhold/contract';
import { expect } from 'vitest';
import { dayOf } from '../calendar-days.ts';
import { addDays } from '../calendar/days.ts';
import { bodyOf } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { caseAbout, entryOf } from '../testing/made-cases.ts';
import type { TestHouse } from '../testing/test-house.ts';

type Changes = Parameters<typeof caseAbout>[2];

/** A case over HTTP: opened by somebody, and carried by whoever is asked. */
export const openTestCase = async (
  house: TestHouse,
  opener: Browser,
  pupilId: string,
  changes: Changes = {},
) => {
  const today = dayOf(house.deps.now());
  const body = caseAbout(pupilId, today, changes);
  const { caseId } = await bodyOf<OpenedCase>(await opener('/api/v1/cases', json('POST', body)));
  const read = async (by: Browser = opener) => bodyOf<CaseView>(await by(`/api/v1/cases/${caseId}`));
  const send = (by: Browser, entry: RecordCaseEntry) =>
    by(`/api/v1/cases/${caseId}/entries`, json('POST', entry));
  /** Over the revision that stands. */
  const attempt = async (
    content: RecordableContent,
    more: Partial<RecordCaseEntry> = {},
    by: Browser = opener,
  ) => send(by, entryOf(content, (await read(by)).revision, today, more));
  const record = async (
    content: RecordableContent,
    more: Partial<RecordCaseEntry> = {},
    by: Browser = opener,
  ) => {
    const answer = await attempt(content, more, by);
    if (answer.status !== 201) expect.fail(`${content.kind}: ${answer.status} ${await answer.text()}`);
    return bodyOf<RecordedCaseEntry>(answer);
  };
  return { caseId, body, today, read, send, attempt, record };
};

export type TestCase = Awaited<ReturnType<typeof openTestCase>>;

export const untilInvestigated = async ({ record }: TestCase, pupilIds: readonly string[]): Promise<void> => {
  await record({ kind: 'stepped_in', who: 'Kari Lie', what: 'Stoppet det i skolegården.' });
  await record({ kind: 'principal_told', who: 'Rektor', how: 'Muntlig samme dag.', serious: false });
  await record({
    kind: 'investigation_started',
    talks: [{ who: 'Sosiallærer', withWhom: 'Eleven og foresatte', untilOn: '2026-12-01' }],
    what: '',
  });
  for (const pupilId of pupilIds)
    await record(
      { kind: 'pupil_heard', who: 'Sosiallærer', words: 'Jeg har ingen å leke med.' },
      { pupilId },
    );
  await record({ kind: 'information_checked', what: 'At hun står alene.', how: 'Observert tre friminutt.' });
  await record({ kind: 'investigation_concluded', found: 'Hun holdes utenfor.', safe: false });
};

export const planFor = (
  today: string,
  pupilIds: readonly string[],
  responsibleId: string,
): Extract<RecordableContent, { kind: 'plan' }> => ({
  kind: 'plan',
  problem: 'Hun har ingen å være sammen med i friminuttene.',
  measures: [
    {
      ...{ measureId: randomUUID(), what: 'Lekegruppe med en voksen.', level: 'class', classId: null },
      ...{ responsibleId, fromOn: today, toOn: addDays(today, 28) },
    },
  ],
  evaluateOn: [addDays(today, 14)],
  views: pupilIds.map((pupilId) => ({
    ...{ pupilId, child: 'Vil ha noen å leke med.', guardians: 'Er enige i tiltakene.' },
    bestInterest: 'Tiltakene gir henne noen å være sammen med uten å skille henne ut.',
  })),
});

export const evaluationOf = (
  plan: ReturnType<typeof planFor>,
  pupilIds: readonly string[],
  next: 'go_on' | 'end',
): Extract<RecordableContent, { kind: 'evaluation' }> => ({
  kind: 'evaluation',
  present: ['pupil', 'guardians', 'social_teacher'],
  absent: '',
  effects: plan.measures.map(({ measureId }) => ({ measureId, effect: 'works', next, comment: '' })),
  pupilViews: pupilIds.map((pupilId) => ({ pupilId, words: 'Det er bedre nå.' })),
  guardians: 'Ser at hun gleder seg til skolen.',
  conclusion: 'Tiltaket virker.',
  nextOn: next === 'go_on' ? addDays(plan.evaluateOn[0] ?? '', 14) : null,
});
