import type { NewArrangement } from '@samhold/contract';
import type { Card } from './answering.ts';

/** A class two by two, in the order of its cards. */
export const groupsOfTwo = (
  arrangementId: string,
  usedFrom: string,
  cards: readonly Card[],
): NewArrangement => ({
  ...{ arrangementId, usedFrom },
  asked: {
    kind: 'groups',
    sizes: { size: 2 },
    absent: [],
    apart: [],
    together: [],
    criteria: ['recess'],
    preferNew: true,
  },
  placed: cards.map(({ pupil }, at) => ({
    pupilId: pupil.pupilId,
    place: String(Math.floor(at / 2) + 1),
  })),
});
