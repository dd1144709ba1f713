import Type, { type Static } from 'typebox';
import { SchoolYearRef } from './calendar.ts';
import { Day, LanguageCode, Shape } from './shared-shapes.ts';

const Name = Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' });
/** The secret part of a one-time link: 256 bits in base64url. */
export const LinkToken = Type.String({ minLength: 1, maxLength: 100 });

/** Nine digits; the check digit is held by `isOrganisationNumber`. */
const OrganisationNumber = Type.String({ pattern: '^[0-9]{9}$' });

export const OpenSetup = Shape({ link: LinkToken });

/** The name of the school that a link leads back to; null when it is still to be made. */
export const SetupState = Shape({ schoolName: Type.Union([Type.String(), Type.Null()]) });
export type SetupState = Static<typeof SetupState>;

export const NewInstallation = Shape({
  ownerName: Name,
  schoolName: Name,
  organisationNumber: OrganisationNumber,
  givenName: Name,
  familyName: Name,
});
export type NewInstallation = Static<typeof NewInstallation>;

/** Without `school` the link leads back to the school that was made by an earlier one. */
export const DoSetup = Shape({ link: LinkToken, school: Type.Optional(NewInstallation) });
export type DoSetup = Static<typeof DoSetup>;

export const SchoolSettings = Shape({ name: Name, organisationNumber: OrganisationNumber });
export type SchoolSettings = Static<typeof SchoolSettings>;

/** The languages still in draft that the school's pupils are offered beside the checked ones. */
export const OfferedDrafts = Shape({ languages: Type.Array(LanguageCode, { maxItems: 50 }) });
export type OfferedDrafts = Static<typeof OfferedDrafts>;

export const NewSchoolYear = Shape({
  /** Two years that follow each other: 2026/2027. */
  label: Type.String({ pattern: '^20[0-9]{2}/20[0-9]{2}$' }),
  startsOn: Day,
  endsOn: Day,
});
export type NewSchoolYear = Static<typeof NewSchoolYear>;

/** The calendar is filled out from the template, with the kommune's own survey of the lower grades where it has one. */
export const AddSchoolYear = Shape({
  ...NewSchoolYear.properties,
  municipalSurvey: Type.Optional(Type.Boolean()),
});
export type AddSchoolYear = Static<typeof AddSchoolYear>;

/** The years of the school, newest first, and the one that comes next as it usually lies. */
export const SchoolYears = Shape({ years: Type.Array(SchoolYearRef), next: NewSchoolYear });
export type SchoolYears = Static<typeof SchoolYears>;
