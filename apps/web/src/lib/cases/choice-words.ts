import type {
  EndReason,
  EvaluationPart,
  ImmediateMeasure,
  JudgedEffect,
  MeasureLevel,
  MeasureNext,
} from '@samhold/contract';

/** The plan's own list of measures that can be taken at once (10.4). */
export const immediateNames: Readonly<Record<ImmediateMeasure, string>> = {
  more_supervision: 'Styrke inspeksjonen',
  other_breaks: 'Alternative tilbud i friminuttene',
  daily_talks: 'Daglige samtaler med eleven',
  daily_contact_with_guardians: 'Daglig kontakt med foresatte',
  other_groups: 'Omorganisere grupper',
  other_seats: 'Endre plassering i klasserommet',
  more_adults: 'Flere voksne i klassen',
};

export const levelNames: Readonly<Record<MeasureLevel, string>> = {
  pupil: 'Eleven',
  class: 'Klassen',
  school: 'Skolen',
};

export const effectNames: Readonly<Record<JudgedEffect, string>> = {
  works: 'Virker',
  partly: 'Virker delvis',
  none: 'Virker ikke',
  too_early: 'For tidlig å si',
};

export const nextNames: Readonly<Record<MeasureNext, string>> = {
  go_on: 'Fortsett',
  change: 'Endre',
  end: 'Avslutt tiltaket',
};

export const partNames: Readonly<Record<EvaluationPart, string>> = {
  pupil: 'Eleven',
  guardians: 'Foresatte',
  contact_teacher: 'Kontaktlærer',
  social_teacher: 'Sosiallærer',
  leadership: 'Ledelsen',
  others: 'Andre',
};

export const reasonNames: Readonly<Record<EndReason, string>> = {
  moved: 'Eleven har byttet skole',
  taken_over: 'Andre har tatt over saken',
  other: 'Annet',
};
