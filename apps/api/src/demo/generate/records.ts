import { termOf } from '../../pupil-talks/term.ts';
import { addDays, mondayOfWeek, yearOf } from '../../calendar/days.ts';
import { isSchoolDay } from '../../calendar/school-days.ts';
import type { DemoClass, DemoYear } from './demo-school.ts';
import { calendarOf } from './school-calendar.ts';

export type DemoTalk = {
  readonly pupilKey: string;
  readonly topics: string;
  readonly agreed: string;
  /** Null when the talk is prepared and not held. */
  readonly heldOn: string | null;
  readonly nextOn: string | null;
};
export type DemoNote = { readonly pupilKey: string; readonly writtenOn: string; readonly text: string };

const firstWeek = { autumn: 41, spring: 7 } as const;
/** Two classes have not begun their talks. */
const withoutTalks: readonly string[] = ['1B', '5A'];

const talks = [
  {
    topics: 'Friminuttene, og hvem eleven pleier å være sammen med. Lesing hjemme.',
    agreed: 'Eleven leser høyt for noen hjemme tre ganger i uka. Vi ser på det sammen før jul.',
  },
  {
    topics: 'Det som går bra i matematikk. Garderoben etter gym.',
    agreed: 'Jeg er i garderoben etter gym på torsdager. Eleven sier fra hvis det blir bråk igjen.',
  },
  {
    topics: 'Eleven vil gjerne fortelle om hesten sin. Hvordan det er å jobbe i gruppe.',
    agreed: 'Eleven får velge én av gruppa neste gang.',
  },
  {
    topics: 'Søvn og skjerm. Hva som er gøy på skolen nå.',
    agreed: 'Ingenting nytt. Eleven har det fint, og vi fortsetter som nå.',
  },
] as const;

const notes = [
  'Spurte selv om å få være med på stikkball i storefri. De andre sa ja med en gang.',
  'Stille i morgensamlingen. Jeg spurte etterpå: eleven hadde sovet dårlig.',
  'Foresatte ringte. Eleven gleder seg til skolen igjen etter ferien.',
  'Ble hentet tidlig med vondt i magen, for andre gang denne måneden. Jeg snakker med foresatte.',
  'Forklarte brøk for to andre så de skjønte det. Sa det høyt foran klassen.',
] as const;

/** Wednesdays and Thursdays of eight weeks, those of them that are school days before today. */
const talkDays = (year: DemoYear, today: string): readonly string[] => {
  const monday = mondayOfWeek(yearOf(today), firstWeek[termOf(today)]);
  return Array.from({ length: 8 }, (_, week) => [2, 3].map((day) => addDays(monday, 7 * week + day)))
    .flat()
    .filter((day) => day < today && isSchoolDay(calendarOf(year), day));
};

const schoolDayOrNone = (year: DemoYear, day: string): string | null =>
  isSchoolDay(calendarOf(year), day) ? day : null;

const inOrder = ({ pupils }: DemoClass) =>
  pupils.toSorted((a, b) =>
    `${a.givenName} ${a.familyName}`.localeCompare(`${b.givenName} ${b.familyName}`, 'nb'),
  );

/** The talks of this term so far, from the top of the list: a teacher holds one on each of two days a week and has prepared the next three. */
export const talksOf = (year: DemoYear, schoolClass: DemoClass, today: string): readonly DemoTalk[] => {
  if (withoutTalks.includes(schoolClass.name)) return [];
  const days = talkDays(year, today);
  return inOrder(schoolClass)
    .slice(0, Math.min(days.length + 3, schoolClass.pupils.length - 6))
    .map(({ key }, at) => {
      const heldOn = days[at] ?? null;
      const said = talks[at % talks.length] ?? talks[0];
      return {
        pupilKey: key,
        topics: said.topics,
        agreed: heldOn === null ? '' : said.agreed,
        heldOn,
        nextOn: heldOn === null || at % 4 === 3 ? null : schoolDayOrNone(year, addDays(heldOn, 70)),
      };
    });
};

/** What the teacher has written down this term, of every fifth pupil. */
export const notesOf = (year: DemoYear, schoolClass: DemoClass, today: string): readonly DemoNote[] => {
  const days = talkDays(year, today);
  return inOrder(schoolClass)
    .filter((_, at) => at % 5 === 2)
    .flatMap(({ key }, at) => {
      const writtenOn = days[2 * at];
      const text = notes[(at + schoolClass.grade) % notes.length];
      return writtenOn === undefined || text === undefined ? [] : [{ pupilKey: key, writtenOn, text }];
    });
};
