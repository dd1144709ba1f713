import type {
  IncidentPlace,
  IncidentRow,
  IncidentStepKind,
  IncidentTeller,
  OwnIncident,
  PupilOfSchool,
} from '@samhold/contract';
import { longDate } from '#lib/format/dates.ts';
import { listed } from '#lib/format/numbers.ts';

export const placeWords: Readonly<Record<IncidentPlace, string>> = {
  classroom: 'I klasserommet',
  playground: 'I skolegården',
  corridor: 'I gangen',
  changing_room: 'I garderoben eller på toalettet',
  gym: 'I gymsalen',
  after_school: 'På aktivitetsskolen',
  way_to_school: 'På skoleveien',
  trip: 'På tur',
  online: 'På nett',
  elsewhere: 'Et annet sted',
};

/** Who has told it, as a choice in the form. */
export const tellerWords: Readonly<Record<IncidentTeller, string>> = {
  employee: 'Jeg så eller hørte det selv',
  pupil: 'En elev fortalte det',
  guardian: 'En foresatt fortalte det',
};

export const toldByWords: Readonly<Record<IncidentTeller, string>> = {
  employee: 'sett eller hørt av en ansatt',
  pupil: 'fortalt av en elev',
  guardian: 'fortalt av en foresatt',
};

export const standingWords: Readonly<Record<OwnIncident['standing'], string>> = {
  received: 'Mottatt',
  followed_up: 'Blir fulgt opp',
};

export const stateWords = ({ state, received }: Pick<IncidentRow, 'state' | 'received'>): string => {
  if (state === 'in_case') return 'I en sak';
  if (state === 'logged') return 'Loggført';
  return received ? 'Tatt imot' : 'Ny';
};

export const stepWords: Readonly<Record<IncidentStepKind, string>> = {
  seen: 'Tatt imot',
  guardians_told: 'Foresatte er informert',
  logged: 'Loggført uten sak',
  in_case: 'Tatt inn i en sak',
  addition: 'Lagt til',
  owner_told: 'Meldt til skoleeier',
  accused_named: 'Ført på hvem det gjelder',
};

/** «Ada Berg (5A) og Bo Lie (5A)»; in words of the report when nobody was chosen. */
export const pupilWords = (pupils: readonly PupilOfSchool[]): string =>
  pupils.length === 0
    ? 'Ingen elev er valgt'
    : listed(pupils.map(({ name, className }) => (className === '' ? name : `${name} (${className})`)));

export const whenWords = (happenedOn: string, happenedAt: string | null): string =>
  longDate(happenedOn) + (happenedAt === null ? '' : ` kl. ${happenedAt.replace(':', '.')}`);
