import type { GroupCounts } from '@samhold/analysis';
import type { ReleasedDocument } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import { bulliedOptionIds, textIn, type Questionnaire } from '@samhold/survey';
import { pinnedQuestionnaire } from '../questionnaires/service.ts';
import { readParticipation, readTallies } from '../wellbeing/tallies.ts';
import { cellsOfItem } from './cells-of-item.ts';
import type { EndedRound } from './ended-round.ts';
import { releaseItem } from './release-item.ts';
import type { ReleaseSpec } from './release-spec.ts';

type Table = ReleasedDocument['tables'][number];

type Group = { readonly groupId: string; readonly holds: (grade: number) => boolean };

const tableOf = async (
  tx: Tx,
  schoolId: string,
  questionnaire: Questionnaire,
  sittingIds: readonly string[],
  spec: ReleaseSpec,
): Promise<Table> => {
  const tallies = await readTallies(tx, schoolId, sittingIds);
  const participation = await readParticipation(tx, schoolId, sittingIds);
  const grades = [...new Set(participation.map((row) => row.grade))].sort();
  const groups: readonly Group[] =
    spec.rows === 'class'
      ? [{ groupId: 'class', holds: () => true }]
      : grades.map((grade) => ({ groupId: String(grade), holds: (other) => other === grade }));
  const sum = ({ holds }: Group, itemId: string, outcomes: readonly string[]): number =>
    tallies
      .filter((row) => holds(row.grade) && row.item_id === itemId && outcomes.includes(row.outcome))
      .reduce((total, row) => total + row.count, 0);
  const size = ({ holds }: Group): number =>
    participation.filter((row) => holds(row.grade)).reduce((total, row) => total + row.listed, 0);
  return {
    questionnaireId: questionnaire.id,
    fromGrade: questionnaire.grades.from,
    toGrade: questionnaire.grades.to,
    items: questionnaire.items.flatMap((item) => {
      if (item.type !== 'choice') return [];
      const cells = cellsOfItem(questionnaire.scales[item.scaleId]?.options ?? [], spec.cells);
      const shown = {
        itemId: item.id,
        theme: item.theme,
        text: textIn(item.text, 'nb').text,
        options: cells.map(({ optionId, text, score }) => ({ optionId, text, score })),
        sensitive: item.sensitive,
        sensitiveOptions:
          spec.cells === 'above-middle' && item.sensitive && item.bullying === undefined
            ? ['others']
            : bulliedOptionIds(questionnaire, item),
        groups: groups.map((group): GroupCounts => ({
          groupId: group.groupId,
          size: size(group),
          counts: cells.map(({ optionId, score, of }) => ({
            optionId,
            score,
            count: sum(group, item.id, of),
          })),
        })),
      };
      return [releaseItem(shown, spec.thresholds, spec.rows === 'grades' ? 'school' : null)];
    }),
  };
};

/** One table per questionnaire of the round: its items, by the rows and cells of the release. */
export const wellbeingTables = async (
  tx: Tx,
  schoolId: string,
  sittings: EndedRound['sittings'],
  spec: ReleaseSpec,
): Promise<readonly Table[]> => {
  const byQuestionnaire = Map.groupBy(
    sittings,
    (sitting) => `${sitting.questionnaire_id} ${sitting.questionnaire_version}`,
  );
  const tables: Table[] = [];
  for (const group of byQuestionnaire.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const questionnaire = await pinnedQuestionnaire(tx, first.questionnaire_id, first.questionnaire_version);
    const ids = group.map((sitting) => sitting.sitting_id);
    tables.push(await tableOf(tx, schoolId, questionnaire, ids, spec));
  }
  return tables.sort((a, b) => a.fromGrade - b.fromGrade);
};
