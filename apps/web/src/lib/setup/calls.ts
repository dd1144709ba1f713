import type {
  AddSchoolYear,
  DoSetup,
  NewSchoolYear,
  OfferedDrafts,
  SchoolSettings,
  SchoolYears,
  SetupState,
} from '@samhold/contract';
import { get, post, put } from '#lib/api.ts';

/** Where an open link leads: a school to be made, or one that an earlier link made. */
export const openSetup = (link: string) => post<SetupState>('/setup/open', { link });
export const setUp = (wish: DoSetup) => post('/setup', wish);

export const readSchool = () => get<SchoolSettings>('/school');
export const saveSchool = (school: SchoolSettings) => put<SchoolSettings>('/school', school);

export const readOfferedDrafts = () => get<OfferedDrafts>('/school/languages');
export const saveOfferedDrafts = (offered: OfferedDrafts) => put<OfferedDrafts>('/school/languages', offered);

export const readSchoolYears = () => get<SchoolYears>('/school-years');
export const addSchoolYear = (year: AddSchoolYear) => post<SchoolYears>('/school-years', year);
export const changeSchoolYear = (schoolYearId: string, year: NewSchoolYear) =>
  put<SchoolYears>(`/school-years/${schoolYearId}`, year);
