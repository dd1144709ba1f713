import type { CaseEntryKind, CaseOrigin, ContentOf } from '@samhold/contract';

/** What a party reads over each thing that was done. */
export const partyHeadings: Readonly<Partial<Record<CaseEntryKind, string>>> = {
  opened: 'Slik ble saken kjent',
  stepped_in: 'Skolen grep inn',
  no_need_to_step_in: 'Skolen trengte ikke gripe inn',
  principal_told: 'Rektor fikk vite det',
  owner_told: 'Skoleeieren fikk vite det',
  immediate_measures: 'Strakstiltak',
  investigation_started: 'Undersøkelsen begynte',
  pupil_heard: 'Eleven fortalte',
  information_checked: 'Opplysninger ble sjekket',
  investigation_concluded: 'Hva undersøkelsen viste',
  plan: 'Tiltaksplan',
  measure_followed: 'Slik gikk det med et tiltak',
  evaluation: 'Evaluering',
  closed: 'Saken ble avsluttet',
  ended: 'Saken gikk videre et annet sted',
  reopened: 'Saken ble åpnet igjen',
  view: 'Eleven eller foresatte om saken',
  correction: 'Rettelse',
};

/** Notes of staff among themselves, and how the case was kept: for an archive only, since it names others. */
export const housekeeping: Readonly<Partial<Record<CaseEntryKind, string>>> = {
  note: 'Notat',
  round_asked: 'Spørreundersøkelse: bedt om',
  round_approved: 'Spørreundersøkelse: godkjent',
  round_declined: 'Spørreundersøkelse: ikke godkjent',
  round_withdrawn: 'Spørreundersøkelse: trukket tilbake',
  round_ended: 'Spørreundersøkelse: avsluttet',
  round_deleted: 'Spørreundersøkelse: svarene slettet',
  merged: 'Saken ble slått sammen med en annen',
  taken_in: 'En annen sak ble tatt inn i denne',
  split: 'Saken ble delt',
  pupil_added: 'En elev kom inn i saken',
  pupil_removed: 'En elev gikk ut av saken',
  staff_added: 'En ansatt kom inn i saken',
  staff_removed: 'En ansatt gikk ut av saken',
};

export const originWords: Readonly<Record<CaseOrigin, string>> = {
  staff: 'ansatt ved skolen',
  signal: 'tegn i en undersøkelse, bekreftet av skolen',
  talk_wish: 'ønske fra en elev om å snakke med en voksen',
  incident: 'melding om en hendelse',
  guardian: 'foresatte',
  pupil: 'eleven selv',
  survey: 'resultater av Elevundersøkelsen',
  split: 'en annen sak, som ble delt',
};

export const immediateWords: Readonly<Record<ContentOf<'immediate_measures'>['chosen'][number], string>> = {
  more_supervision: 'styrket inspeksjon',
  other_breaks: 'andre tilbud i friminuttene',
  daily_talks: 'daglige samtaler med eleven',
  daily_contact_with_guardians: 'daglig kontakt med foresatte',
  other_groups: 'omorganiserte grupper',
  other_seats: 'endret plassering i klasserommet',
  more_adults: 'flere voksne i klassen',
};

type Evaluation = ContentOf<'evaluation'>;

export const presentWords: Readonly<Record<Evaluation['present'][number], string>> = {
  pupil: 'eleven',
  guardians: 'foresatte',
  contact_teacher: 'kontaktlærer',
  social_teacher: 'sosiallærer',
  leadership: 'skolens ledelse',
  others: 'andre',
};

export const effectWords: Readonly<Record<Evaluation['effects'][number]['effect'], string>> = {
  works: 'har hjulpet',
  partly: 'har hjulpet noe',
  none: 'har ikke hjulpet',
  too_early: 'er for tidlig å si noe om',
};

export const nextWords: Readonly<Record<Evaluation['effects'][number]['next'], string>> = {
  go_on: 'fortsetter',
  change: 'endres',
  end: 'avsluttes',
};

export const levelWords: Readonly<Record<ContentOf<'plan'>['measures'][number]['level'], string>> = {
  pupil: 'eleven',
  class: 'klassen',
  school: 'skolen',
};

export const endWords: Readonly<Record<ContentOf<'ended'>['reason'], string>> = {
  moved: 'eleven har byttet skole',
  taken_over: 'saken er tatt over av andre',
  other: 'annen grunn',
};
