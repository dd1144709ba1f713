import type { ChecklistStep } from '@samhold/contract';
import { counted, listed } from '#lib/format/numbers.ts';
import {
  calendarPath,
  groundsPath,
  peoplePath,
  rosterPath,
  settingsPath,
  signInMethodPath,
} from '#lib/staff/paths.ts';

type StepWords = {
  readonly title: string;
  /** What it is, for somebody who has not done it. */
  readonly about: string;
  /** Where it is done; null when it is done for each class. */
  readonly path: string | null;
  /** How far the school has come. */
  readonly status: (step: ChecklistStep) => string;
};

const doneOrNot =
  (done: string, left: string): StepWords['status'] =>
  (step) =>
    step.done ? done : left;

const ofAll = ({ reached, all }: ChecklistStep, one: string, many: string): string =>
  `${reached} av ${counted(all, one, many)}`;

const waitingFor = ({ waiting, all, reached }: ChecklistStep): string => {
  const more = all - reached - waiting.length;
  return listed([...waiting, ...(more > 0 ? [`${more} til`] : [])]);
};

const leadershipStatus = ({ done, reached, all }: ChecklistStep): string => {
  if (done) return `${counted(reached, 'person', 'personer')} i ledelsen kan logge inn.`;
  return all === 0
    ? 'Ingen er registrert i ledelsen ennå.'
    : 'Ledelsen er registrert, men ingen av dem har logget inn. Lag en innloggingslenke til dem.';
};

const contactTeacherStatus = (step: ChecklistStep): string => {
  if (step.all === 0) return 'Venter på elevlisten.';
  if (step.done) return `Alle de ${counted(step.all, 'klassen', 'klassene')} har kontaktlærer.`;
  return `${ofAll(step, 'klasse', 'klasser')} har kontaktlærer. Disse venter: ${waitingFor(step)}.`;
};

const trainingStatus = (step: ChecklistStep): string => {
  if (step.all === 0) return 'Venter på at noen får en klasse.';
  return `${ofAll(step, 'ansatt', 'ansatte')} med egen klasse har hatt opplæring.`;
};

const wayInStatus = (step: ChecklistStep): string => {
  if (step.all === 0) return 'Venter på elevlisten.';
  return step.done
    ? 'Alle elevene har merke eller bildekode.'
    : `${ofAll(step, 'elev', 'elever')} har merke eller bildekode. De andre velger bilder selv første gang.`;
};

export const stepWords: Readonly<Record<ChecklistStep['code'], StepWords>> = {
  school_year: {
    title: 'Legg inn skoleåret',
    about: 'Første og siste skoledag for elevene.',
    path: settingsPath,
    status: doneOrNot('Skoleåret er lagt inn.', 'Ikke lagt inn ennå.'),
  },
  sign_in_method: {
    title: 'Sett opp innlogging',
    about: 'De ansatte logger inn med Feide eller kommunens egen tjeneste.',
    path: signInMethodPath,
    status: doneOrNot('Innloggingen er prøvd, og den virker.', 'Ikke satt opp ennå.'),
  },
  own_sign_in: {
    title: 'Knytt din egen innlogging til deg',
    about: 'Engangslenken du kom inn med, virker bare én gang. Neste gang logger du inn som alle andre.',
    path: signInMethodPath,
    status: doneOrNot('Du kan logge inn.', 'Ikke gjort ennå. Gjør det før du lukker nettleseren.'),
  },
  leadership: {
    title: 'Registrer ledelsen',
    about: 'Ledelsen bekrefter hvem som er kontaktlærer, og planlegger rundene.',
    path: peoplePath,
    status: leadershipStatus,
  },
  roster: {
    title: 'Les inn elevlisten',
    about: 'Klasser, elever og lærere fra skolens eget system.',
    path: rosterPath,
    status: (step) =>
      step.done
        ? `${counted(step.reached, 'elev', 'elever')} i ${counted(step.all, 'klasse', 'klasser')}.`
        : 'Ingen elever er lest inn ennå.',
  },
  contact_teachers: {
    title: 'Bekreft kontaktlærerne',
    about: 'Bare den som er bekreftet, ser svarene til klassen.',
    path: peoplePath,
    status: contactTeacherStatus,
  },
  training: {
    title: 'Registrer opplæring i personvern',
    about: 'Forskriften krever opplæring før noen ser svar med navn.',
    path: peoplePath,
    status: trainingStatus,
  },
  grounds: {
    title: 'Registrer formål, informasjonsbrev og vurdering av personvern',
    about: 'De foresatte skal være informert før den første runden åpner.',
    path: groundsPath,
    status: doneOrNot(
      'Registrert for skoleåret.',
      'Ikke registrert ennå. Ingen runde åpner før det er gjort.',
    ),
  },
  calendar: {
    title: 'Se over kalenderen',
    about: 'Ferier, planleggingsdager og uker med andre undersøkelser.',
    path: calendarPath,
    status: doneOrNot('Kalenderen er sett over.', 'Malen er lagt inn. Ingen har endret den ennå.'),
  },
  first_round: {
    title: 'Planlegg den første runden',
    about: 'Samhold foreslår hele året. Etterpå åpner og lukker rundene seg selv.',
    path: calendarPath,
    status: doneOrNot('Rundene er planlagt.', 'Ingen runde er planlagt ennå.'),
  },
  ways_in: {
    title: 'Merker eller bildekoder til elevene',
    about: 'Kontaktlæreren skriver ut merker fra klassens side. Uten merke velger eleven tre bilder selv.',
    path: null,
    status: wayInStatus,
  },
};
