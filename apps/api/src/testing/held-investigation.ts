import type { Seat } from '../access/access-table.ts';
import type { Card } from './answering.ts';
import type { Browser } from './browser.ts';
import { putCase } from './case-by-hand.ts';
import { answerInvestigation, approve, ask, investigationOf, openInvestigation } from './investigation.ts';
import type { TestHouse } from './test-house.ts';

type Seated = {
  readonly classId: string;
  readonly cards: readonly Card[];
  readonly staffIds: ReadonlyMap<Seat, string>;
  readonly browserOf: (seat: Seat) => Browser;
  /** What the subjects of the school begin with. */
  readonly mark?: string;
};

/** A case on the first pupil that the social teacher carries and the contact teacher of the class takes part in. */
export const caseToInvestigate = (
  house: TestHouse,
  school: { readonly schoolId: string },
  { classId, cards, staffIds }: Seated,
): Promise<string> =>
  putCase(house, school, {
    ...{ classId, pupilIds: cards.slice(0, 1).map(({ pupil }) => pupil.pupilId) },
    participants: [staffIds.get('contact teacher of the class') ?? ''],
    responsible: staffIds.get('social teacher') ?? '',
  });

/** An investigation that has ended in such a case; the contact teacher of the class reads it. */
export const holdInvestigation = async (
  house: TestHouse,
  caseId: string,
  { classId, cards, staffIds, browserOf, mark = '' }: Seated,
) => {
  const carrier = browserOf('social teacher');
  const readerId = staffIds.get('contact teacher of the class') ?? '';
  const pupilIds = cards.map(({ pupil }) => pupil.pupilId);
  const asked = investigationOf(house, { classId, pupilIds, readerIds: [readerId] });
  const { investigationId } = asked;
  await ask(carrier, caseId, asked);
  await approve(browserOf('leadership'), investigationId);
  const { classCode } = await openInvestigation(house, carrier, `${mark}social teacher`, investigationId);
  for (const card of cards.slice(1, 9))
    await answerInvestigation(house, classCode ?? '', card, (criterion) =>
      criterion === 'hard-company' ? pupilIds.slice(0, 1) : pupilIds.slice(9, 10),
    );
  await carrier(`/api/v1/investigations/${investigationId}/end`, { method: 'POST' });
  return { investigatedCaseId: caseId, investigationId, readerId };
};

export const seatInvestigation = async (
  house: TestHouse,
  school: { readonly schoolId: string },
  seated: Seated,
) => holdInvestigation(house, await caseToInvestigate(house, school, seated), seated);
