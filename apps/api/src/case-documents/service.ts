import { createHash } from 'node:crypto';
import type {
  CaseDocument,
  CaseDocumentKind,
  CaseView,
  NewCaseDocument,
  ReviewField,
} from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { staffNames as personNames } from '../roster/names.ts';
import { casePdf } from './case-pdf.ts';
import { nameFinder, type NameFinder } from './find-names.ts';
import { carriedCase, documentRow, lastEntry } from './list.ts';
import * as queries from './queries.ts';
import { asPartyReads, namesFor, notRead, toReview, type Reviews } from './review.ts';
import { fieldsOf, sectionsFor, type Section } from './sections.ts';

const documentTitles: Readonly<Record<CaseDocumentKind, string>> = {
  plan: 'Tiltaksplan',
  report: 'Rapport fra skolemiljøsaken',
};

const reviewPlace = (documentId: string) =>
  ({ table: 'case_document', column: 'review', row: documentId }) as const;
const filePlace = (documentId: string) =>
  ({ table: 'case_document', column: 'file', row: documentId }) as const;

type Opened = {
  readonly row: NonNullable<Awaited<ReturnType<typeof queries.documentById>>>;
  readonly view: CaseView;
  readonly reviews: Reviews;
  readonly sections: readonly Section[];
  readonly find: NameFinder;
};

type DocumentOf = { readonly caseId: string; readonly documentId: string };

const openDocument = async (
  deps: Dependencies,
  tx: Tx,
  sealer: SchoolSealer,
  actor: StaffActor,
  { caseId, documentId }: DocumentOf,
): Promise<Opened> => {
  const { schoolId } = actor;
  const view = await carriedCase(tx, sealer, actor, caseId, deps.now());
  const row = await queries.documentById(tx, { schoolId, caseId }, documentId);
  if (row === undefined) throw new AppError('not_found');
  const pupilIds = await queries.everyPupil(tx, schoolId);
  const staffIds = await queries.everyStaffMember(tx, schoolId);
  const names = await personNames(tx, sealer, schoolId, [...pupilIds, ...staffIds]);
  return {
    row,
    view,
    // Written by reviewField only.
    reviews: JSON.parse(sealer.open(row.review, reviewPlace(documentId))) as Reviews,
    sections: sectionsFor(view, row.kind as CaseDocumentKind, row.pupil_id, row.up_to_entry),
    find: nameFinder(namesFor(row.pupil_id, names, pupilIds, staffIds)),
  };
};

const shown = async (
  tx: Tx,
  sealer: SchoolSealer,
  { schoolId }: StaffActor,
  { row, view, reviews, sections, find }: Opened,
): Promise<CaseDocument> => ({
  ...documentRow(view, row, await personNames(tx, sealer, schoolId, [row.made_by])),
  caseId: row.case_id,
  reference: view.reference,
  revision: row.revision,
  sections: [...toReview(sections, find, reviews)],
});

const inDocument = <T>(
  deps: Dependencies,
  actor: StaffActor,
  of: DocumentOf,
  use: (tx: Tx, sealer: SchoolSealer, opened: Opened) => Promise<T>,
): Promise<T> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const school = await sealer();
    return use(tx, school, await openDocument(deps, tx, school, actor, of));
  });

export const readDocument = (deps: Dependencies, actor: StaffActor, of: DocumentOf): Promise<CaseDocument> =>
  inDocument(deps, actor, of, (tx, sealer, opened) => shown(tx, sealer, actor, opened));

/** Begins a document of the case as it stands now. The same id again is the same document. */
export const beginDocument = (
  deps: Dependencies,
  actor: StaffActor,
  caseId: string,
  { documentId, kind, pupilId }: NewCaseDocument,
): Promise<CaseDocument> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const school = await sealer();
    const now = deps.now();
    const view = await carriedCase(tx, school, actor, caseId, now);
    if (!view.pupils.some((one) => one.pupilId === pupilId)) throw new AppError('not_found');
    if (kind === 'plan' && !view.entries.some((entry) => entry.kind === 'plan'))
      throw new AppError('no_plan_yet');
    const { schoolId, staffId } = actor;
    await queries.insertDocument(tx, {
      ...{ school_id: schoolId, document_id: documentId, case_id: caseId, kind, pupil_id: pupilId },
      ...{ up_to_entry: lastEntry(view), made_by: staffId, made_at: now },
      review: school.seal('{}', reviewPlace(documentId)),
    });
    const opened = await openDocument(deps, tx, school, actor, { caseId, documentId });
    return shown(tx, school, actor, opened);
  });

