import type { MeetingPoint } from '@samhold/contract';
import type { SchoolSealer } from '@samhold/db';
import type { ItemRow } from './queries.ts';

/** What stands sealed in a point. The title is as it was when it was put there: a signal may be gone before the minutes are. Pupils stand by id, so that nobody is named here who is hidden later. */
export type ItemContent = {
  /** Kept here as well: what it is about may be deleted before the minutes are, and then nobody sees it any more. */
  readonly kind: MeetingPoint['kind'];
  readonly title: string;
  readonly pupilIds: readonly string[];
  readonly onPaper: string | null;
  readonly reason: string;
  readonly classId: string | null;
  readonly minutes: string;
};

const contentPlace = (itemId: string, revision: number) =>
  ({ table: 'meeting_item', column: 'content', row: `${itemId} ${revision}` }) as const;

export const sealItem = (
  sealer: SchoolSealer,
  itemId: string,
  revision: number,
  content: ItemContent,
): Buffer => sealer.seal(JSON.stringify(content), contentPlace(itemId, revision));

/** A point as it stands, with its content in the open. */
export type OpenItem = Pick<
  ItemRow,
  'item_id' | 'place' | 'revision' | 'case_id' | 'report_id' | 'task_id'
> & {
  readonly kind: MeetingPoint['kind'];
  readonly subjectId: string | null;
  readonly content: ItemContent;
};

export const openItem = (sealer: SchoolSealer, row: ItemRow): OpenItem => {
  // Written by sealItem only.
  const content = JSON.parse(
    sealer.open(row.content, contentPlace(row.item_id, row.revision)),
  ) as ItemContent;
  const subjectId = row.case_id ?? row.report_id ?? row.signal_id ?? row.task_id;
  return { ...row, kind: content.kind, subjectId, content };
};
