import type { NewIncident } from '@samhold/contract';
import { addSchoolDays } from '../../calendar/school-days.ts';
import type { DemoClass, DemoYear } from './demo-school.ts';
import { calendarOf } from './school-calendar.ts';

export type DemoIncident = Omit<NewIncident, 'reportId' | 'pupilIds'> & {
  /** Whose words they are, by the key of the post. */
  readonly filedBy: string;
  readonly pupilKeys: readonly string[];
  readonly className: string;
};

const pupilsOf = (year: DemoYear, className: string, ...places: readonly number[]): readonly string[] => {
  const pupils = year.classes.find(({ name }: DemoClass) => name === className)?.pupils ?? [];
  return places.flatMap((place) => pupils[place]?.key ?? []);
};

/** What employees have told of in the last week. One is about an employee: it is for the headteacher alone. */
export const incidentsOf = (year: DemoYear, today: string): readonly DemoIncident[] => {
  const schoolDaysAgo = (count: number): string => addSchoolDays(calendarOf(year), today, -count);
  const told = { toldBy: 'employee', happenedAt: null, physical: false, aboutStaff: null } as const;
  return [
    {
      ...told,
      ...{ filedBy: 'subject-teacher', className: '5A', pupilKeys: pupilsOf(year, '5A', 2, 7) },
      ...{ happenedOn: schoolDaysAgo(6), happenedAt: '11:35', place: 'playground' },
      seen: 'To elever sa at en tredje ikke fikk være med på fotball, «for du er så dårlig». Eleven gikk for seg selv resten av friminuttet.',
      done: 'Jeg stoppet det og ble med dem ut på banen. Alle tre spilte da det ringte inn.',
    },
    {
      ...told,
      ...{ filedBy: 'environment-team', className: '3B', pupilKeys: pupilsOf(year, '3B', 4, 5) },
      ...{ happenedOn: schoolDaysAgo(2), happenedAt: '13:10', place: 'corridor', physical: true },
      seen: 'To elever sloss i garderoben. Den ene ville ikke slutte da vi sa stopp.',
      done: 'Jeg holdt rundt den ene til begge var rolige, omtrent ett minutt. Snakket med dem hver for seg etterpå.',
    },
    {
      ...told,
      ...{ filedBy: 'substitute', className: '4A', pupilKeys: pupilsOf(year, '4A', 1), toldBy: 'pupil' },
      ...{ happenedOn: schoolDaysAgo(1), place: 'online' },
      seen: 'Eleven fortalte at noen i klassen hadde laget en gruppe der de skriver stygt om eleven.',
      done: 'Takket eleven for at den sa fra, og lovet å si det videre.',
    },
    {
      ...told,
      ...{ filedBy: 'subject-teacher', className: '6A', pupilKeys: pupilsOf(year, '6A', 3) },
      ...{ happenedOn: schoolDaysAgo(3), place: 'classroom' },
      aboutStaff: { staffIds: [], leadership: false },
      seen: 'Gjennom døra hørte jeg en voksen rope til en elev at den var håpløs. Jeg så ikke hvem den voksne var.',
      done: 'Snakket med eleven i friminuttet. Eleven ville ikke si hvem det var.',
    },
  ];
};
