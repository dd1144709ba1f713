import type { StartSitting } from '@samhold/contract';
import { openSitting, openTablet, put, readForm, wholeResponse, type Card } from './answering.ts';
import type { Browser } from './browser.ts';
import type { TestHouse } from './test-house.ts';

/** Which option this pupil chooses of an item, counted from 0; past the last is the last. */
export type Pick = (pupil: number, itemId: string) => number;

/** These pupils answer every item as picked. */
const answerAs = async (
  house: TestHouse,
  classCode: string,
  cards: readonly Card[],
  pick: Pick,
): Promise<void> => {
  for (const [pupil, card] of cards.entries()) {
    const tablet = await openTablet(house, classCode, card);
    const form = await readForm(tablet);
    const optionOf = (itemId: string): string | undefined => {
      const item = form.questionnaire.items.find(({ id }) => id === itemId);
      const options = item?.type === 'choice' ? (form.questionnaire.scales[item.scaleId]?.options ?? []) : [];
      return options[Math.min(pick(pupil, itemId), options.length - 1)]?.id;
    };
    const whole = wholeResponse(form);
    const answers = whole.answers.map((answer) =>
      answer.type === 'option' ? { ...answer, optionId: optionOf(answer.itemId) ?? answer.optionId } : answer,
    );
    await put(tablet, { ...whole, answers });
  }
};

/** A wellbeing round of the class's own, answered as picked and closed. */
export const holdWellbeingRound = async (
  house: TestHouse,
  teacher: Browser,
  classId: string,
  cards: readonly Card[],
  pick: Pick,
  wish: StartSitting = { kind: 'wellbeing' },
): Promise<string> => {
  const { sittingId, classCode } = await openSitting(teacher, classId, wish);
  await answerAs(house, classCode, cards, pick);
  const closed = await teacher(`/api/v1/sittings/${sittingId}/close`, { method: 'POST' });
  if (!closed.ok) throw new Error(await closed.text());
  return sittingId;
};
