import type { RecordFollowUp } from '@samhold/contract';
import { addSchoolDays } from '../../calendar/school-days.ts';
import type { DemoYear } from './demo-school.ts';
import { calendarOf } from './school-calendar.ts';

export type DemoFollowUp = Pick<
  RecordFollowUp,
  'grade' | 'step' | 'heldOn' | 'participants' | 'told' | 'seen' | 'measures' | 'finished'
> & {
  /** Empty for the whole grade. */
  readonly className: string;
};

/** How many school days before today the school got its figures by class. */
export const figuresCame = 12;

/**
 * What the school has done with this year's figures: the seventh grade is under way, the fifth has taken out its reports, and the
 * sixth has not begun.
 */
export const followUpsOf = (year: DemoYear, today: string): readonly DemoFollowUp[] => {
  const before = (days: number): string => addSchoolDays(calendarOf(year), today, -days);
  return [
    {
      ...{ grade: 7, className: '', step: 'reports', heldOn: before(10), finished: true, told: [] },
      participants: ['leadership', 'social_teacher'],
      seen: 'Flere på 7. trinn svarer at de blir mobbet enn det vi har visst om. Det gjelder mest 7B.',
      measures: '',
    },
    {
      ...{ grade: 7, className: '', step: 'presented', heldOn: before(7), finished: true, told: ['staff'] },
      participants: ['leadership', 'teachers', 'social_teacher', 'environment_team'],
      seen: 'Vi gikk gjennom tallene sammen. 7A ligger som før. I 7B er det lavt både på trivsel og på noen å være sammen med.',
      measures:
        'Kontaktlæreren i 7B snakker med hver elev før jul. To voksne ute i storefri ved fotballbanen.',
    },
    {
      ...{ grade: 7, className: '7A', step: 'class', heldOn: before(5), finished: true, told: ['pupils'] },
      participants: ['teachers', 'pupils'],
      seen: 'Klassen kjente seg igjen i tallene. De ønsker mer ro i garderoben.',
      measures: 'Klassen har laget en avtale om garderoben, og vi ser på den igjen i januar.',
    },
    {
      ...{ grade: 7, className: '7B', step: 'class', heldOn: before(3), finished: false, told: [] },
      participants: ['teachers', 'social_teacher'],
      seen: 'Elevsamtalene er i gang, halve klassen til nå. Mye av det elevene forteller om, skjer på nett etter skoletid.',
      measures: '',
    },
    {
      ...{ grade: 5, className: '', step: 'reports', heldOn: before(9), finished: true, told: [] },
      participants: ['leadership'],
      seen: 'Ingen tall skiller seg ut fra i fjor.',
      measures: '',
    },
  ];
};
