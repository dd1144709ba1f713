import { isPrimaryGrade } from './class-names.ts';
import { type HomeClass, readGrades } from './own-classes.ts';
import type { Placement } from './own-enrollments.ts';
import type { OwnRoles } from './own-roles.ts';
import { namesOwn, type OwnSchool } from './own-school.ts';
import { readTable } from './read-table.ts';
import type { Rejections } from './rejections.ts';
import { reasons } from './rejection-reasons.ts';
import { isRole, mayTeach } from './roles.ts';
import type { RosterPupil, RosterTeacher } from './roster-file.ts';
import type { SourceFile } from './roster-source.ts';
import { isActive } from './row-status.ts';

export type OwnPeople = {
  readonly pupils: readonly RosterPupil[];
  readonly teachers: readonly RosterTeacher[];
  readonly otherSchools: number;
};

const columns = {
  id: { names: ['sourcedId'], required: true },
  status: { names: ['status'] },
  givenName: { names: ['givenName'], required: true },
  familyName: { names: ['familyName'], required: true },
  preferredGivenName: { names: ['preferredGivenName'] },
  preferredFamilyName: { names: ['preferredFamilyName'] },
  grades: { names: ['grades', 'grade'], list: true },
} as const;

/** In OneRoster 1.1 a user has one role at all of the user's schools. */
const columnsWithRole = {
  ...columns,
  orgs: { names: ['orgSourcedIds', 'orgSourcedId'], required: true, list: true },
  role: { names: ['role'], required: true },
} as const;
const columnsWithoutRole = { ...columns, orgs: { names: [] }, role: { names: [] } } as const;

/** The grade of a pupil by the pupil's own grades, else by the class when that has one grade only. */
const gradeOf = (written: string, home: HomeClass): number | undefined => {
  const ownGrades = readGrades(written);
  if (written !== '' && ownGrades.length === 0) return undefined;
  const both = ownGrades.length > 1 ? ownGrades.filter((grade) => home.grades.includes(grade)) : ownGrades;
  const grades = both.length > 0 ? both : home.grades;
  return grades.length === 1 ? grades[0] : undefined;
};

/**
 * Reads users.csv: the names of those who stand in the classes of the school. Without `roles`, role and school are read from
 * users.csv itself, as in OneRoster 1.1. Preferred names win. Guardians are passed over, and so are their names.
 */
export const readOwnPeople = async (
  files: { readonly users: SourceFile; readonly enrollments: string },
  own: OwnSchool,
  placements: ReadonlyMap<string, Placement>,
  roles: OwnRoles | undefined,
  rejections: Rejections,
): Promise<OwnPeople> => {
  const file = files.users;
  const pupils: RosterPupil[] = [];
  const teachers: RosterTeacher[] = [];
  const seen = new Set<string>();
  let pupilsElsewhere = roles?.pupilsElsewhere ?? 0;

  const wanted = roles === undefined ? columnsWithRole : columnsWithoutRole;
  await readTable(file, wanted, rejections, (values, row) => {
    const reject = (reason: string) => rejections.add(file.name, row, reason);
    const { id } = values;
    const at = roles?.of.get(id);
    const isOwn = roles === undefined ? namesOwn(own, values.orgs) : at !== undefined;
    const own11 = values.role.toLowerCase();
    const ownRoles = roles === undefined ? [own11] : (at?.roles ?? []);
    const placement = placements.get(id);
    if (placement === undefined && !isOwn) {
      const counts = roles === undefined && own11 === 'student' && /^(active)?$/i.test(values.status);
      if (counts) pupilsElsewhere += 1;
      return;
    }
    if (!isActive(values.status, file.name, row, rejections)) return void seen.add(id);
    const isPupil = ownRoles.includes('student');
    if (seen.has(id)) return reject(reasons.idTwice);
    seen.add(id);
    if (roles === undefined && !isRole(own11)) return reject(reasons.unknownRole);
    if (placement?.pupilOf === undefined && isPupil) return reject(reasons.noClass);
    if (placement === undefined) return;
    const name = {
      externalId: id,
      givenName: values.preferredGivenName || values.givenName,
      familyName: values.preferredFamilyName || values.familyName,
    };
    if (id === '' || name.givenName === '') return reject(reasons.valueMissing);
    if (placement.pupilOf !== undefined) {
      if (!isPupil) return reject(reasons.roleDiffers);
      const grade = gradeOf(at?.grades || values.grades, placement.pupilOf);
      if (grade === undefined) return reject(reasons.gradeUnreadable);
      if (!isPrimaryGrade(grade)) return reject(reasons.gradeOutside);
      pupils.push({ ...name, className: placement.pupilOf.name, grade });
    } else if (ownRoles.some(mayTeach)) {
      teachers.push({ ...name, classNames: [...(placement.teacherOf ?? [])] });
    }
  });

  for (const [id, placement] of placements)
    if (!seen.has(id)) rejections.add(files.enrollments, placement.row, reasons.noSuchPerson);
  return { pupils, teachers, otherSchools: pupilsElsewhere };
};
