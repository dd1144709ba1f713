import { allQuestionnaires, bulliedOptionIds } from '@samhold/survey';
import { expect, test } from 'vitest';
import { bullyingShown } from './bullying-shown.ts';
import type { ReleasedTable } from './released-groups.ts';

const questionnaire = allQuestionnaires.find(({ id }) => id === 'wellbeing-5-7');
const asked = questionnaire?.items.find((item) => item.type === 'choice' && item.bullying !== undefined);
if (questionnaire === undefined || asked?.type !== 'choice') throw new Error('Bullying is not asked of.');
const scale = questionnaire.scales[asked.scaleId]?.options ?? [];
const bullied = bulliedOptionIds(questionnaire, asked);

type Row = ReleasedTable['items'][number]['rows'][number];
/** `count` is of each option that says so; the others have five each. */
const row = (level: Row['level'], groupId: string, counts: readonly (number | null)[]): Row => ({
  ...{ level, groupId, of: [groupId], size: 60, answered: 50, mean: null },
  counts: scale.map(({ id }) => {
    const at = bullied.indexOf(id);
    return { optionId: id, count: at === -1 ? 5 : (counts[at] ?? null) };
  }),
});
const shown = (...rows: Row[]) =>
  bullyingShown(
    {
      ...{ questionnaireId: questionnaire.id, questionnaireVersion: 1, fromGrade: 5, toGrade: 7, themes: [] },
      items: [
        {
          ...{ itemId: asked.id, theme: 'bullying', text: '', rows },
          options: scale.map(({ id, score }) => ({ optionId: id, text: id, score, of: [id] })),
        },
      ],
    },
    questionnaire,
  );

test('who is bullied is the sum of the options that say so, and of no class', () => {
  const counts = bullied.map((_, at) => 3 + at);
  const [item] = shown(row('grade', '5', counts), row('class', '5A', counts));
  expect(item).toMatchObject({ itemId: asked.id, from: bullied[0] });
  expect(item?.groups).toEqual([
    { level: 'grade', groupId: '5', answered: 50, bullied: counts.reduce((sum, one) => sum + one, 0) },
  ]);
});

test('D4: the sum is hidden when one of its counts is, or how many answered', () => {
  const counts = bullied.map((): number | null => 3);
  for (const at of counts.keys()) {
    const [item] = shown(row('grade', '5', counts.with(at, null)));
    expect(item?.groups).toEqual([{ level: 'grade', groupId: '5', answered: null, bullied: null }]);
  }
  const [item] = shown({ ...row('grade', '5', counts), answered: null });
  expect(item?.groups).toEqual([{ level: 'grade', groupId: '5', answered: null, bullied: null }]);
});
