import type { PeriodKind, PlanRoundView } from '@samhold/contract';

export const periodKindName: Readonly<Record<PeriodKind, string>> = {
  free: 'Fri',
  national_survey: 'Undersøkelse',
  municipal_survey: 'Undersøkelse',
};

export const roundStateName: Readonly<Record<PlanRoundView['state'], string>> = {
  planned: 'planlagt',
  open: 'åpnet',
  ended: 'avsluttet',
};

const months = [
  'Januar',
  'Februar',
  'Mars',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Desember',
];

/** «Oktober 2026» from 2026-10. */
export const monthName = (month: string): string =>
  `${months[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`;
