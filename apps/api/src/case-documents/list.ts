import type { CaseDocumentKind, CaseDocuments, CaseView } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { readCaseIn } from '../cases/read-case.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { wholeNames } from '../roster/names.ts';
import { besideHash } from './beside.ts';
import { deletionDay, isWhole } from './deletion.ts';
import * as queries from './queries.ts';

/** A case as whoever carries it reads it: only they make documents of it. */
export const carriedCase = async (
  tx: Tx,
  sealer: SchoolSealer,
  actor: StaffActor,
  caseId: string,
  now: Date,
): Promise<CaseView> => {
  const view = await readCaseIn(tx, sealer, actor, caseId, now);
  if (!view.carries) throw new AppError('not_found');
  return view;
};

export const lastEntry = (view: CaseView): number => view.entries.at(-1)?.number ?? 0;

export const documentRow = (
  view: CaseView,
  row: Awaited<ReturnType<typeof queries.documentsOf>>[number],
  names: ReadonlyMap<string, string>,
) => ({
  documentId: row.document_id,
  // The column's check constraint allows exactly these.
  kind: row.kind as CaseDocumentKind,
  pupil: view.pupils.find((one) => one.pupilId === row.pupil_id)?.label ?? '–',
  madeAt: row.made_at.toISOString(),
  madeBy: names.get(row.made_by) ?? '–',
  finishedAt: row.finished_at?.toISOString() ?? null,
  behind: row.up_to_entry < lastEntry(view),
});

/** The documents and exports of a case, and when it will be deleted. */
export const listDocuments = (
  deps: Dependencies,
  actor: StaffActor,
  caseId: string,
): Promise<CaseDocuments> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const school = await sealer();
    const of = { schoolId: actor.schoolId, caseId };
    const view = await carriedCase(tx, school, actor, caseId, deps.now());
    const documents = await queries.documentsOf(tx, of);
    const exported = await queries.exportsOf(tx, of);
    const by = [...documents.map((one) => one.made_by), ...exported.map((one) => one.made_by)];
    const names = await wholeNames(tx, school, actor.schoolId, [...new Set(by)]);
    const { case_kept_days: keptDays } = await queries.schoolOf(tx, actor.schoolId);
    const stands = { lastEntry: lastEntry(view), beside: await besideHash(tx, actor.schoolId, caseId) };
    return {
      reference: view.reference,
      title: view.title,
      parties: view.pupils.map(({ pupilId, label }) => ({ pupilId, label })),
      hasPlan: view.entries.some(({ kind }) => kind === 'plan'),
      over: view.stage === 'closed' || view.stage === 'merged',
      documents: documents.map((row) => documentRow(view, row, names)),
      exports: exported.map((row) => ({
        exportId: row.export_id,
        recipient: row.recipient as CaseDocuments['exports'][number]['recipient'],
        madeAt: row.made_at.toISOString(),
        madeBy: names.get(row.made_by) ?? '–',
        manifestHash: row.manifest_hash.toString('hex'),
        receivedOn: row.received_on === null ? null : String(row.received_on),
        receivedAs: row.received_as,
        behind: !isWhole(row, stands),
      })),
      keptDays,
      deletedOn: deletionDay(
        { over: view.stage === 'closed' || view.stage === 'merged', keptDays },
        exported
          .filter(({ recipient }) => recipient === 'archive')
          .map((row) => ({
            whole: isWhole(row, stands),
            receivedOn: row.received_on === null ? null : String(row.received_on),
          })),
      ),
    };
  });
