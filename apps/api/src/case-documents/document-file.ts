import { createHash } from 'node:crypto';
import type { CaseDocumentKind, CaseView } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import { dayOf } from '../calendar-days.ts';
import { AppError } from '../errors.ts';
import { wholeNames } from '../roster/names.ts';
import { casePdf } from './case-pdf.ts';
import { nameFinder, type NameFinder } from './find-names.ts';
import * as queries from './queries.ts';
import { asPartyReads, namesFor, type Reviews } from './review.ts';
import { sectionsFor, type Section } from './sections.ts';

const documentTitles: Readonly<Record<CaseDocumentKind, string>> = {
  plan: 'Tiltaksplan',
  report: 'Rapport fra skolemiljøsaken',
};

export const reviewPlace = (documentId: string) =>
  ({ table: 'case_document', column: 'review', row: documentId }) as const;
const filePlace = (documentId: string) =>
  ({ table: 'case_document', column: 'file', row: documentId }) as const;

export type OpenedDocument = {
  readonly row: NonNullable<Awaited<ReturnType<typeof queries.documentById>>>;
  readonly view: CaseView;
  readonly reviews: Reviews;
  readonly sections: readonly Section[];
  readonly find: NameFinder;
};

/** A document of a case that somebody reads. */
export const openDocument = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  view: CaseView,
  documentId: string,
): Promise<OpenedDocument> => {
  const row = await queries.documentById(tx, { schoolId, caseId: view.caseId }, documentId);
  if (row === undefined) throw new AppError('not_found');
  const pupilIds = await queries.everyPupil(tx, schoolId);
  const staffIds = await queries.everyStaffMember(tx, schoolId);
  const names = await wholeNames(tx, sealer, schoolId, [...pupilIds, ...staffIds]);
  return {
    row,
    view,
    // Written by reviewField only.
    reviews: JSON.parse(sealer.open(row.review, reviewPlace(documentId))) as Reviews,
    sections: sectionsFor(view, row.kind as CaseDocumentKind, row.pupil_id, row.up_to_entry),
    find: nameFinder(namesFor(row.pupil_id, names, pupilIds, staffIds)),
  };
};

const drawn = async (
  tx: Tx,
  schoolId: string,
  { row, view, sections, find, reviews }: OpenedDocument,
  finishedAt: Date,
): Promise<Buffer> => {
  const { name: schoolName } = await queries.schoolOf(tx, schoolId);
  const pupil = view.pupils.find((one) => one.pupilId === row.pupil_id)?.label ?? '';
  return casePdf({
    frame: {
      title: documentTitles[row.kind as CaseDocumentKind],
      subtitle: `${pupil} · sak ${view.reference}`,
      schoolName,
      day: dayOf(finishedAt),
    },
    about: ['Navn på andre elever er tatt ut. Der et navn sto, står det «[annen elev]».'],
    sections: asPartyReads(sections, find, reviews),
  });
};

/** The file of a document whose texts have been read, as it is to be kept. */
export const makeFile = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  opened: OpenedDocument,
  finishedAt: Date,
) => {
  const pdf = await drawn(tx, schoolId, opened, finishedAt);
  return {
    sealed: sealer.seal(pdf.toString('base64'), filePlace(opened.row.document_id)),
    hash: createHash('sha256').update(pdf).digest(),
  };
};

/** The file as it was given to a party; drawn again with the name of today where the one in it is not to be read any more (P8). */
export const finishedFile = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  opened: OpenedDocument,
): Promise<Buffer> => {
  const { document_id: documentId, file, finished_at: finishedAt } = opened.row;
  if (finishedAt === null) throw new AppError('document_not_finished');
  return file === null
    ? drawn(tx, schoolId, opened, finishedAt)
    : Buffer.from(sealer.open(file, filePlace(documentId)), 'base64');
};

/** Keeps no file with the name of this pupil. The hash of what was given stays. */
export const forgetFilesNaming = (tx: Tx, schoolId: string, pupilId: string) =>
  queries.forgetFilesOf(tx, schoolId, pupilId);
