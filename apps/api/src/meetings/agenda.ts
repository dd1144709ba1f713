import type { PointSubject } from '@samhold/contract';

/** Something a meeting could talk about: how much it hurries, and since when. */
export type Candidate = {
  readonly kind: PointSubject;
  readonly subjectId: string;
  readonly classId: string | null;
  /** Without the pupils it is about, who are called by name where it is read. */
  readonly title: string;
  readonly pupilIds: readonly string[];
  /** What stands on paper: no names. Null for what never goes on paper (§ 12-5). */
  readonly onPaper: string | null;
  readonly reason: string;
  readonly urgency: Urgency;
  /** The day from which it waits. */
  readonly since: string;
};

/** In order: the first hurries most. */
const urgencies = [
  'force_was_used',
  'past_the_norm',
  'evaluation_is_late',
  'new_report',
  'waits_long',
  'task_is_late',
  'next_duty',
  'not_checked',
] as const;
export type Urgency = (typeof urgencies)[number];

/** The agenda by urgency, what has waited longest first, and the same whatever the order it came in. */
export const byUrgency = (candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.toSorted(
    (a, b) =>
      urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) ||
      a.since.localeCompare(b.since) ||
      a.subjectId.localeCompare(b.subjectId),
  );

/** A meeting of an hour does not come further. */
const mostPoints = 12;

/** What is put on the agenda by itself: the most urgent. The rest can be put there. */
export const agendaOf = (candidates: readonly Candidate[]): readonly Candidate[] =>
  byUrgency(candidates).slice(0, mostPoints);

/**
 * The places of all points after somebody has put those they see in another order: what they do not see stays where it is.
 * Null when `before` is not what they see, or `after` not the same points.
 */
export const reordered = (
  all: readonly string[],
  seen: readonly string[],
  { before, after }: { readonly before: readonly string[]; readonly after: readonly string[] },
): readonly string[] | null => {
  const same = before.length === seen.length && before.every((id, at) => id === seen[at]);
  const wanted = new Set(after);
  if (!same || after.length !== seen.length || !seen.every((id) => wanted.has(id))) return null;
  const sees = new Set(seen);
  const next = after.values();
  return all.map((id) => (sees.has(id) ? (next.next().value ?? id) : id));
};
