import type { CaseDocument, NewCaseDocument, ReviewField } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { wholeNames } from '../roster/names.ts';
import { finishedFile, makeFile, openDocument, reviewPlace, type OpenedDocument } from './document-file.ts';
import { carriedCase, documentRow, lastEntry } from './list.ts';
import * as queries from './queries.ts';
import { notRead, toReview, type Reviews } from './review.ts';
import { fieldsOf } from './sections.ts';

type DocumentOf = { readonly caseId: string; readonly documentId: string };

const shown = async (
  tx: Tx,
  sealer: SchoolSealer,
  { schoolId }: StaffActor,
  { row, view, reviews, sections, find }: OpenedDocument,
): Promise<CaseDocument> => ({
  ...documentRow(view, row, await wholeNames(tx, sealer, schoolId, [row.made_by])),
  caseId: row.case_id,
  reference: view.reference,
  revision: row.revision,
  sections: [...toReview(sections, find, reviews)],
});

const inDocument = <T>(
  deps: Dependencies,
  actor: StaffActor,
  of: DocumentOf,
  use: (tx: Tx, sealer: SchoolSealer, opened: OpenedDocument) => Promise<T>,
): Promise<T> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const school = await sealer();
    const view = await carriedCase(tx, school, actor, of.caseId, deps.now());
    return use(tx, school, await openDocument(tx, school, actor.schoolId, view, of.documentId));
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
    const opened = await openDocument(tx, school, schoolId, view, documentId);
    return shown(tx, school, actor, opened);
  });

const refuseFinished = ({ row }: OpenedDocument): void => {
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

/** Makes the file, once every text has been read: `not_all_read` with the keys of those that have not. The file is kept as it is given. */
export const finishDocument = (
  deps: Dependencies,
  actor: StaffActor,
  of: DocumentOf,
  revision: number,
): Promise<CaseDocument> =>
  inDocument(deps, actor, of, async (tx, sealer, opened) => {
    refuseFinished(opened);
    const { row, sections, reviews } = opened;
    if (row.revision !== revision) throw new AppError('document_changed');
    const left = notRead(fieldsOf(sections), reviews);
    if (left.length > 0) throw new AppError('not_all_read', [...left]);
    const { schoolId, staffId } = actor;
    const now = deps.now();
    const file = await makeFile(tx, sealer, schoolId, opened, now);
    await queries.updateDocument(tx, schoolId, of.documentId, {
      revision: revision + 1,
      ...{ file: file.sealed, file_hash: file.hash },
      ...{ finished_by: staffId, finished_at: now },
    });
    await logOpening(tx, actor, now, {
      ...{ action: 'case.document', subjectKind: 'case', subjectId: of.caseId },
      purpose: `${row.kind} for a party, ${file.hash.toString('hex')}`,
    });
    return shown(tx, sealer, actor, { ...opened, row: { ...row, revision: revision + 1, finished_at: now } });
  });

export const documentFile = (
  deps: Dependencies,
  actor: StaffActor,
  of: DocumentOf,
): Promise<{ readonly name: string; readonly bytes: Buffer }> =>
  inDocument(deps, actor, of, async (tx, sealer, opened) => ({
    name: `${opened.row.kind === 'plan' ? 'tiltaksplan' : 'rapport'}-${opened.view.reference}.pdf`,
    bytes: await finishedFile(tx, sealer, actor.schoolId, opened),
  }));
