import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agendaOf, byUrgency, reordered, type Candidate } from './agenda.ts';

const candidate = fc.record<Candidate>({
  kind: fc.constantFrom('case', 'signal', 'report', 'task'),
  subjectId: fc.uuid(),
  classId: fc.constant(null),
  title: fc.constant('Sak'),
  pupilIds: fc.constant([]),
  onPaper: fc.constant(null),
  reason: fc.constant(''),
  urgency: fc.constantFrom('force_was_used', 'past_the_norm', 'new_report', 'task_is_late', 'not_checked'),
  since: fc.constantFrom('2026-11-02', '2026-11-09', '2026-11-16'),
});
const some = fc.uniqueArray(candidate, { selector: ({ subjectId }) => subjectId, maxLength: 12 });

test('what hurries most stands first, and of that what has waited longest', () => {
  const of = (urgency: Candidate['urgency'], since: string) =>
    ({ urgency, since, subjectId: `${urgency} ${since}` }) as Candidate;
  const sorted = byUrgency([
    of('not_checked', '2026-09-01'),
    of('past_the_norm', '2026-11-02'),
    of('force_was_used', '2026-11-20'),
    of('past_the_norm', '2026-10-02'),
  ]);
  expect(sorted.map(({ subjectId }) => subjectId)).toEqual([
    'force_was_used 2026-11-20',
    'past_the_norm 2026-10-02',
    'past_the_norm 2026-11-02',
    'not_checked 2026-09-01',
  ]);
});

test('the agenda is the same whatever the order its points came in', () => {
  fc.assert(
    fc.property(some, fc.infiniteStream(fc.nat()), (candidates, keys) => {
      const mixed = candidates
        .map((one) => ({ one, key: keys.next().value }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ one }) => one);
      expect(byUrgency(mixed)).toEqual(byUrgency(candidates));
    }),
  );
});

test('somebody who sees some of the points moves those, and no other', () => {
  const letters = [...'abcdefgh'];
  fc.assert(
    fc.property(fc.subarray(letters), fc.integer(), (seen, seed) => {
      const after = seen.toSorted((a, b) => ((a.charCodeAt(0) * seed) % 7) - ((b.charCodeAt(0) * seed) % 7));
      const result = reordered(letters, seen, { before: seen, after });
      expect(result?.filter((id) => seen.includes(id))).toEqual(after);
      letters.forEach((id, at) => {
        if (!seen.includes(id)) expect(result?.[at]).toBe(id);
      });
    }),
  );
});

test('an order of other points, or over another order, is none', () => {
  expect(reordered(['a', 'b'], ['a', 'b'], { before: ['b', 'a'], after: ['a', 'b'] })).toBeNull();
  expect(reordered(['a', 'b'], ['a', 'b'], { before: ['a', 'b'], after: ['a', 'c'] })).toBeNull();
  expect(reordered(['a', 'b'], ['a'], { before: ['a', 'b'], after: ['b', 'a'] })).toBeNull();
});

test('of many, the twelve that hurry most are on the agenda by themselves', () => {
  const many = Array.from({ length: 30 }, (_, i) => ({
    ...({ urgency: i === 29 ? 'past_the_norm' : 'not_checked', since: '2026-11-02' } as Candidate),
    subjectId: String(i).padStart(2, '0'),
  }));
  const agenda = agendaOf(many);
  expect(agenda).toHaveLength(12);
  expect(agenda[0]?.subjectId).toBe('29');
});
