import { randomUUID } from 'node:crypto';
import type { CaseDocument, MeetingPage, RecordableContent } from '@samhold/contract';
import type { Seat } from '../access/access-table.ts';
import { dayOf } from '../calendar-days.ts';
import { openTestCase, planFor } from '../cases/carried-case.fixture.ts';
import { bodyOf } from './answering.ts';
import { json } from './browser.ts';
import { answerInvestigation, approve, ask, investigationOf, openInvestigation } from './investigation.ts';
import type { Ids, SeatedSchool } from './seated-school.ts';
import type { TestHouse } from './test-house.ts';

type Carried = {
  readonly carrier: Seat;
  /** Who says yes to asking pupils. */
  readonly decider: Seat;
  readonly accused: Seat;
  readonly reportId: string;
  /** Stands in every field. */
  readonly word: string;
};

/** A case under § 12-5 with all that a case can have: a report, a survey, a plan, a document, an export, a point of a meeting and a task. */
export const carryStaffCase = async (
  house: TestHouse,
  { ids, cards, browserOf, staffIds }: SeatedSchool,
  { carrier: seat, decider, accused, reportId, word }: Carried,
): Promise<Partial<Ids> & { readonly caseId: string }> => {
  const carrier = browserOf(seat);
  const idOf = (of: Seat): string => staffIds.get(of) ?? '';
  const helper = idOf('case participant');
  const send = async (path: string, body: object, method = 'POST'): Promise<Response> => {
    const answer = await carrier(`/api/v1${path}`, json(method, body));
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const one = await openTestCase(house, carrier, ids.pupilId, {
    ...{ kind: 'staff', from: 'incident', reportIds: [reportId], title: word, what: `Det gjelder ${word}.` },
    ...{ accusedIds: [idOf(accused)], participantIds: [helper], responsibleId: idOf(seat) },
  });
  const { caseId } = one;
  const told: readonly RecordableContent[] =
    seat === 'owner' ? [] : [{ kind: 'principal_told', who: 'Rektor', how: word, serious: true }];
  const talks = [{ who: 'Kommunen', withWhom: word, untilOn: '2026-12-01' }];
  for (const content of [
    { kind: 'stepped_in', who: 'Vakt', what: word },
    ...told,
    { kind: 'owner_told', who: 'Skoleeier', how: word },
    { kind: 'investigation_started', talks, what: word },
  ] as const)
    await one.record(content);
  const pupilIds = cards.map(({ pupil }) => pupil.pupilId);
  const wish = investigationOf(house, { classId: ids.classId, pupilIds, readerIds: [helper] });
  const reasons = { suspicion: word, tried: word, notEnough: word, leastIntrusion: word };
  await ask(carrier, caseId, { ...wish, reasons });
  await approve(browserOf(decider), wish.investigationId);
  const { classCode } = await openInvestigation(house, carrier, seat, wish.investigationId);
  for (const card of cards.slice(1, 8))
    await answerInvestigation(house, classCode ?? '', card, () => [ids.pupilId]);
  await carrier(`/api/v1/investigations/${wish.investigationId}/end`, { method: 'POST' });
  await one.record({ kind: 'pupil_heard', who: 'Kommunen', words: word }, { pupilId: ids.pupilId });
  await one.record({ kind: 'information_checked', what: word, how: word });
  await one.record({ kind: 'investigation_concluded', found: word, safe: false });
  await one.record({ ...planFor(one.today, [ids.pupilId], helper), problem: word });
  const [documentId, exportId, taskId] = [randomUUID(), randomUUID(), randomUUID()];
  const document = { documentId, kind: 'plan', pupilId: ids.pupilId };
  await bodyOf<CaseDocument>(await send(`/cases/${caseId}/documents`, document));
  await send(`/cases/${caseId}/exports`, { exportId, recipient: 'archive' });
  const made = { caseId, investigatedCaseId: caseId, investigationId: wish.investigationId };
  const known = { ...made, documentId, exportId, incidentId: reportId };
  // The kommune takes no part in the meetings of the school.
  if (seat === 'owner') return known;
  const point = { itemId: randomUUID(), kind: 'case', subjectId: caseId };
  const page = await bodyOf<MeetingPage>(await send(`/meetings/${ids.meetingId}/points`, point));
  const itemId = page.points.find(({ subjectId }) => subjectId === caseId)?.itemId ?? '';
  await send(`/meeting-points/${itemId}/minutes`, { revision: 1, minutes: word }, 'PUT');
  const task = { taskId, what: word, ownerId: helper, dueOn: dayOf(house.deps.now()) };
  await send(`/meeting-points/${itemId}/tasks`, task);
  return { ...known, itemId, taskId };
};
