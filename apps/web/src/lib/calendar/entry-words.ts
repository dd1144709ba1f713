import type { NewYearEntry, ResponsibleRole } from '@samhold/contract';
import { listed } from '#lib/format/numbers.ts';

export const roleNames: Readonly<Record<ResponsibleRole, string>> = {
  leadership: 'ledelsen',
  social_teacher: 'sosiallærer',
  environment_team: 'miljøteamet',
  contact_teacher: 'kontaktlærerne',
  employee: 'alle ansatte',
};

export const weekdayNames = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag'] as const;

const small = ['ingen', 'én', 'to', 'tre', 'fire', 'fem', 'seks', 'sju', 'åtte'] as const;
const word = (count: number): string => small[count] ?? String(count);

/** «ledelsen og sosiallærer» */
export const responsibleText = (roles: readonly ResponsibleRole[]): string =>
  listed(roles.map((role) => roleNames[role]));

/** «hver 4. skoleuke, torsdager kl. 08.15», «to ganger i året, tre skoleuker hver gang» */
export const rhythmText = (entry: NewYearEntry): string => {
  const { everyWeeks, times, weeksLong, startsAt } = entry;
  const once = times === 1;
  const often = once
    ? 'én gang i året'
    : times !== null
      ? `${word(times)} ganger i året`
      : everyWeeks === 1
        ? 'hver skoleuke'
        : `hver ${everyWeeks}. skoleuke`;
  if (weeksLong > 0) {
    const weeks = weeksLong === 1 ? 'en skoleuke' : `${word(weeksLong)} skoleuker`;
    return `${often}, ${weeks}${once ? '' : ' hver gang'}`;
  }
  const day = weekdayNames[entry.weekday - 1] ?? '';
  const time = startsAt === null ? '' : ` kl. ${startsAt.replace(':', '.')}`;
  return `${often}, ${times === null ? `${day}er` : `en ${day}`}${time}`;
};
