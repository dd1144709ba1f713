import type { OwnReadAloud } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import { OWN, readAloudTexts } from '@samhold/survey';
import { currentQuestionnaires } from './service.ts';

/** What is read aloud of the questions the school has written, in the versions that are in use. */
export const ownReadAloud = async (tx: Tx, schoolId: string): Promise<OwnReadAloud[]> => {
  const inUse = [];
  for (const kind of ['wellbeing', 'sociogram'] as const)
    inUse.push(...(await currentQuestionnaires(tx, schoolId, kind)));
  return inUse.flatMap((questionnaire) => {
    const items = questionnaire.items.filter(({ id }) => id.startsWith(OWN));
    const { title, id } = questionnaire;
    return items.length === 0
      ? []
      : [{ title: title.nb ?? id, texts: [...readAloudTexts({ ...questionnaire, items })] }];
  });
};
