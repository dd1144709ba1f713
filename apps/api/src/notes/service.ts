import type { CorrectNote, NewNote, NewView, Note, LoggedAction } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { ownPupil, writablePupil } from '../pupils/own-pupil.ts';
import * as queries from './queries.ts';
import { bodyPlace, openNotes, viewPlace } from './read-notes.ts';

/** The note of a pupil of a class of the actor's, held until the transaction ends. */
const ownNote = async (tx: Tx, actor: StaffActor, noteId: string, today: string) => {
  const row = await queries.lockNote(tx, actor.schoolId, noteId);
  if (row === undefined) throw new AppError('not_found');
  await ownPupil(tx, actor, row.class_id, row.pupil_id, today);
  return row;
};

const readOne = async (tx: Tx, sealer: SchoolSealer, schoolId: string, noteId: string): Promise<Note> => {
  const row = await queries.lockNote(tx, schoolId, noteId);
  const [note] = row === undefined ? [] : await openNotes(tx, sealer, schoolId, [row]);
  if (note === undefined) throw new AppError('not_found');
  return note;
};

const logWriting = (tx: Tx, actor: StaffActor, now: Date, action: LoggedAction, pupilId: string) =>
  logOpening(tx, actor, now, {
    action,
    subjectKind: 'pupil',
    subjectId: pupilId,
    purpose: 'write in the log of the pupil',
  });

type OfPupil = { readonly classId: string; readonly pupilId: string };

/** Stores a note and what it says first. False when there is a note of this id already. */
export const storeFirstNote = async (
  tx: Tx,
  sealer: SchoolSealer,
  { schoolId, staffId }: Pick<StaffActor, 'schoolId' | 'staffId'>,
  { classId, pupilId }: OfPupil,
  { noteId, text }: NewNote,
  now: Date,
): Promise<boolean> => {
  const row = { school_id: schoolId, note_id: noteId, pupil_id: pupilId, class_id: classId };
  if (!(await queries.insertNote(tx, row))) return false;
  await queries.insertVersion(tx, {
    ...{ school_id: schoolId, note_id: noteId, version: 1, staff_id: staffId, written_at: now },
    body: sealer.seal(text, bodyPlace(noteId, 1)),
  });
  return true;
};

/** Writes a note. The same id and text again are the same note; the id with another text is refused with `text_changed`. */
export const writeNote = (
  deps: Dependencies,
  actor: StaffActor,
  of: OfPupil,
  written: NewNote,
): Promise<Note> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    const now = deps.now();
    await writablePupil(tx, actor, of.classId, of.pupilId, dayOf(now));
    const school = await sealer();
    if (await storeFirstNote(tx, school, actor, of, written, now)) {
      await logWriting(tx, actor, now, 'note.write', of.pupilId);
      return readOne(tx, school, schoolId, written.noteId);
    }
    const before = await ownNote(tx, actor, written.noteId, dayOf(now));
    const note = await readOne(tx, school, schoolId, written.noteId);
    if (before.pupil_id !== of.pupilId || note.versions[0]?.text !== written.text)
      throw new AppError('text_changed');
    return note;
  });

/** Adds a version that holds from now on. Over an older version than the last it is refused, and both texts are kept. */
export const correctNote = (
  deps: Dependencies,
  actor: StaffActor,
  noteId: string,
  { version, text }: CorrectNote,
): Promise<Note> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId, staffId } = actor;
    const now = deps.now();
    const row = await ownNote(tx, actor, noteId, dayOf(now));
    const school = await sealer();
    const note = await readOne(tx, school, schoolId, noteId);
    const last = note.versions.at(-1);
    // Sent twice: it stands there already.
    if (last?.text === text) return note;
    if (last?.version !== version) throw new AppError('text_changed');
    await queries.insertVersion(tx, {
      ...{ school_id: schoolId, note_id: noteId, version: version + 1, staff_id: staffId, written_at: now },
      body: school.seal(text, bodyPlace(noteId, version + 1)),
    });
    await logWriting(tx, actor, now, 'note.correct', row.pupil_id);
    return readOne(tx, school, schoolId, noteId);
  });

/** Takes a note back, or lets it stand again. It is read all the same: what was known is not undone. */
export const withdrawNote = (
  deps: Dependencies,
  actor: StaffActor,
  noteId: string,
  withdrawn: boolean,
): Promise<Note> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId, staffId } = actor;
    const now = deps.now();
    const row = await ownNote(tx, actor, noteId, dayOf(now));
    if (withdrawn !== (row.withdrawn_at !== null)) {
      await queries.setWithdrawn(tx, schoolId, noteId, withdrawn ? { by: staffId, at: now } : null);
      await logWriting(tx, actor, now, withdrawn ? 'note.withdraw' : 'note.stand-again', row.pupil_id);
    }
    return readOne(tx, await sealer(), schoolId, noteId);
  });

/** Sets what the pupil or a guardian says of a note beside it. */
export const addView = (
  deps: Dependencies,
  actor: StaffActor,
  noteId: string,
  { viewId, whose, text }: NewView,
): Promise<Note> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId, staffId } = actor;
    const now = deps.now();
    const row = await ownNote(tx, actor, noteId, dayOf(now));
    const school = await sealer();
    await queries.insertView(tx, {
      ...{ school_id: schoolId, view_id: viewId, note_id: noteId, whose },
      ...{ recorded_by: staffId, recorded_at: now },
      body: school.seal(text, viewPlace(viewId)),
    });
    const note = await readOne(tx, school, schoolId, noteId);
    // The id may have been used before, here for the same words or somewhere else.
    if (note.views.find((view) => view.viewId === viewId)?.text !== text) throw new AppError('text_changed');
    await logWriting(tx, actor, now, 'note.view', row.pupil_id);
    return note;
  });
