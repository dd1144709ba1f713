import type { SurveyFile, SurveyImport } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { isFault } from './files/figure.ts';
import { readExport } from './files/read-export.ts';
import * as queries from './queries.ts';
import { shownWithFile } from './shown-figures.ts';
import { storeImport } from './store-import.ts';
import { useImport } from './use-import.ts';

export const asSurveyImport = (row: queries.ImportRow, version: number): SurveyImport => ({
  surveyImportId: row.survey_import_id,
  // The column's check constraint allows exactly these states.
  state: row.state as SurveyImport['state'],
  readAt: row.read_at.toISOString(),
  usedAt: row.used_at?.toISOString() ?? null,
  // Written by readSurveyFile only.
  file: row.found as unknown as SurveyFile,
  new: row.new_count,
  changed: row.changed_count,
  same: row.same_count,
  outdated: row.state === 'read' && row.read_version !== version,
});

const found = async (tx: Tx, schoolId: string, importId: string): Promise<queries.ImportRow> => {
  const row = await queries.importById(tx, schoolId, importId);
  if (row === undefined) throw new AppError('not_found');
  return row;
};

/** A file that is read, or in use; one of classes with their figures as they are shown, or would be. */
export const showImport = async (tx: Tx, schoolId: string, importId: string): Promise<SurveyImport> => {
  const row = await found(tx, schoolId, importId);
  const shown = asSurveyImport(row, (await queries.schoolOf(tx, schoolId)).survey_version);
  const { classes = [], years, faultCount } = shown.file;
  const isSeen = (shown.state === 'read' || shown.state === 'in_use') && faultCount === 0;
  return classes.length === 0 || !isSeen
    ? shown
    : { ...shown, classFigures: await shownWithFile(tx, schoolId, importId, { years, classes }) };
};

export const showSurveyImport = (deps: Dependencies, actor: StaffActor, importId: string) =>
  deps.db.inScope(actor, (tx) => showImport(tx, actor.schoolId, importId));

/**
 * Reads a file and keeps what was found, to be looked at; no figure is in use yet. Throws `survey_file_rejected` for a file
 * that is none of Udir's tables.
 */
export const readSurveyFile = async (
  deps: Dependencies,
  actor: StaffActor,
  bytes: Uint8Array,
): Promise<SurveyImport> => {
  const { schoolId, staffId } = actor;
  const school = await deps.db.inScope(actor, (tx) => queries.schoolOf(tx, schoolId));
  const read = await readExport(bytes, school.organisation_number);
  if (isFault(read)) throw new AppError('survey_file_rejected', [read.fault]);
  return deps.db.inScope(actor, async (tx) => {
    const importId = await storeImport(tx, { schoolId, staffId }, read, deps.now());
    return showImport(tx, schoolId, importId);
  });
};

/**
 * Takes the figures of a file in use: all of them, or none. Refused with `survey_rows_unreadable` while a row cannot be read,
 * with `nothing_to_use` when they all are in use already, and with `survey_figures_changed` when other figures came in use
 * after the file was read, or it is put away. Twice is as once.
 */
const takeInUse = async (tx: Tx, actor: StaffActor, row: queries.ImportRow, now: Date, version: number) => {
  if (row.state === 'in_use') return;
  const { file, outdated } = asSurveyImport(row, version);
  if (row.state !== 'read' || outdated) throw new AppError('survey_figures_changed');
  if (file.faultCount > 0) throw new AppError('survey_rows_unreadable');
  if (row.new_count + row.changed_count === 0) throw new AppError('nothing_to_use');
  await useImport(tx, actor, row.survey_import_id, now);
};

/** Puts figures back out of use, so that what was in use before counts again; or puts away a file that never was. */
const endUse = async (tx: Tx, { schoolId, staffId }: StaffActor, row: queries.ImportRow, now: Date) => {
  if (row.state === 'put_back' || row.state === 'discarded') return;
  const wasInUse = row.state === 'in_use';
  await tx
    .updateTable('survey_import')
    .set({ state: wasInUse ? 'put_back' : 'discarded', ended_by: staffId, ended_at: now })
    .where('school_id', '=', schoolId)
    .where('survey_import_id', '=', row.survey_import_id)
    .execute();
  await queries.deleteFigures(tx, schoolId, row.survey_import_id);
  if (wasInUse) await queries.raiseVersion(tx, schoolId);
};

export const setInUse = (deps: Dependencies, actor: StaffActor, importId: string, inUse: boolean) =>
  deps.db.inScope(actor, async (tx): Promise<SurveyImport> => {
    const version = await queries.lockFigures(tx, actor.schoolId);
    const row = await found(tx, actor.schoolId, importId);
    if (inUse) await takeInUse(tx, actor, row, deps.now(), version);
    else await endUse(tx, actor, row, deps.now());
    return showImport(tx, actor.schoolId, importId);
  });
