import type { StaffSession } from '@samhold/contract';
import {
  accessLogPath,
  calendarPath,
  checklistPath,
  groundsPath,
  hiddenPupilsPath,
  readAloudPath,
  languagesPath,
  nationalSurveyPath,
  themesPath,
  peoplePath,
  questionnairesPath,
  publicationsPath,
  rosterPath,
  schoolSignalsPath,
  settingsPath,
  signInMethodPath,
  talkAdultsPath,
} from './paths.ts';
import { administers, isSocialTeacher, leads } from './relations.ts';

type SchoolPage = {
  readonly path: string;
  readonly name: string;
  readonly leads: boolean;
  readonly administers: boolean;
  /** The social teacher has it too. */
  readonly social?: true;
  readonly holds?: readonly string[];
};

/** What is followed through the year. */
const followed: readonly SchoolPage[] = [
  {
    ...{ path: '/school', name: 'Runder', leads: true, administers: false },
    holds: ['/school/round', '/school/grade-sociograms'],
  },
  { path: schoolSignalsPath, name: 'Tegn', leads: true, administers: false, social: true },
  { path: themesPath, name: 'Trivsel', leads: true, administers: false, social: true },
  { path: nationalSurveyPath, name: 'Elevundersøkelsen', leads: true, administers: false, social: true },
  { path: publicationsPath, name: 'Rapporter', leads: true, administers: false },
  { path: accessLogPath, name: 'Hvem har åpnet hva', leads: true, administers: false },
];

/** What is arranged once, or once a year. */
const arranged: readonly SchoolPage[] = [
  { path: checklistPath, name: 'Sjekkliste', leads: true, administers: true },
  { path: calendarPath, name: 'Kalender', leads: true, administers: true },
  { path: questionnairesPath, name: 'Spørreskjemaer', leads: true, administers: false },
  { path: rosterPath, name: 'Elevliste', leads: false, administers: true },
  {
    ...{ path: peoplePath, name: 'Ansatte og tilganger', leads: true, administers: true },
    holds: [peoplePath, hiddenPupilsPath],
  },
  { path: talkAdultsPath, name: 'Voksne å snakke med', leads: true, administers: false },
  { path: readAloudPath, name: 'Opplesing', leads: true, administers: false },
  { path: languagesPath, name: 'Språk', leads: true, administers: true },
  { path: groundsPath, name: 'Personvern', leads: true, administers: false },
  { path: settingsPath, name: 'Skole og skoleår', leads: false, administers: true },
  { path: signInMethodPath, name: 'Innlogging', leads: false, administers: true },
];

const ofPerson = (session: StaffSession, pages: readonly SchoolPage[]): readonly SchoolPage[] =>
  pages.filter(
    (page) =>
      (page.leads && leads(session)) ||
      (page.administers && administers(session)) ||
      (page.social === true && isSocialTeacher(session)),
  );

/** The pages of the school that this person follows it by, in the order of the menu. */
export const followedPages = (session: StaffSession): readonly SchoolPage[] => ofPerson(session, followed);
/** Those that this person arranges the school by. */
export const arrangedPages = (session: StaffSession): readonly SchoolPage[] => ofPerson(session, arranged);

/** All pages of the school that this person has. */
export const schoolPages = (session: StaffSession): readonly SchoolPage[] => [
  ...followedPages(session),
  ...arrangedPages(session),
];
