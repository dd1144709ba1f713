import { handIn, openSitting, openTablet, put, readForm, wholeResponse, type Card } from './answering.ts';
import type { Browser } from './browser.ts';
import type { TestHouse } from './test-house.ts';

/** Everyone chooses the five next in a ring that leaves the last pupil out, who chooses nobody: this gives a signal. */
export const holdSociogram = async (
  house: TestHouse,
  teacher: Browser,
  classId: string,
  roundId: string,
  cards: readonly Card[],
): Promise<string> => {
  const sitting = await openSitting(teacher, classId, { kind: 'sociogram', roundId });
  const ring = cards.slice(0, -1).map((card) => card.pupil.pupilId);
  for (const [at, card] of cards.entries()) {
    await handIn(house, sitting.classCode, card, () =>
      at === ring.length ? [] : [1, 2, 3, 4, 5].map((step) => ring[(at + step) % ring.length] ?? ''),
    );
  }
  return sitting.sittingId;
};

/** One pupil answers and asks to talk with an adult. */
export const holdWellbeing = async (
  house: TestHouse,
  teacher: Browser,
  classId: string,
  card: Card,
): Promise<string> => {
  const sitting = await openSitting(teacher, classId, { kind: 'wellbeing' });
  const tablet = await openTablet(house, sitting.classCode, card);
  const form = await readForm(tablet);
  await put(tablet, wholeResponse(form, undefined, form.adults[0]?.staffId));
  await teacher(`/api/v1/sittings/${sitting.sittingId}/close`, { method: 'POST' });
  return sitting.sittingId;
};
