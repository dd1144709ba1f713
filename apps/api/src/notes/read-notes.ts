import type { Note, WhoseView } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import { wholeNames } from '../roster/names.ts';
import * as queries from './queries.ts';

export const bodyPlace = (noteId: string, version: number) =>
  ({ table: 'note_version', column: 'body', row: `${noteId} ${version}` }) as const;
export const viewPlace = (viewId: string) => ({ table: 'note_view', column: 'body', row: viewId }) as const;

type NoteRow = Awaited<ReturnType<typeof queries.notesOfPupil>>[number];

/** Notes as they are read: every version, and every view beside them; the newest note first. */
export const openNotes = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  rows: readonly NoteRow[],
): Promise<Note[]> => {
  const ids = rows.map((row) => row.note_id);
  const versions = await queries.versionsOf(tx, schoolId, ids);
  const views = await queries.viewsOf(tx, schoolId, ids);
  const staff = new Set([
    ...versions.map((row) => row.staff_id),
    ...views.map((row) => row.recorded_by),
    ...rows.flatMap((row) => row.withdrawn_by ?? []),
  ]);
  const names = await wholeNames(tx, sealer, schoolId, [...staff]);
  const by = (staffId: string): string => names.get(staffId) ?? '–';
  const notes = rows.map((row) => ({
    noteId: row.note_id,
    versions: versions
      .filter((version) => version.note_id === row.note_id)
      .map((version) => ({
        version: version.version,
        text: sealer.open(version.body, bodyPlace(row.note_id, version.version)),
        by: by(version.staff_id),
        at: version.written_at.toISOString(),
      })),
    withdrawn:
      row.withdrawn_by === null || row.withdrawn_at === null
        ? null
        : { by: by(row.withdrawn_by), at: row.withdrawn_at.toISOString() },
    views: views
      .filter((view) => view.note_id === row.note_id)
      .map((view) => ({
        viewId: view.view_id,
        // The column's check constraint allows exactly these.
        whose: view.whose as WhoseView,
        text: sealer.open(view.body, viewPlace(view.view_id)),
        by: by(view.recorded_by),
        at: view.recorded_at.toISOString(),
      })),
  }));
  const firstAt = (note: Note): string => note.versions[0]?.at ?? '';
  return notes.toSorted((a, b) => firstAt(b).localeCompare(firstAt(a)));
};

export const notesOfPupil = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  classId: string,
  pupilId: string,
): Promise<Note[]> =>
  openNotes(tx, sealer, schoolId, await queries.notesOfPupil(tx, schoolId, classId, pupilId));

/** How many notes that have not been withdrawn each pupil of the class has. */
export const noteCounts = async (
  tx: Tx,
  schoolId: string,
  classId: string,
): Promise<ReadonlyMap<string, number>> =>
  new Map((await queries.noteCounts(tx, schoolId, classId)).map((row) => [row.pupil_id, Number(row.count)]));
