import type { OwnSchools, SchoolChosen, SchoolsToChoose } from '@samhold/contract';
import { del, get, post } from '#lib/api.ts';

export const readOwnSchools = () => get<OwnSchools>('/me/schools');

/** What somebody who has just signed in chooses among. */
export const readSchoolsToChoose = () => get<SchoolsToChoose>('/sign-in/schools');
export const chooseSchool = (schoolId: string) => post<SchoolChosen>('/sign-in/school', { schoolId });
/** The sign-in leads nowhere then. */
export const chooseNoSchool = () => del('/sign-in/schools');

/** Those whose name has all the words somebody writes, whatever their order. */
export const namedAs = <T extends { readonly name: string }>(
  schools: readonly T[],
  sought: string,
): readonly T[] => {
  const words = sought.toLocaleLowerCase('nb').split(/\s+/);
  return schools.filter(({ name }) => words.every((word) => name.toLocaleLowerCase('nb').includes(word)));
};
