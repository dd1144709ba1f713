import type { CaseEntryKind, CaseStage } from '@samhold/contract';
import type { CaseFacts } from './duties.ts';
import type { CasePeople } from './policy.ts';
import type { CaseRow, entryLines, leadershipTimes, pupilsOfCases, staffOfCases } from './queries.ts';

type Rows<Query extends (...of: never[]) => Promise<readonly unknown[]>> = Awaited<ReturnType<Query>>;

/** Whoever led the school at some time since the case was opened counts as leadership in it, also after stepping down. */
export const peopleOf = (
  row: Pick<CaseRow, 'kind' | 'opened_at'> | undefined,
  staff: Rows<typeof staffOfCases>,
  leadership: Rows<typeof leadershipTimes>,
  now: Date,
): CasePeople => ({
  // The columns' check constraints allow exactly these.
  kind: row?.kind as CasePeople['kind'],
  staff: staff.map((one) => ({
    staffId: one.staff_id,
    part: one.part as CasePeople['staff'][number]['part'],
  })),
  leadershipAccused: staff.some(
    ({ staff_id: accused, part }) =>
      part === 'accused' &&
      leadership.some(
        ({ staff_id: leader, from_at, to_at }) =>
          leader === accused && from_at <= now && (to_at === null || to_at > (row?.opened_at ?? now)),
      ),
  ),
});

/** What was known before a case was split off, and stands in the new one. */
const goesAlong: ReadonlySet<string> = new Set([
  'stepped_in',
  'no_need_to_step_in',
  'principal_told',
  'owner_told',
  'pupil_heard',
]);

type Line = Rows<typeof entryLines>[number];

/** Entries of other cases that count here: of those merged into this one, that pupils were heard; of the one it was split from, what had been done. */
const fromOthers = (row: CaseRow, own: readonly Line[], others: readonly CaseRow[], lines: readonly Line[]) =>
  others.flatMap((other) => {
    const of = lines.filter((line) => line.case_id === other.case_id);
    if (other.merged_into === row.case_id) {
      const takenIn = own.find(
        ({ kind, recorded_at }) =>
          kind === 'taken_in' && other.closed_at !== null && recorded_at >= other.closed_at,
      );
      return of
        .filter(({ kind }) => kind === 'pupil_heard')
        .map((line) => ({ ...line, number: takenIn?.number ?? 1 }));
    }
    if (row.split_from !== other.case_id) return [];
    // Right after the opening.
    return of
      .filter(({ kind, recorded_at }) => goesAlong.has(kind) && recorded_at <= row.opened_at)
      .map((line) => ({ ...line, number: 1.5 }));
  });

export const factsOf = (
  row: CaseRow,
  people: CasePeople,
  pupils: Rows<typeof pupilsOfCases>,
  others: readonly CaseRow[],
  lines: readonly Line[],
): CaseFacts => {
  const own = lines.filter((line) => line.case_id === row.case_id);
  return {
    kind: people.kind,
    stage: row.stage as CaseStage,
    serious: row.serious,
    leadershipAccused: people.leadershipAccused,
    concerned: pupils
      .filter((one) => one.case_id === row.case_id && one.part === 'concerned' && one.removed_at === null)
      .map((one) => one.pupil_id),
    entries: [...own, ...fromOthers(row, own, others, lines)]
      .toSorted((a, b) => a.number - b.number)
      .map((line) => ({
        number: line.number,
        kind: line.kind as CaseEntryKind,
        pupilId: line.pupil_id,
      })),
  };
};
