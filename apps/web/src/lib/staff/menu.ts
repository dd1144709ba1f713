import type { StaffSession } from '@samhold/contract';
import {
  casesPath,
  classHomePath,
  classSurveyPath,
  incidentsPath,
  meetingsPath,
  ownerPath,
  reportsPath,
  talksPath,
  yearPath,
} from './paths.ts';
import {
  filesIncidents,
  isOwner,
  meets,
  ownClasses,
  readsReports,
  receivesIncidents,
  seesCases,
} from './relations.ts';
import { arrangedPages, followedPages } from './school-pages.ts';

export type MenuPage = {
  readonly path: string;
  readonly name: string;
  /** Where the pages under it lie, when not under its own address. */
  readonly holds?: readonly string[];
};

/** A place of the main menu: one page, or several that stand in a menu of their own when one of them is open. */
export type Place = {
  readonly name: string;
  readonly path: string;
  readonly pages: readonly MenuPage[];
};

const under = (start: string, path: string): boolean => path === start || path.startsWith(`${start}/`);
const isOn = ({ path: own, holds }: MenuPage, path: string): boolean =>
  path === own || (holds ?? [own]).some((start) => under(start, path));

const asPlace = ({ name, path, holds }: MenuPage): Place => ({
  name,
  path,
  pages: [{ name, path, ...(holds === undefined ? {} : { holds }) }],
});

/** Two pages find room in the main menu; more have a menu of their own. */
const gathered = (place: Place): readonly Place[] =>
  place.pages.length > 2 ? [place] : place.pages.map(asPlace);

const placeOf = (name: string, pages: readonly MenuPage[]): Place => ({
  name,
  path: pages[0]?.path ?? '/',
  pages,
});

const casework = (session: StaffSession): Place => {
  const pages: readonly (MenuPage | false)[] = [
    seesCases(session) && { path: casesPath, name: 'Saker', holds: [casesPath, '/investigations'] },
    (filesIncidents(session) || receivesIncidents(session)) && { path: incidentsPath, name: 'Hendelser' },
    { path: talksPath, name: 'Samtaler' },
    meets(session) && { path: meetingsPath, name: 'Elevsaksmøter' },
  ];
  return placeOf(
    'Saker og samtaler',
    pages.filter((page) => page !== false),
  );
};

const school = (session: StaffSession): Place =>
  placeOf('Skolen', [
    ...followedPages(session),
    ...(readsReports(session) ? [{ path: reportsPath, name: 'Rapporter' }] : []),
  ]);

/** Where this person can go, in the order of the menu; what waits for them stands apart. */
export const placesOf = (session: StaffSession): readonly Place[] => [
  ...ownClasses(session).map(({ classId, className }) =>
    asPlace({
      path: classHomePath(classId),
      name: className,
      holds: [classHomePath(classId), classSurveyPath(classId)],
    }),
  ),
  ...(isOwner(session) ? [asPlace({ path: ownerPath, name: 'Skolene' })] : []),
  ...gathered(casework(session)),
  { name: 'Skoleåret', path: yearPath, pages: [{ path: yearPath, name: 'Skoleåret' }] },
  ...gathered(school(session)),
  ...gathered(placeOf('Oppsett', arrangedPages(session))),
];

/** The page of a place that an address is, or lies under. */
export const pageAt = ({ pages }: Place, path: string): MenuPage | undefined =>
  pages.find((page) => isOn(page, path));

export const isIn = (place: Place, path: string): boolean => pageAt(place, path) !== undefined;
