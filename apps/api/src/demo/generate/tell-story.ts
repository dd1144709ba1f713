import type { Cohort } from './cohorts.ts';
import type { DemoStoryNote } from './demo-school.ts';
import {
  classGettingBetter,
  classInTrouble,
  classLowParticipation,
  classNotStarted,
  type PupilRole,
} from './storyline.ts';

const pupilNotes: { readonly [role in PupilRole]: string } = {
  'alone-and-says-so':
    'Ikke valgt av noen i årets to sosiogrammer, og svarer i trivselsrundene at det mangler noen å være sammen med.',
  'alone-and-does-not-say':
    'Ikke valgt av noen i årets to sosiogrammer, men svarer i trivselsrundene at det alltid er noen å være sammen med.',
  'alone-since-moving-in':
    'Begynte i klassen mellom årets to sosiogrammer og er ikke valgt av noen i det siste. Gir selv få valg.',
  'chosen-one-sidedly':
    'Valgt av de samme tre i begge sosiogrammer, men velger andre: ingen gjensidige valg.',
  'declines-everything': 'Hopper over alle spørsmål i alle runder, også i fjor.',
};

const classNotes: readonly DemoStoryNote[] = [
  {
    id: 'class-in-trouble',
    className: classInTrouble,
    pupilKey: null,
    what: 'Trivselen faller gjennom årets runder, valgene deler klassen i to grupper, og flere enn ellers svarer at de blir plaget.',
  },
  {
    id: 'class-getting-better',
    className: classGettingBetter,
    pupilKey: null,
    what: 'Lav trivsel ved starten av fjoråret, bedre fra runde til runde siden.',
  },
  {
    id: 'class-low-participation',
    className: classLowParticipation,
    pupilKey: null,
    what: 'Under 60 prosent svarte i det siste sosiogrammet.',
  },
  {
    id: 'class-not-started',
    className: classNotStarted,
    pupilKey: null,
    what: 'Har ikke startet trivselsrunden som er åpen nå.',
  },
];

/** What was planted in the school and where to find it, in words that say what is observed. */
export function tellStory(cohorts: readonly Cohort[]): DemoStoryNote[] {
  const pupils = cohorts.flatMap(({ className, members }) =>
    members.flatMap(({ key, role }): DemoStoryNote[] =>
      role === null ? [] : [{ id: role, className, pupilKey: key, what: pupilNotes[role] }],
    ),
  );
  return [...pupils, ...classNotes];
}
