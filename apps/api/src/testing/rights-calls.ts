import { randomUUID } from 'node:crypto';
import { json } from './browser.ts';

/** Requests of rights that are right in themselves; an erasure with another name than the pupil's erases nothing. */
export const rightsCalls = (): Readonly<Record<string, RequestInit>> => ({
  'PUT /api/v1/retention': json('PUT', { answersUntil: '07-31', backupsKeptDays: 35 }),
  'POST /api/v1/pupil-rights/pupils': json('POST', { sought: 'elev' }),
  'PUT /api/v1/pupil-rights/:pupilId/name': json('PUT', { givenName: 'Elev1', familyName: 'Rettet' }),
  'POST /api/v1/pupil-rights/:pupilId/holds': json('POST', {
    ...{ holdId: randomUUID(), kind: 'held', reason: 'Klagesak.' },
  }),
  'POST /api/v1/pupil-rights/:pupilId/holds/:holdId/end': { method: 'POST' },
  'POST /api/v1/pupil-rights/:pupilId/exports': json('POST', {
    ...{ exportId: randomUUID(), askedOn: '2026-11-20' },
  }),
  'PUT /api/v1/pupil-rights/:pupilId/exports/:exportId/review': json('PUT', {
    ...{ revision: 1, key: 'readers', read: true, decisions: [] },
  }),
  'POST /api/v1/pupil-rights/:pupilId/exports/:exportId/finish': json('POST', { revision: 1 }),
  'POST /api/v1/pupil-rights/:pupilId/erasure': json('POST', { name: 'en annen' }),
});
