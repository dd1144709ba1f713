import type { SchoolSealer, Tx } from '@samhold/db';
import type { Reviews } from '../../case-documents/review.ts';
import { fieldsOf, type Section } from '../../case-documents/sections.ts';
import { exportPlace } from './export-files.ts';
import * as queries from './queries.ts';

export type NameToForget = {
  readonly pupilId: string;
  /** Given and family name, as one who chose the pupil is said to have chosen. */
  readonly name: string;
  readonly called: string;
};

const syntax = /[\\^$.*+?()[\]{}|/]/g;

/** A text in which somebody is called something else; «Bo Dal» is not the beginning of «Bo Dalen». */
export const withOtherName = (text: string, name: string, called: string): string =>
  text.replaceAll(new RegExp(`(?<!\\p{L})${name.replaceAll(syntax, '\\$&')}(?!\\p{L})`, 'gu'), () => called);

/**
 * Lets no export keep a name that is not to be read any more (P8): neither those of the pupil, nor those of others that say whom they chose. Their files
 * are drawn again when somebody opens them. A text that is changed is read anew before its export is finished.
 */
export const forgetNameInExports = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  { pupilId, name, called }: NameToForget,
): Promise<void> => {
  const without = (text: string): string => withOtherName(text, name, called);
  for (const row of await queries.everyExport(tx, schoolId)) {
    const { export_id: exportId, finished_at: finishedAt } = row;
    // Both are written here only.
    const sections = JSON.parse(
      sealer.open(row.content, exportPlace('content', exportId)),
    ) as readonly Section[];
    const reviews = JSON.parse(sealer.open(row.review, exportPlace('review', exportId))) as Reviews;
    const changed = fieldsOf(sections).filter(({ text }) => without(text) !== text);
    if (changed.length === 0 && row.pupil_id !== pupilId) continue;
    const content = JSON.stringify(sections, (_key, value: unknown) =>
      typeof value === 'string' ? without(value) : value,
    );
    const unread = { read: finishedAt !== null, decisions: [] };
    const review = { ...reviews, ...Object.fromEntries(changed.map(({ key }) => [key, unread])) };
    await queries.replaceContent(tx, schoolId, exportId, {
      ...{ revision: row.revision + 1, file: null, data: null },
      content: sealer.seal(content, exportPlace('content', exportId)),
      review: sealer.seal(JSON.stringify(review), exportPlace('review', exportId)),
    });
  }
};
