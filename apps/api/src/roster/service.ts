import { randomUUID } from 'node:crypto';
import type { RosterReceipt } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { parseRoster, type RosterRow } from './parse.ts';
import { insertPupil, openPictureCode } from './people.ts';
import * as queries from './queries.ts';

const classFor = async (
  tx: Tx,
  schoolId: string,
  yearId: string,
  known: Map<string, string>,
  name: string,
) => {
  const found = known.get(name);
  if (found !== undefined) return found;
  const classId = randomUUID();
  await tx
    .insertInto('class')
    .values({ school_id: schoolId, class_id: classId, school_year_id: yearId, name })
    .execute();
  known.set(name, classId);
  return classId;
};

const pupilFor = async (tx: Tx, sealer: SchoolSealer, schoolId: string, row: RosterRow) => {
  const known = await queries.pupilByExternalId(tx, schoolId, sealer.lookupHash('pupil', row.externalId));
  return known ?? (await insertPupil(tx, sealer, schoolId, row));
};

/** Makes the class lists of the year that holds `today` equal to the rows: new, moved and leaving pupils. */
export const applyRoster = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  today: string,
  rows: readonly RosterRow[],
): Promise<RosterReceipt> => {
  const year = await queries.yearOf(tx, schoolId, today);
  if (year === undefined)
    throw new AppError('roster_rejected', ['Skolen har ikke noe skoleår for denne datoen.']);
  const classes = await queries.classesOf(tx, schoolId, year);
  const current = await queries.membershipsOf(tx, schoolId, year, today);
  const listed = new Set<string>();
  const receipt = { added: 0, moved: 0, leaving: 0, unchanged: 0 };
  for (const row of rows) {
    const classId = await classFor(tx, schoolId, year, classes, row.className);
    const pupilId = await pupilFor(tx, sealer, schoolId, row);
    listed.add(pupilId);
    const member = current.get(pupilId);
    if (member?.classId === classId && member.grade === row.grade) {
      receipt.unchanged += 1;
      continue;
    }
    if (member === undefined) receipt.added += 1;
    else {
      receipt.moved += 1;
      await queries.endMembership(tx, schoolId, pupilId, member, today);
    }
    await queries.insertMembership(tx, schoolId, classId, pupilId, row.grade, today);
  }
  for (const [pupilId, member] of current) {
    if (listed.has(pupilId)) continue;
    receipt.leaving += 1;
    await queries.endMembership(tx, schoolId, pupilId, member, today);
  }
  return { classes: new Set(rows.map((row) => row.className)).size, ...receipt };
};

export const importRoster = (deps: Dependencies, actor: StaffActor, text: string): Promise<RosterReceipt> => {
  const rows = parseRoster(text);
  return deps.db.inScope(actor, async (tx, sealer) =>
    applyRoster(tx, await sealer(), actor.schoolId, dayOf(deps.now()), rows),
  );
};

/** The class, and who is on its list on a day. */
export const classList = async (tx: Tx, schoolId: string, classId: string, day: string) => {
  const found = await queries.classById(tx, schoolId, classId);
  if (found === undefined) return undefined;
  return {
    classId,
    name: found.name,
    yearId: found.school_year_id,
    pupils: await queries.pupilsOfClass(tx, schoolId, classId, day),
  };
};

export const pictureCode = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  pupilId: string,
): Promise<readonly string[]> => {
  const [row] = await queries.pictureCodesOf(tx, schoolId, [pupilId]);
  return row === undefined ? [] : openPictureCode(sealer, pupilId, row.picture_code);
};

export const schoolYearOn = queries.yearOf;
export const classesOfYear = queries.classesOf;
