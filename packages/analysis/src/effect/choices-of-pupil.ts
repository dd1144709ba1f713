import type { ChoiceNetwork } from '../network.ts';
import type { ExpectedByOthers } from './expected-by-others.ts';
import { expectedByOthers } from './expected-by-others.ts';
import type { PairedDifference, PairedTable } from './paired-difference.ts';
import { pairedDifference } from './paired-difference.ts';
import type { SeenChoices } from './seen-choices.ts';
import { seenChoices, tableOf } from './seen-choices.ts';

/** Mutual choices among those who answered both times. */
export type TiesBeforeAndAfter = { readonly kept: number; readonly lost: number; readonly begun: number };

export type ChoicesOfPupil = {
  /** Of those who could choose the pupil both times, who did when. */
  readonly table: PairedTable;
  /** Null when nobody could both times. */
  readonly received: PairedDifference | null;
  /** Null when the pupil did not answer both times: whether a choice is mutual is then not known. */
  readonly mutual: TiesBeforeAndAfter | null;
  /** As shares of those who could choose; null where the others say too little. */
  readonly expected: ExpectedByOthers | null;
};

const receivedTable = (seen: SeenChoices, pupilId: string): PairedTable =>
  tableOf(
    seen.spoke.filter((id) => id !== pupilId),
    (id) => seen.choseBefore(id, pupilId),
    (id) => seen.choseAfter(id, pupilId),
  );

const tiesOfPupil = (seen: SeenChoices, pupilId: string): TiesBeforeAndAfter | null => {
  if (!seen.spoke.includes(pupilId)) return null;
  const { n11, n10, n01 } = tableOf(
    seen.spoke.filter((id) => id !== pupilId),
    (id) => seen.choseBefore(id, pupilId) && seen.choseBefore(pupilId, id),
    (id) => seen.choseAfter(id, pupilId) && seen.choseAfter(pupilId, id),
  );
  return { kept: n11, lost: n10, begun: n01 };
};

/**
 * How it went with the choices of one pupil on one criterion between two sittings. Nominators are paired with themselves: only
 * those who answered both times and could choose the pupil both times count, so that who was absent moves nothing. Null when
 * the pupil is not on both rosters.
 *
 * `concerned` are all whom the measure is for; the others of the class say what would be expected (see expectedByOthers).
 */
export function choicesOfPupil(
  before: ChoiceNetwork,
  after: ChoiceNetwork,
  pupilId: string,
  concerned: readonly string[],
): ChoicesOfPupil | null {
  const seen = seenChoices(before, after);
  if (!seen.members.includes(pupilId)) return null;
  const table = receivedTable(seen, pupilId);
  const received = pairedDifference(table);
  const apart = new Set([...concerned, pupilId]);
  const others = seen.members
    .filter((id) => !apart.has(id))
    .flatMap((id) => pairedDifference(receivedTable(seen, id)) ?? []);
  return {
    table,
    received,
    mutual: tiesOfPupil(seen, pupilId),
    expected: received === null ? null : expectedByOthers(others, received.before, { lowest: 0, highest: 1 }),
  };
}
