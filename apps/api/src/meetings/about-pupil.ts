import { sql, type SchoolSealer, type Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import * as queries from './queries.ts';
import { additionPlace } from './read-meeting.ts';
import { openItem } from './stored-item.ts';
import { visibleItems } from './visible-items.ts';

export type MinutesAboutPupil = {
  readonly itemId: string;
  readonly heldOn: string;
  /** As they were written, then what was added, oldest first. */
  readonly texts: readonly string[];
};

const itemsHeld = async (tx: Tx, schoolId: string) =>
  (
    await sql<queries.ItemRow & { readonly held_on: string }>`
      select i.*, m.held_on::text as held_on
      from meeting_item i join pupil_meeting m using (school_id, meeting_id)
      where i.school_id = ${schoolId} and m.state = 'held'
      order by m.held_on, i.place, i.item_id`.execute(tx)
  ).rows;

/**
 * What closed meetings wrote of a pupil: of signals about the pupil that the actor may see, and of the cases and reports
 * named. A point somebody put there in words of their own is tied to nobody, and is not among them.
 */
export const minutesAboutPupil = async (
  tx: Tx,
  sealer: SchoolSealer,
  actor: StaffActor,
  of: { readonly pupilId: string; readonly sources: readonly string[] },
  now: Date,
): Promise<readonly MinutesAboutPupil[]> => {
  const { schoolId } = actor;
  const about = (await itemsHeld(tx, schoolId))
    .map((row) => ({ ...openItem(sealer, row), heldOn: row.held_on }))
    .filter(({ content }) => content.pupilIds.includes(of.pupilId))
    .filter(({ kind, subjectId }) => kind === 'signal' || of.sources.includes(subjectId ?? ''));
  const items = await visibleItems(tx, actor, about, now);
  const additions = await queries.additionsOf(
    tx,
    schoolId,
    items.map((item) => item.item_id),
  );
  return items.map(({ item_id: itemId, heldOn, content }) => ({
    ...{ itemId, heldOn },
    texts: [
      content.minutes,
      ...additions
        .filter((one) => one.item_id === itemId)
        .map((one) => sealer.open(one.content, additionPlace(one.addition_id))),
    ].filter((text) => text.trim() !== ''),
  }));
};
