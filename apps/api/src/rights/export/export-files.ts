import type { SchoolSealer, Tx } from '@samhold/db';
import { dayOf, writtenDay } from '../../calendar-days.ts';
import { casePdf } from '../../case-documents/case-pdf.ts';
import type { NameFinder } from '../../case-documents/find-names.ts';
import { asPartyReads, type Reviews } from '../../case-documents/review.ts';
import type { Section } from '../../case-documents/sections.ts';
import { AppError } from '../../errors.ts';
import { schoolName } from '../../school/service.ts';
import { LEFT_OUT } from './left-out.ts';
import * as queries from './queries.ts';

export type OpenedExport = {
  readonly row: NonNullable<Awaited<ReturnType<typeof queries.exportById>>>;
  readonly pupil: { readonly pupilId: string; readonly name: string };
  readonly sections: readonly Section[];
  readonly reviews: Reviews;
  readonly find: NameFinder;
  readonly by: string;
};

export const exportPlace = (column: 'content' | 'review' | 'file' | 'data', exportId: string) =>
  ({ table: 'access_export', column, row: exportId }) as const;

/** Nobody wrote these freely: they are not to be read for names. */
const classLines = async (tx: Tx, schoolId: string, pupilId: string): Promise<readonly string[]> =>
  (await queries.classesOf(tx, schoolId, pupilId)).map(
    ({ className, fromOn, toOn }) =>
      `${className} fra ${writtenDay(fromOn)}${toOn === null ? '' : ` til ${writtenDay(toOn)}`}`,
  );

/** Both files of an export whose texts have been read. */
export const drawExport = async (
  tx: Tx,
  schoolId: string,
  { row, pupil, sections, find, reviews }: OpenedExport,
  finishedAt: Date,
): Promise<{ readonly pdf: Buffer; readonly json: Buffer }> => {
  const read = asPartyReads(sections, find, reviews);
  const classes = await classLines(tx, schoolId, row.pupil_id);
  const day = dayOf(finishedAt);
  const pdf = casePdf({
    frame: {
      ...{ title: 'Det skolen har registrert om eleven', subtitle: pupil.name },
      ...{ schoolName: await schoolName(tx, schoolId), day },
    },
    about: [
      `Klasser: ${classes.join(', ')}.`,
      'Navn på andre elever er tatt ut. Der et navn sto, står det «[annen elev]».',
      ...LEFT_OUT,
    ],
    sections: read,
  });
  const data = { name: pupil.name, classes, madeOn: day, sections: read };
  return { pdf, json: Buffer.from(JSON.stringify(data, null, 2)) };
};

/** A file as it was approved; drawn again with the names of today where one in it is not to be read any more (P8). */
export const approvedFile = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  opened: OpenedExport,
  format: 'pdf' | 'json',
): Promise<Buffer> => {
  const { export_id: exportId, file, data, finished_at: finishedAt } = opened.row;
  if (finishedAt === null) throw new AppError('document_not_finished');
  if (file === null || data === null) return (await drawExport(tx, schoolId, opened, finishedAt))[format];
  return format === 'json'
    ? Buffer.from(sealer.open(data, exportPlace('data', exportId)))
    : Buffer.from(sealer.open(file, exportPlace('file', exportId)), 'base64');
};
