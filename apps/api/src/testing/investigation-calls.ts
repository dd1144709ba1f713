import { randomUUID } from 'node:crypto';
import type { Card } from './answering.ts';
import { json } from './browser.ts';
import { investigationOf } from './investigation.ts';
import type { TestHouse } from './test-house.ts';

type Of = { readonly classId: string; readonly readerId: string; readonly pupilId: string };

/** What is sent to each route of investigations, right in itself. */
export const investigationCalls = (
  house: TestHouse,
  cards: readonly Card[],
  of: Of,
): Readonly<Record<string, RequestInit>> => ({
  'POST /api/v1/cases/:caseId/investigations': json(
    'POST',
    investigationOf(house, {
      classId: of.classId,
      pupilIds: cards.map(({ pupil }) => pupil.pupilId),
      readerIds: [of.readerId],
    }),
  ),
  'POST /api/v1/investigations/:investigationId/decision': json('POST', {
    ...{ approved: true, reason: 'Annet er prøvd.' },
  }),
  'PUT /api/v1/investigations/:investigationId/readers': json('PUT', { readerIds: [of.readerId] }),
  'POST /api/v1/investigations/:investigationId/answers': json('POST', { purpose: 'Forberede samtaler' }),
  'POST /api/v1/investigations/:investigationId/replies': json('POST', {
    ...{ replyId: randomUUID(), pupilId: of.pupilId, whose: 'pupil', text: 'Det stemmer ikke.' },
  }),
});
