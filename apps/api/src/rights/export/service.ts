import type { AccessExport, NewAccessExport, ReviewField } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../../access/actor.ts';
import { logOpening } from '../../access/log.ts';
import { addMonth } from './add-month.ts';
import { dayOf } from '../../calendar-days.ts';
import { nameFinder } from '../../case-documents/find-names.ts';
import { namesFor, notRead, toReview, type Reviews } from '../../case-documents/review.ts';
import { fieldsOf, type Section } from '../../case-documents/sections.ts';
import { everyName } from '../../case-documents/every-name.ts';
import type { Dependencies } from '../../dependencies.ts';
import { AppError } from '../../errors.ts';
import { approvedFile, drawExport, exportPlace, type OpenedExport } from './export-files.ts';
import { followUpOf } from './follow-up.ts';
import { isSubset, ownSources } from './own-sources.ts';
import { knownPupil } from '../known-pupil.ts';
import * as queries from './queries.ts';
import { readersSection } from './readers.ts';
import { sectionsOfClass } from './sections.ts';

type Of = { readonly pupilId: string; readonly exportId: string };

/** Nobody asked here before there were such rights. */
const FIRST_DAY = '2018-07-20';

const gather = async (tx: Tx, sealer: SchoolSealer, actor: StaffActor, pupilId: string, now: Date) => {
  const of = { schoolId: actor.schoolId, pupilId };
  const sections: Section[] = [];
  for (const one of await queries.classesOf(tx, of.schoolId, pupilId))
    sections.push(...(await sectionsOfClass(tx, sealer, of, one)));
  const followUp = await followUpOf(tx, sealer, actor, pupilId, now);
  const readers = await readersSection(tx, sealer, of, followUp.sources);
  return { sections: [...sections, ...followUp.sections, ...readers], sources: followUp.sources };
};

const openExport = async (
  deps: Dependencies,
  tx: Tx,
  sealer: SchoolSealer,
  actor: StaffActor,
  of: Of,
): Promise<OpenedExport> => {
  const { schoolId } = actor;
  const pupil = await knownPupil(tx, sealer, actor, of.pupilId, deps.now());
  const row = await queries.exportById(tx, schoolId, of.pupilId, of.exportId);
  const own = await ownSources(tx, actor, of.pupilId, deps.now());
  // Begun by somebody who may read a case that this one may not know of.
  if (row === undefined || !isSubset(row.sources, own)) throw new AppError('not_found');
  const { names, pupilIds, staffIds } = await everyName(tx, sealer, schoolId);
  return {
    ...{ row, pupil },
    // Both are written here only.
    sections: JSON.parse(sealer.open(row.content, exportPlace('content', of.exportId))) as readonly Section[],
    reviews: JSON.parse(sealer.open(row.review, exportPlace('review', of.exportId))) as Reviews,
    find: nameFinder(namesFor(of.pupilId, names, pupilIds, staffIds)),
    by: names.get(row.made_by) ?? '–',
  };
};

const shown = ({ row, pupil, sections, reviews, find, by }: OpenedExport): AccessExport => ({
  ...{ exportId: row.export_id, pupilId: row.pupil_id, name: pupil.name, revision: row.revision },
  ...{ askedOn: row.asked, dueOn: addMonth(row.asked), madeBy: by },
  finishedAt: row.finished_at?.toISOString() ?? null,
  sections: [...toReview(sections, find, reviews)],
});

const inExport = <T>(
  deps: Dependencies,
  actor: StaffActor,
  of: Of,
  use: (tx: Tx, sealer: SchoolSealer, opened: OpenedExport) => Promise<T> | T,
): Promise<T> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const school = await sealer();
    const opened = await openExport(deps, tx, school, actor, of);
    await logOpening(tx, actor, deps.now(), {
      ...{ action: 'access-export.read', subjectKind: 'pupil', subjectId: of.pupilId },
      purpose: 'right of access',
    });
    return use(tx, school, opened);
  });

