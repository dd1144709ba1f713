import type { HoldKind, PupilRights } from '@samhold/contract';

export const holdNames: Readonly<Record<HoldKind, string>> = {
  restricted: 'Begrenset',
  held: 'Holdes tilbake fra sletting',
};

type Kind = PupilRights['kept'][number]['kind'];

const counted: Readonly<Record<Kind, readonly [one: string, more: string]>> = {
  responses: ['besvarelse', 'besvarelser'],
  choices: ['valg av eleven i sosiogram', 'valg av eleven i sosiogram'],
  signals: ['tegn', 'tegn'],
  notes: ['notat', 'notater'],
  talks: ['elevsamtale', 'elevsamtaler'],
};

/** «3 besvarelser» */
export const keptWords = ({ kind, count }: PupilRights['kept'][number]): string =>
  `${count} ${counted[kind][count === 1 ? 0 : 1]}`;

const classNames: Readonly<Record<string, string>> = {
  'raw answers': 'svar, valg og notater',
  case: 'meldinger og referater',
  roster: 'elevliste',
  staff: 'ansattes varsler og innstillinger',
  session: 'innlogginger',
  'access log': 'innsynslogg',
};

export const className = (name: string): string => classNames[name] ?? name;
