import type { PupilPage } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import { itemsInOrder, textIn, themes, type Item, type Questionnaire } from '@samhold/survey';
import { pinnedQuestionnaire } from '../questionnaires/service.ts';
import { answersOfPupil } from '../responses/pupil-answers.ts';
import type { SittingRow } from '../rounds/sittings.ts';

type Theme = PupilPage['wellbeing']['themes'][number];
type Given = Theme['items'][number]['answers'][number];
type Row = Awaited<ReturnType<typeof answersOfPupil>>[number];

const givenOn = (questionnaire: Questionnaire, item: Item | undefined, row: Row | undefined): Given => {
  if (item?.type !== 'choice' || row === undefined) return null;
  if (row.type === 'declined') return { text: 'Ønsket ikke å svare', score: null, declined: true };
  const option = questionnaire.scales[item.scaleId]?.options.find(({ id }) => id === row.option_id);
  if (option === undefined) return null;
  return { text: textIn(option.text, 'nb').text, score: option.score, declined: false };
};

export type OwnAnswers = {
  /** In the order of the sittings. */
  readonly responded: readonly boolean[];
  readonly themes: readonly Theme[];
};

/** What the pupil answered on each item in wellbeing sittings of the class, by theme; items as the newest version words them. */
export const ownAnswers = async (
  tx: Tx,
  schoolId: string,
  pupilId: string,
  sittings: readonly SittingRow[],
): Promise<OwnAnswers> => {
  const ids = sittings.map((sitting) => sitting.sitting_id);
  const rows = Map.groupBy(await answersOfPupil(tx, schoolId, pupilId, ids), (row) => row.sitting_id);
  const asked = await Promise.all(
    sittings.map(({ questionnaire_id: id, questionnaire_version: version }) =>
      pinnedQuestionnaire(tx, schoolId, id, version),
    ),
  );
  const items = new Map<string, Item>();
  for (const questionnaire of asked)
    for (const item of itemsInOrder(questionnaire, { criteria: [] }))
      // What a pupil answers about adults is not the contact teacher's to read by name (opplæringslova § 12-5).
      if (item.type === 'choice' && item.bullying?.by !== 'adults') items.set(item.id, item);
  const answersOn = (itemId: string): Given[] =>
    sittings.map(({ sitting_id: sittingId }, round) => {
      const questionnaire = asked[round];
      if (questionnaire === undefined) return null;
      const row = rows.get(sittingId)?.find((one) => one.item_id === itemId);
      return givenOn(
        questionnaire,
        questionnaire.items.find((item) => item.id === itemId),
        row,
      );
    });
  const grouped = Map.groupBy(items.values(), (item) => item.theme);
  return {
    responded: ids.map((id) => rows.has(id)),
    themes: themes.flatMap(({ id, name }) => {
      const own = grouped.get(id) ?? [];
      if (own.length === 0) return [];
      return {
        name: name.nb,
        items: own.map((item) => ({
          itemId: item.id,
          text: textIn(item.text, 'nb').text,
          answers: answersOn(item.id),
        })),
      };
    }),
  };
};