const refuseFinished = ({ row }: Opened): void => {
  if (row.finished_at !== null) throw new AppError('document_finished');
};

/** Keeps what was decided of one text. Over an older revision than the last it is refused with `document_changed`. */
export const reviewField = (
  deps: Dependencies,
  actor: StaffActor,
  of: DocumentOf,
  { revision, key, read, decisions }: ReviewField,
): Promise<CaseDocument> =>
  inDocument(deps, actor, of, async (tx, sealer, opened) => {
    refuseFinished(opened);
    if (opened.row.revision !== revision) throw new AppError('document_changed');
    const field = fieldsOf(opened.sections).find((one) => one.key === key);
    const fits = decisions.every(({ from, to }) => from < to && to <= (field?.text.length ?? 0));
    if (field === undefined || !fits) throw new AppError('invalid_request', ['decisions']);
    const reviews: Reviews = { ...opened.reviews, [key]: { read, decisions } };
    await queries.updateDocument(tx, actor.schoolId, of.documentId, {
      revision: revision + 1,
      review: sealer.seal(JSON.stringify(reviews), reviewPlace(of.documentId)),
    });
    const row = { ...opened.row, revision: revision + 1 };
    return shown(tx, sealer, actor, { ...opened, row, reviews });
  });

/** A file as it was given to a party. */
export const finishedFile = (sealer: SchoolSealer, documentId: string, sealed: Buffer): Buffer =>
  Buffer.from(sealer.open(sealed, filePlace(documentId)), 'base64');

/** Makes the file, once every text has been read: `not_all_read` with the keys of those that have not. The file is kept as it is given. */
export const finishDocument = (
  deps: Dependencies,
  actor: StaffActor,
  of: DocumentOf,
  revision: number,
): Promise<CaseDocument> =>
  inDocument(deps, actor, of, async (tx, sealer, opened) => {
    refuseFinished(opened);
    const { row, view, sections, find, reviews } = opened;
    if (row.revision !== revision) throw new AppError('document_changed');
    const left = notRead(fieldsOf(sections), reviews);
    if (left.length > 0) throw new AppError('not_all_read', [...left]);
    const { schoolId, staffId } = actor;
    const now = deps.now();
    const kind = row.kind as CaseDocumentKind;
    const { name: schoolName } = await queries.schoolOf(tx, schoolId);
    const pupil = view.pupils.find((one) => one.pupilId === row.pupil_id)?.label ?? '';
    const pdf = casePdf({
      frame: {
        title: documentTitles[kind],
        subtitle: `${pupil} · sak ${view.reference}`,
        schoolName,
        day: dayOf(now),
      },
      about: ['Navn på andre elever er tatt ut. Der et navn sto, står det «[annen elev]».'],
      sections: asPartyReads(sections, find, reviews),
    });
    await queries.updateDocument(tx, schoolId, of.documentId, {
      revision: revision + 1,
      file: sealer.seal(pdf.toString('base64'), filePlace(of.documentId)),
      file_hash: createHash('sha256').update(pdf).digest(),
      ...{ finished_by: staffId, finished_at: now },
    });
    await logOpening(tx, actor, now, {
      ...{ action: 'case.document', subjectKind: 'case', subjectId: of.caseId },
      purpose: `${kind} for a party, ${createHash('sha256').update(pdf).digest('hex')}`,
    });
    return shown(tx, sealer, actor, { ...opened, row: { ...row, revision: revision + 1, finished_at: now } });
  });

export const documentFile = (
  deps: Dependencies,
  actor: StaffActor,
  of: DocumentOf,
): Promise<{ readonly name: string; readonly bytes: Buffer }> =>
  inDocument(deps, actor, of, (_tx, sealer, { row, view }) => {
    if (row.file === null) throw new AppError('document_not_finished');
    return Promise.resolve({
      name: `${row.kind === 'plan' ? 'tiltaksplan' : 'rapport'}-${view.reference}.pdf`,
      bytes: finishedFile(sealer, of.documentId, row.file),
    });
  });
