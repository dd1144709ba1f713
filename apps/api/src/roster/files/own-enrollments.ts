import type { HomeClass, OwnClasses } from './own-classes.ts';
import type { OwnSchool } from './own-school.ts';
import { readTable } from './read-table.ts';
import type { Rejections } from './rejections.ts';
import { reasons } from './rejection-reasons.ts';
import type { SourceFile } from './roster-source.ts';
import { isRole, isTeacherRole } from './roles.ts';
import { isActive, isOver } from './row-status.ts';

/** Where a person stands in the classes of the school. */
export type Placement = {
  /** The row in enrollments.csv that first names the person. */
  readonly row: number;
  pupilOf?: HomeClass;
  teacherOf?: Set<string>;
};

const columns = {
  id: { names: ['sourcedId'] },
  status: { names: ['status'] },
  class: { names: ['classSourcedId', 'sectionSourcedId'], required: true },
  school: { names: ['schoolSourcedId'] },
  user: { names: ['userSourcedId'], required: true },
  role: { names: ['role'], required: true },
  end: { names: ['endDate'] },
} as const;

/** Who is pupil or teacher of which class of the school, by the id of the person. */
export const readOwnEnrollments = async (
  file: SourceFile,
  own: OwnSchool,
  classes: OwnClasses,
  today: string,
  rejections: Rejections,
): Promise<ReadonlyMap<string, Placement>> => {
  const placements = new Map<string, Placement>();
  const seen = new Set<string>();
  const place = (user: string, row: number): Placement => {
    const known = placements.get(user);
    if (known !== undefined) return known;
    const made: Placement = { row };
    placements.set(user, made);
    return made;
  };
  await readTable(file, columns, rejections, (values, row) => {
    const reject = (reason: string) => rejections.add(file.name, row, reason);
    const home = classes.home.get(values.class);
    const role = values.role.toLowerCase();
    if (home === undefined) {
      if (classes.isPassedOver(values.class) || !(own.has(values.school) || classes.areAll)) return;
      if (isActive(values.status, file.name, row, rejections)) reject(reasons.noSuchClass);
      return;
    }
    if (!isActive(values.status, file.name, row, rejections)) return;
    const over = isOver(values.end, today);
    if (over === undefined) return reject(reasons.dateUnreadable);
    if (over) return;
    if (values.user === '') return reject(reasons.valueMissing);
    if (!isRole(role)) return reject(reasons.unknownRole);
    if (values.id !== '' && seen.has(values.id)) return reject(reasons.idTwice);
    if (values.id !== '') seen.add(values.id);
    if (isTeacherRole(role)) {
      const teacher = place(values.user, row);
      teacher.teacherOf = (teacher.teacherOf ?? new Set()).add(home.name);
    }
    if (role !== 'student') return;
    const placement = place(values.user, row);
    if (placement.pupilOf !== undefined && placement.pupilOf.name !== home.name)
      return reject(reasons.twoClasses);
    placement.pupilOf ??= home;
  });
  return placements;
};
