import type {
  CaseCounter,
  CaseDuty,
  CaseEntryKind,
  CaseNeed,
  CaseOrigin,
  CaseRow,
  CaseStage,
  CaseUrgency,
} from '@samhold/contract';
import { longDate } from '#lib/format/dates.ts';
import { counted, listed } from '#lib/format/numbers.ts';

export const stageNames: Readonly<Record<CaseStage, string>> = {
  reported: 'Meldt',
  told: 'Rektor er varslet',
  investigating: 'Undersøkes',
  investigated: 'Undersøkt',
  planned: 'Tiltaksplan i gang',
  evaluated: 'Evaluert',
  closed: 'Avsluttet',
  merged: 'Slått sammen',
};

export const dutyNames: Readonly<Record<CaseDuty, string>> = {
  follow: 'Følge med',
  step_in: 'Gripe inn',
  tell: 'Melde fra',
  investigate: 'Undersøke',
  measures: 'Tiltak',
  evaluate: 'Evaluere',
};

/** What the duty asks for (10.1–10.6 of the plan). */
export const dutyTasks: Readonly<Record<CaseDuty, string>> = {
  follow: 'Skolen har fått vite eller mistenker at en elev ikke har det trygt og godt.',
  step_in: 'Stopp det som skjer, eller skriv hvorfor det ikke trengs.',
  tell: 'Rektor får vite det. I alvorlige saker får også skoleeier vite det.',
  investigate:
    'Avklar om det trengs strakstiltak, snakk med dem det gjelder, hør eleven, og sjekk opplysningene.',
  measures: 'Lag en skriftlig plan med tiltak, hvem som gjør dem, når, og når de evalueres.',
  evaluate: 'Evaluer sammen med eleven og foresatte. Saken avsluttes når eleven har det trygt og godt.',
};

export const entryNames: Readonly<Record<CaseEntryKind, string>> = {
  opened: 'Saken er åpnet',
  stepped_in: 'Grepet inn',
  no_need_to_step_in: 'Ikke behov for å gripe inn',
  principal_told: 'Rektor varslet',
  owner_told: 'Skoleeier varslet',
  immediate_measures: 'Strakstiltak',
  investigation_started: 'Undersøkelsen er i gang',
  pupil_heard: 'Eleven er hørt',
  information_checked: 'Opplysninger er sjekket',
  investigation_concluded: 'Undersøkelsen er ferdig',
  round_asked: 'Bedt om å spørre elevene',
  round_approved: 'Ledelsen har godkjent at elevene spørres',
  round_declined: 'Ledelsen har sagt nei til å spørre elevene',
  round_withdrawn: 'Elevene spørres ikke likevel',
  round_ended: 'Elevene er spurt',
  round_deleted: 'Svarene fra elevene er slettet',
  plan: 'Tiltaksplan',
  measure_followed: 'Tiltak fulgt opp',
  evaluation: 'Evaluering',
  closed: 'Saken er avsluttet',
  ended: 'Saken er ført over',
  reopened: 'Saken er åpnet igjen',
  merged: 'Slått sammen med en annen sak',
  taken_in: 'En annen sak er slått sammen med denne',
  split: 'Delt i to saker',
  pupil_added: 'Elev lagt til',
  pupil_removed: 'Elev tatt ut',
  staff_added: 'Ansatt med i saken',
  staff_removed: 'Ansatt ute av saken',
  view: 'Syn på saken',
  note: 'Notat',
  correction: 'Rettelse',
};

/** On the button that opens the form. */
export const entryActions: Readonly<Partial<Record<CaseEntryKind, string>>> = {
  stepped_in: 'Skriv hva dere gjorde',
  no_need_to_step_in: 'Ikke behov for å gripe inn',
  principal_told: 'Før at rektor er varslet',
  owner_told: 'Før at skoleeier er varslet',
  immediate_measures: 'Strakstiltak',
  investigation_started: 'Planlegg undersøkelsen',
  pupil_heard: 'Før en samtale med eleven',
  information_checked: 'Før hva som er sjekket',
  investigation_concluded: 'Oppsummer undersøkelsen',
  plan: 'Lag tiltaksplan',
  measure_followed: 'Følg opp et tiltak',
  evaluation: 'Evaluer',
  closed: 'Avslutt saken',
  ended: 'Før saken over',
  reopened: 'Åpne saken igjen',
  merged: 'Slå sammen med en annen sak',
  split: 'Del saken',
  pupil_added: 'Legg til elev',
  pupil_removed: 'Ta ut elev',
  staff_added: 'Legg til ansatt',
  staff_removed: 'Ta ut ansatt',
  view: 'Skriv elevens eller foresattes syn',
  note: 'Skriv et notat',
};

