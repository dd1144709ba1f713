import type { GroupCounts, Thresholds } from '@samhold/analysis';
import type { ReleasedDocument } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import { bulliedOptionIds, textIn, type Questionnaire } from '@samhold/survey';
import { pinnedQuestionnaire } from '../questionnaires/service.ts';
import { readParticipation, readTallies } from '../wellbeing/tallies.ts';
import { releaseItem } from './release-item.ts';
import type { EndedRound } from './ended-round.ts';

type Table = ReleasedDocument['tables'][number];

const tableOf = async (
  tx: Tx,
  schoolId: string,
  questionnaire: Questionnaire,
  sittingIds: readonly string[],
  thresholds: Thresholds,
): Promise<Table> => {
  const tallies = await readTallies(tx, schoolId, sittingIds);
  const participation = await readParticipation(tx, schoolId, sittingIds);
  const grades = [...new Set(participation.map((row) => row.grade))].sort();
  const sum = (grade: number, itemId: string, outcome: string): number =>
    tallies
      .filter((row) => row.grade === grade && row.item_id === itemId && row.outcome === outcome)
      .reduce((total, row) => total + row.count, 0);
  const size = (grade: number): number =>
    participation.filter((row) => row.grade === grade).reduce((total, row) => total + row.listed, 0);
  return {
    questionnaireId: questionnaire.id,
    fromGrade: questionnaire.grades.from,
    toGrade: questionnaire.grades.to,
    items: questionnaire.items.flatMap((item) => {
      if (item.type !== 'choice') return [];
      const options = questionnaire.scales[item.scaleId]?.options ?? [];
      const groups = grades.map((grade): GroupCounts => ({
        groupId: String(grade),
        size: size(grade),
        counts: options.map((option) => ({
          optionId: option.id,
          score: option.score,
          count: sum(grade, item.id, option.id),
        })),
      }));
      const shown = {
        itemId: item.id,
        theme: item.theme,
        text: textIn(item.text, 'nb').text,
        options: options.map((option) => ({
          optionId: option.id,
          text: textIn(option.text, 'nb').text,
          score: option.score,
        })),
        sensitive: item.sensitive,
        sensitiveOptions: bulliedOptionIds(questionnaire, item),
        groups,
      };
      return [releaseItem(shown, thresholds)];
    }),
  };
};

/** One table per questionnaire of the round: items by grade, and its grades together. */
export const wellbeingTables = async (
  tx: Tx,
  schoolId: string,
  sittings: EndedRound['sittings'],
  thresholds: Thresholds,
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
    tables.push(await tableOf(tx, schoolId, questionnaire, ids, thresholds));
  }
  return tables.sort((a, b) => a.fromGrade - b.fromGrade);
};
