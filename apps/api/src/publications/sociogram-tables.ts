import type { GroupCounts, Thresholds } from '@samhold/analysis';
import type { ReleasedDocument } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import { findCriterion } from '@samhold/survey';
import { readClassFigures } from '../sociograms/descriptions.ts';
import { readParticipation } from '../wellbeing/tallies.ts';
import { releaseItem } from './release-item.ts';
import type { EndedRound } from './ended-round.ts';

const options = [
  { optionId: 'chosen', text: 'Valgt av minst én', score: null },
  { optionId: 'unchosen', text: 'Ikke valgt av noen', score: null },
] as const;

/** Per criterion how many pupils somebody chose, by grade; a class belongs to the grade most of its pupils are in. */
export const sociogramTables = async (
  tx: Tx,
  schoolId: string,
  sittings: EndedRound['sittings'],
  thresholds: Thresholds,
): Promise<ReleasedDocument['tables']> => {
  const ids = sittings.map((sitting) => sitting.sitting_id);
  const figures = await readClassFigures(tx, schoolId, ids);
  const participation = await readParticipation(tx, schoolId, ids);
  const gradeOf = new Map(
    ids.map((id) => {
      const rows = participation
        .filter((row) => row.sitting_id === id)
        .toSorted((a, b) => b.listed - a.listed);
      return [id, rows[0]?.grade ?? 0];
    }),
  );
  const grades = [...new Set(gradeOf.values())].sort();
  const criteria = [...new Set(figures.map((row) => row.criterionId))];
  if (criteria.length === 0) return [];
  const items = criteria.map((criterionId) => {
    const groups = grades.map((grade): GroupCounts => {
      const rows = figures.filter(
        (row) => row.criterionId === criterionId && gradeOf.get(row.sittingId) === grade,
      );
      const size = rows.reduce((sum, row) => sum + row.figures.n, 0);
      const unchosen = rows.reduce((sum, row) => sum + row.figures.unchosenCount, 0);
      return {
        groupId: String(grade),
        size,
        counts: [
          { optionId: 'chosen', score: null, count: size - unchosen },
          { optionId: 'unchosen', score: null, count: unchosen },
        ],
      };
    });
    const text = findCriterion(criterionId as Parameters<typeof findCriterion>[0])?.title.nb ?? criterionId;
    const item = {
      itemId: criterionId,
      theme: 'friends',
      text,
      options: [...options],
      sensitive: false,
      sensitiveOptions: [],
      groups,
    };
    return releaseItem(item, thresholds, 'school');
  });
  return [{ questionnaireId: 'sociogram', fromGrade: grades[0] ?? 1, toGrade: grades.at(-1) ?? 7, items }];
};
