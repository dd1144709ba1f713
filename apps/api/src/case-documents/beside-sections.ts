import type {
  IncidentPlace,
  IncidentStepKind,
  IncidentTeller,
  InvestigationCondition,
} from '@samhold/contract';
import { dayOf, writtenDay } from '../calendar-days.ts';
import type { ReportOfCase } from '../incidents/of-case.ts';
import type { SurveyOfCase } from '../investigations/of-case.ts';
import type { MinutesOfCase } from '../meetings/of-case.ts';
import type { Section } from './sections.ts';

/** What is written of a case elsewhere than in its own line. */
export type Beside = {
  readonly reports: readonly ReportOfCase[];
  readonly meetings: readonly MinutesOfCase[];
  readonly surveys: readonly SurveyOfCase[];
};

export const places: Readonly<Record<IncidentPlace, string>> = {
  classroom: 'i klasserommet',
  playground: 'i skolegården',
  corridor: 'i gangen',
  changing_room: 'i garderoben eller på toalettet',
  gym: 'i gymsalen',
  after_school: 'på aktivitetsskolen',
  way_to_school: 'på skoleveien',
  trip: 'på tur',
  online: 'på nett',
  elsewhere: 'et annet sted',
};

const tellers: Readonly<Record<IncidentTeller, string>> = {
  employee: 'en ansatt',
  guardian: 'foresatte, skrevet ned av en ansatt',
  pupil: 'en elev, skrevet ned av en ansatt',
};

export const stepWords: Readonly<Record<IncidentStepKind, string>> = {
  seen: 'Tatt imot',
  guardians_told: 'Foresatte informert',
  logged: 'Loggført uten sak',
  in_case: 'Tatt inn i saken',
  addition: 'Lagt til',
  owner_told: 'Meldt til skoleeier',
  accused_named: 'Ført på hvem det gjelder',
};

const conditions: Readonly<Record<InvestigationCondition, string>> = {
  long_lasting: 'langvarig',
  unclear: 'uklart',
  complicated: 'sammensatt',
};

const momentDay = (moment: string): string => writtenDay(dayOf(new Date(moment)));

type Line = readonly [label: string, text: string | null];

const section = (heading: string, aside: string, key: string, lines: readonly Line[]): Section => ({
  ...{ heading, aside, measures: [] },
  fields: lines.flatMap(([label, text], at) =>
    text === null || text.trim() === '' ? [] : [{ key: `${key}.${at}`, label, text }],
  ),
});

const ofReport = (report: ReportOfCase, at: number): Section => {
  const { happenedAt, place, filedBy, filedAt, toldBy, physical, pupils, accused, seen, done } = report;
  const time = happenedAt === null ? '' : ` kl. ${happenedAt.replace(':', '.')}`;
  return section(
    'Melding om en hendelse',
    `${writtenDay(report.happenedOn)}${time}, ${places[place]}. Meldt av ${filedBy} ${momentDay(filedAt)}, fortalt av ${tellers[toldBy]}.`,
    `report.${at}`,
    [
      ['Elever', pupils.join(', ')],
      ['Ansatte den gjelder', accused.join(', ')],
      ['Det som er sett, hørt eller fortalt', seen],
      ['Det den ansatte gjorde', done],
      ['Fysisk inngripen', physical ? 'Ja' : ''],
      ...report.steps.map(({ kind, occurredOn, text, by }): Line => [
        stepWords[kind],
        [`${writtenDay(occurredOn)}, ${by}.`, text].filter((part) => part !== '').join(' '),
      ]),
    ],
  );
};

const ofSurvey = (survey: SurveyOfCase, at: number): Section => {
  const { suspicion, tried, notEnough, leastIntrusion } = survey.reasons;
  const dated = (moment: string | null): string | null => (moment === null ? null : momentDay(moment));
  return section(
    'Undersøkelse blant elever i saken (forskrift § 20-5)',
    `${survey.className}. Bedt om av ${survey.askedBy} ${momentDay(survey.askedAt)}.`,
    `survey.${at}`,
    [
      ['Vilkår', survey.conditions.map((one) => conditions[one]).join(', ')],
      ['Mistanken', suspicion],
      ['Hva annet som er prøvd', tried],
      ['Hvorfor det ikke er nok', notEnough],
      ['Hvorfor dette griper minst inn', leastIntrusion],
      ['Hva elevene ble spurt om', survey.criteria.join(', ')],
      ['Hvem som kunne lese svarene', survey.readers.join(', ')],
      [
        'Avgjort',
        survey.decidedBy === null || survey.decidedAt === null
          ? null
          : `${momentDay(survey.decidedAt)}, ${survey.decidedBy}. ${survey.decision ?? ''}`,
      ],
      ['Åpnet', dated(survey.openedAt)],
      ['Avsluttet', dated(survey.endedAt)],
      ['Antall som svarte', survey.answered === null ? null : String(survey.answered)],
      [
        'Svarene',
        survey.deletedAt === null
          ? `Slettes ${writtenDay(survey.deleteOn)}.`
          : `Slettet ${momentDay(survey.deletedAt)}.`,
      ],
    ],
  );
};

const ofMeeting = (point: MinutesOfCase, at: number): Section =>
  section(`Møte: ${point.title}`, writtenDay(point.heldOn), `meeting.${at}`, [
    ['Referat', point.minutes],
    ...point.additions.map(({ text, by, at: moment }): Line => [
      `Lagt til ${momentDay(moment)}, ${by}`,
      text,
    ]),
    ...point.tasks.map(({ what, owner, dueOn, doneAt }): Line => [
      'Oppgave',
      `${what} ${owner}, innen ${writtenDay(dueOn)}${doneAt === null ? '' : `, gjort ${momentDay(doneAt)}`}.`,
    ]),
  ]);

export const besideSections = ({ reports, meetings, surveys }: Beside): readonly Section[] =>
  [...reports.map(ofReport), ...surveys.map(ofSurvey), ...meetings.map(ofMeeting)].filter(
    ({ fields }) => fields.length > 0,
  );
