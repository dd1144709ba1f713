import type { StaffSession } from '@samhold/contract';
import {
  calendarPath,
  checklistPath,
  groundsPath,
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

const pages: readonly SchoolPage[] = [
  { path: checklistPath, name: 'Sjekkliste', leads: true, administers: true },
  { path: '/school', name: 'Runder', leads: true, administers: false, holds: ['/school/round'] },
  { path: schoolSignalsPath, name: 'Tegn', leads: true, administers: false, social: true },
  { path: themesPath, name: 'Trivsel', leads: true, administers: false, social: true },
  { path: publicationsPath, name: 'Rapporter', leads: true, administers: false },
  { path: nationalSurveyPath, name: 'Elevundersøkelsen', leads: true, administers: false, social: true },
  { path: questionnairesPath, name: 'Spørreskjemaer', leads: true, administers: false },
  { path: calendarPath, name: 'Kalender', leads: true, administers: true },
  { path: rosterPath, name: 'Elevliste', leads: false, administers: true },
  { path: peoplePath, name: 'Ansatte og tilganger', leads: true, administers: true },
  { path: readAloudPath, name: 'Opplesing', leads: true, administers: false },
  { path: groundsPath, name: 'Personvern', leads: true, administers: false },
  { path: languagesPath, name: 'Språk', leads: true, administers: true },
  { path: talkAdultsPath, name: 'Voksne å snakke med', leads: true, administers: false },
  { path: settingsPath, name: 'Skole og skoleår', leads: false, administers: true },
  { path: signInMethodPath, name: 'Innlogging', leads: false, administers: true },
];

/** The pages of the school that this person has, in the order of the menu. */
export const schoolPages = (session: StaffSession): readonly SchoolPage[] =>
  pages.filter(
    (page) =>
      (page.leads && leads(session)) ||
      (page.administers && administers(session)) ||
      (page.social === true && isSocialTeacher(session)),
  );