/** Begins an export of what is recorded of a pupil as it stands now. The same id again is the same export. */
export const beginExport = (
  deps: Dependencies,
  actor: StaffActor,
  pupilId: string,
  { exportId, askedOn }: NewAccessExport,
): Promise<void> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId, staffId } = actor;
    const now = deps.now();
    const school = await sealer();
    await knownPupil(tx, school, actor, pupilId, now);
    if (askedOn > dayOf(now) || askedOn < FIRST_DAY) throw new AppError('invalid_request', ['askedOn']);
    const { sections, sources } = await gather(tx, school, actor, pupilId, now);
    await queries.insertExport(tx, {
      ...{ school_id: schoolId, export_id: exportId, pupil_id: pupilId, asked_on: askedOn },
      content: school.seal(JSON.stringify(sections), exportPlace('content', exportId)),
      review: school.seal('{}', exportPlace('review', exportId)),
      ...{ sources, made_by: staffId, made_at: now },
    });
    await logOpening(tx, actor, now, {
      ...{ action: 'access-export.begun', subjectKind: 'pupil', subjectId: pupilId },
      purpose: 'right of access',
    });
  });

export const readExport = (deps: Dependencies, actor: StaffActor, of: Of): Promise<AccessExport> =>
  inExport(deps, actor, of, (_tx, _sealer, opened) => shown(opened));

const refuseFinished = (row: OpenedExport['row'], revision: number): void => {
  if (row.finished_at !== null) throw new AppError('document_finished');
  if (row.revision !== revision) throw new AppError('document_changed');
};

/** Keeps what was decided of one text. Over an older revision than the last it is refused. */
export const reviewExport = (
  deps: Dependencies,
  actor: StaffActor,
  of: Of,
  { revision, key, read, decisions }: ReviewField,
): Promise<AccessExport> =>
  inExport(deps, actor, of, async (tx, sealer, opened) => {
    refuseFinished(opened.row, revision);
    const field = fieldsOf(opened.sections).find((one) => one.key === key);
    const fits = decisions.every(({ from, to }) => from < to && to <= (field?.text.length ?? 0));
    if (field === undefined || !fits) throw new AppError('invalid_request', ['decisions']);
    const reviews: Reviews = { ...opened.reviews, [key]: { read, decisions } };
    await queries.updateExport(tx, actor.schoolId, of.exportId, {
      revision: revision + 1,
      review: sealer.seal(JSON.stringify(reviews), exportPlace('review', of.exportId)),
    });
    return shown({ ...opened, row: { ...opened.row, revision: revision + 1 }, reviews });
  });

/** Makes both files once every text has been read: `not_all_read` with the keys of those that have not. */
export const finishExport = (
  deps: Dependencies,
  actor: StaffActor,
  of: Of,
  revision: number,
): Promise<AccessExport> =>
  inExport(deps, actor, of, async (tx, sealer, opened) => {
    const { row, sections, reviews } = opened;
    refuseFinished(row, revision);
    const left = notRead(fieldsOf(sections), reviews);
    if (left.length > 0) throw new AppError('not_all_read', [...left]);
    const { schoolId, staffId } = actor;
    const now = deps.now();
    const { pdf, json } = await drawExport(tx, schoolId, opened, now);
    await queries.updateExport(tx, schoolId, of.exportId, {
      revision: revision + 1,
      file: sealer.seal(pdf.toString('base64'), exportPlace('file', of.exportId)),
      data: sealer.seal(json.toString(), exportPlace('data', of.exportId)),
      ...{ finished_by: staffId, finished_at: now },
    });
    await logOpening(tx, actor, now, {
      ...{ action: 'access-export.finished', subjectKind: 'pupil', subjectId: of.pupilId },
      purpose: 'right of access',
    });
    return shown({ ...opened, row: { ...row, revision: revision + 1, finished_at: now } });
  });

/** A file as it was approved: PDF, or the same as JSON. */
export const exportFile = (
  deps: Dependencies,
  actor: StaffActor,
  of: Of,
  format: 'pdf' | 'json',
): Promise<Buffer> =>
  inExport(deps, actor, of, (tx, sealer, opened) => approvedFile(tx, sealer, actor.schoolId, opened, format));
