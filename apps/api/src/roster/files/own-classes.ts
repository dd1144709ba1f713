import { classNameOf, gradeOfClassName, isClassName, readGrade } from './class-names.ts';
import type { OwnSchool } from './own-school.ts';
import { readTable } from './read-table.ts';
import type { Rejections } from './rejections.ts';
import { reasons } from './rejection-reasons.ts';
import type { SourceFile } from './roster-source.ts';
import { isActive } from './row-status.ts';
import { refused } from './refused.ts';

/** A class that pupils belong to, as opposed to one they are taught a subject in. */
export type HomeClass = { readonly name: string; readonly grades: readonly number[] };

export type OwnClasses = {
  readonly home: ReadonlyMap<string, HomeClass>;
  /** Classes of the school that nobody is listed by: subject groups, and those to be deleted. */
  readonly isPassedOver: (classId: string) => boolean;
  /** True when classes.csv has no classes of other schools. */
  readonly areAll: boolean;
};

type Section = {
  readonly title: string;
  readonly grades: readonly number[];
  readonly course: string;
  readonly homeroom: boolean;
};

const classColumns = {
  id: { names: ['sourcedId'], required: true },
  status: { names: ['status'] },
  title: { names: ['title'], required: true },
  grades: { names: ['grades', 'grade'], list: true },
  course: { names: ['courseSourcedId'] },
  type: { names: ['classType'] },
  school: { names: ['schoolSourcedId', 'orgSourcedId'], required: true },
} as const;

const courseColumns = {
  id: { names: ['sourcedId'], required: true },
  title: { names: ['title'] },
  grades: { names: ['grades', 'grade'], list: true },
} as const;

export const readGrades = (list: string): readonly number[] => [
  ...new Set(list.split(',').flatMap((part) => readGrade(part) ?? [])),
];

const isClassType = (type: string) => ['', 'homeroom', 'scheduled'].includes(type) || type.startsWith('ext:');

const readSections = async (file: SourceFile, own: OwnSchool, rejections: Rejections) => {
  const sections = new Map<string, Section>();
  const deleted = new Set<string>();
  let areAll = true;
  await readTable(file, classColumns, rejections, (values, row) => {
    if (!own.has(values.school)) return void (areAll = false);
    const { id, title, course } = values;
    const type = values.type.toLowerCase();
    if (!isActive(values.status, file.name, row, rejections)) return void deleted.add(id);
    if (id === '' || title === '') return rejections.add(file.name, row, reasons.valueMissing);
    if (!isClassType(type)) return rejections.add(file.name, row, reasons.unknownClassType);
    if (sections.has(id)) return rejections.add(file.name, row, reasons.idTwice);
    sections.set(id, { title, grades: readGrades(values.grades), course, homeroom: type === 'homeroom' });
  });
  return { sections, deleted, areAll };
};

/** The courses of the classes that are named after a grade («5. trinn»), with that grade. */
const readGradeCourses = async (
  file: SourceFile | undefined,
  sections: ReadonlyMap<string, Section>,
  rejections: Rejections,
): Promise<ReadonlyMap<string, { readonly isGrade: boolean; readonly grades: readonly number[] }>> => {
  const wanted = new Set([...sections.values()].map((section) => section.course).filter((id) => id !== ''));
  const courses = new Map<string, { isGrade: boolean; grades: readonly number[] }>();
  if (file === undefined || wanted.size === 0) return courses;
  await readTable(file, courseColumns, rejections, ({ id, title, grades }) => {
    if (!wanted.has(id)) return;
    const named = readGrade(title);
    courses.set(id, {
      isGrade: named !== undefined,
      grades: named === undefined ? readGrades(grades) : [named],
    });
  });
  return courses;
};

/**
 * The classes of the school that pupils are listed by: those of the type homeroom. When the school has none of that type,
 * those with a title like a class name (5A, 1–2) or with a course named after a grade: SDS has no class types, and some
 * systems mark every class as scheduled. Throws `roster_rejected` when there is no such class either.
 */
export const findOwnClasses = async (
  files: { readonly classes: SourceFile; readonly courses: SourceFile | undefined },
  own: OwnSchool,
  rejections: Rejections,
): Promise<OwnClasses> => {
  const { sections, deleted, areAll } = await readSections(files.classes, own, rejections);
  const courses = await readGradeCourses(files.courses, sections, rejections);
  const isHome = [...sections.values()].some((section) => section.homeroom)
    ? (section: Section) => section.homeroom
    : (section: Section) => isClassName(section.title) || courses.get(section.course)?.isGrade === true;
  const home = new Map<string, HomeClass>();
  for (const [id, section] of sections) {
    if (!isHome(section)) continue;
    const named = gradeOfClassName(section.title);
    const ways = [
      section.grades,
      courses.get(section.course)?.grades ?? [],
      named === undefined ? [] : [named],
    ];
    const grades = ways.find((each) => each.length > 0) ?? [];
    home.set(id, { name: classNameOf(section.title, grades.length === 1 ? grades[0] : undefined), grades });
  }
  if (home.size === 0)
    throw refused(
      'Fant ingen klasser for skolen i classes.csv. Klassene må ha classType homeroom, eller navn som 5A.',
    );
  const isPassedOver = (id: string) => deleted.has(id) || (sections.has(id) && !home.has(id));
  return { home, isPassedOver, areAll };
};