export const needWords: Readonly<Record<CaseNeed, string>> = {
  stepped_in: 'det står om dere har grepet inn',
  told: 'de som skal varsles, er varslet',
  every_pupil_heard: 'hver elev saken gjelder, er hørt',
  information_checked: 'opplysningene er sjekket',
  investigation_concluded: 'undersøkelsen er oppsummert',
  plan_of_every_pupil: 'det er en plan som gjelder alle elevene i saken',
  plan_evaluated: 'planen er evaluert',
};

/** «kan gjøres når rektor er varslet og …» */
export const missingWords = (missing: readonly CaseNeed[]): string =>
  `kan gjøres når ${listed(missing.map((need) => needWords[need]))}.`;

/** Of the stage that something first can be done from. */
export const laterWords: Readonly<Partial<Record<CaseEntryKind, string>>> = {
  investigation_started: 'kan gjøres når rektor er varslet.',
  information_checked: 'kan gjøres når undersøkelsen er planlagt.',
  investigation_concluded: 'kan gjøres når undersøkelsen er planlagt.',
  plan: 'kan gjøres når undersøkelsen er oppsummert.',
  evaluation: 'kan gjøres når det er en tiltaksplan.',
  closed: 'kan gjøres når tiltakene er evaluert, eller undersøkelsen viser at eleven har det trygt og godt.',
};

export const originNames: Readonly<Record<CaseOrigin, string>> = {
  staff: 'En ansatt',
  signal: 'Et tegn fra en undersøkelse',
  talk_wish: 'Eleven ba om å få snakke',
  incident: 'En melding om en hendelse',
  guardian: 'Foresatte',
  pupil: 'Eleven selv',
  survey: 'Elevundersøkelsen',
  split: 'En annen sak',
};

/** What of its beginning is written into a case. */
export const copiedWords: Readonly<Partial<Record<CaseOrigin, string>>> = {
  signal: 'Det tegnet bygger på, kopieres inn i saken og står der også når svarene er slettet.',
  talk_wish: 'I saken kommer det til å stå at eleven ba om å få snakke med en voksen, og når.',
  survey: 'De lave tallene fra Elevundersøkelsen kopieres inn i saken.',
  incident: 'Det som står i meldingen, kopieres inn i saken, og meldingen hører til i den fra nå av.',
};

export const urgencyNames: Readonly<Record<CaseUrgency, string>> = {
  evaluation_overdue: 'Evaluering forfalt',
  past_norm: 'Over normen',
  nobody_responsible: 'Ingen har ansvar',
  evaluation_soon: 'Evalueres snart',
  running: 'I gang',
  done: 'Avsluttet',
};

export const isPressing = (urgency: CaseUrgency): boolean =>
  urgency === 'evaluation_overdue' || urgency === 'past_norm' || urgency === 'nobody_responsible';

/** «3 skoledager siden skolen fikk vite om det. Norm: 5 skoledager, ikke en lovfrist.» */
export const counterWords = ({ days, norm, stoppedOn }: CaseCounter): string => {
  const since = counted(days, 'skoledag', 'skoledager');
  return stoppedOn === null
    ? `${since} siden skolen fikk vite om det. Norm: ${norm} skoledager, ikke en lovfrist.`
    : `${since} fra skolen fikk vite om det til ${longDate(stoppedOn)}.`;
};

export const shortCounter = ({ days, stoppedOn }: CaseCounter): string =>
  stoppedOn === null ? counted(days, 'skoledag', 'skoledager') : `stanset etter ${days}`;

export const aboutWords = ({ pupils, className }: Pick<CaseRow, 'pupils' | 'className'>): string =>
  [...(className === null ? [] : [`Klasse ${className}`]), ...pupils.map(({ label }) => label)].join(', ');
