import { expect, test } from 'vitest';
import { emptyDraft, isStale, missingIn, toSend, type IncidentDraft } from './incident-draft.ts';

const now = new Date('2026-11-24T09:00:00Z');
const filled: IncidentDraft = {
  ...emptyDraft(now),
  place: 'playground',
  seen: ' Dytting ved husken. ',
  done: 'Stoppet det.',
  physical: 'no',
};

test('a draft is sent when nothing is missing, and what is missing is named in the order of the form', () => {
  expect(toSend(emptyDraft(now))).toBeUndefined();
  expect(missingIn(emptyDraft(now))).toEqual([
    'hvor det skjedde',
    'hva du så eller fikk høre',
    'hva du gjorde',
    'om noen måtte gripe inn fysisk',
  ]);
  expect(toSend(filled)).toMatchObject({
    reportId: filled.reportId,
    seen: 'Dytting ved husken.',
    happenedAt: null,
    aboutStaff: null,
  });
});

test('about an employee is sent with whom only where somebody is named', () => {
  const chosen = { ...filled, staffIds: ['s'] };
  expect(toSend({ ...chosen, about: 'named' })?.aboutStaff).toEqual({ staffIds: ['s'], leadership: false });
  expect(toSend({ ...chosen, about: 'unnamed' })?.aboutStaff).toEqual({ staffIds: [], leadership: false });
  expect(toSend({ ...chosen, about: 'leadership' })?.aboutStaff).toEqual({ staffIds: [], leadership: true });
  expect(toSend({ ...filled, about: 'named' })).toBeUndefined();
});

test('a draft from another day is stale', () => {
  expect(isStale(filled, new Date('2026-11-24T16:30:00Z'))).toBe(false);
  expect(isStale(filled, new Date('2026-11-24T17:30:00Z'))).toBe(true);
});
