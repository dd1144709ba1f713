import type { AccessEntry, PupilReaders } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { mayReadReaders } from '../access/policy.ts';
import { dayOf } from '../calendar-days.ts';
import { wholeNames } from '../roster/names.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { pupilsKnownTo } from '../incidents/find-pupils.ts';
import { subjectsAbout, type AboutPupil } from './about-pupil.ts';
import { actionOf, reasonOf, rolesOf } from './entry-words.ts';
import { entriesOn, type EntryRow } from './queries.ts';

const PAGE = 50;

/** Whether a pupil is hidden is the principal's to know, and stands on a page of its own. */
const hiding = ['pupil.hidden', 'pupil.shown'];
/** These tell of a case under the pupil's own name. */
const ofCases = ['case-effect.read', 'investigation.reply'];

const entryOf = (
  row: EntryRow,
  { subjects }: AboutPupil,
  names: ReadonlyMap<string, string>,
): AccessEntry => ({
  sequence: Number(row.sequence),
  at: row.at.toISOString(),
  staffName: names.get(row.staff_id) ?? '–',
  roles: rolesOf(row),
  action: actionOf(row),
  subject: subjects.find((one) => one.id === row.subject_id)?.as ?? 'pupil',
  reason: reasonOf(row),
});

/** Who has opened what is recorded of a pupil, for leadership and the own contact teacher. Looking is logged like any opening. */
export const readPupilReaders = (
  deps: Dependencies,
  actor: StaffActor,
  pupilId: string,
  before: number | undefined,
): Promise<PupilReaders> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    if (!actor.trained) throw new AppError('training_missing');
    const { schoolId } = actor;
    const now = deps.now();
    const listed = (await pupilsKnownTo(tx, actor, dayOf(now))).findLast((one) => one.pupilId === pupilId);
    if (listed === undefined || !mayReadReaders(actor, listed.classId)) throw new AppError('not_found');
    const about = await subjectsAbout(tx, actor, pupilId, now);
    const leaveOut = about.seesAll ? hiding : [...hiding, ...ofCases];
    const rows = await entriesOn(tx, schoolId, about.subjects, leaveOut, { before, count: PAGE + 1 });
    const shown = rows.slice(0, PAGE);
    const people = [pupilId, ...shown.map((row) => row.staff_id)];
    const names = await wholeNames(tx, await sealer(), schoolId, people);
    await logOpening(tx, actor, now, {
      action: 'readers.read',
      subjectKind: 'pupil',
      subjectId: pupilId,
      purpose: 'see who has opened what is recorded of the pupil',
    });
    return {
      pupil: { pupilId, name: names.get(pupilId) ?? '–', className: listed.className },
      entries: shown.map((row) => entryOf(row, about, names)),
      before: rows.length > PAGE ? Number(shown.at(-1)?.sequence) : null,
    };
  });
