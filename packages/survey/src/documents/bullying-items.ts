import type { ChoiceItem } from '../questionnaire.ts';

const shared = {
  type: 'choice',
  scaleId: 'frequency',
  theme: 'bullying',
  ageRange: { from: 10, to: 13 },
  sensitive: true,
  comparisonCore: true,
} as const;

/** «To eller tre ganger i måneden» or more often counts as bullied, the threshold Elevundersøkelsen uses. */
const thresholdOptionId = 'two-three-a-month';

/** Experienced treatment, naming nobody. */
export const bullyingItems5To7: readonly ChoiceItem[] = [
  {
    ...shared,
    id: 'w57-bullied-pupils',
    text: {
      nb: 'Hvor ofte har andre elever mobbet deg de siste ukene?',
      nn: 'Kor ofte har andre elevar mobba deg dei siste vekene?',
      en: 'How often have other pupils bullied you in the last few weeks?',
    },
    explanation: {
      nb: 'Mobbing kan være at andre sier eller gjør vonde ting mot deg, eller at du blir holdt utenfor.',
      nn: 'Mobbing kan vere at andre seier eller gjer vonde ting mot deg, eller at du blir halden utanfor.',
      en: 'Bullying can be when others say or do hurtful things to you, or leave you out.',
    },
    source: 'Handlingsplanen 3.1 og Elevundersøkelsens terskel. Samholds egen ordlyd.',
    bullying: { by: 'pupils', thresholdOptionId },
  },
  {
    ...shared,
    id: 'w57-bullied-digital',
    text: {
      nb: 'Hvor ofte har noen mobbet deg på nett eller mobil de siste ukene?',
      nn: 'Kor ofte har nokon mobba deg på nett eller mobil dei siste vekene?',
      en: 'How often has someone bullied you online or by phone in the last few weeks?',
    },
    explanation: {
      nb: 'Det kan skje i meldinger, bilder, spill eller grupper på nett.',
      nn: 'Det kan skje i meldingar, bilete, spel eller grupper på nett.',
      en: 'It can happen in messages, pictures, games or groups online.',
    },
    source: 'Handlingsplanen 2.2.4 og Elevundersøkelsens terskel. Samholds egen ordlyd.',
    bullying: { by: 'digital', thresholdOptionId },
  },
  {
    ...shared,
    id: 'w57-bullied-adults',
    text: {
      nb: 'Hvor ofte har en voksen på skolen mobbet deg de siste ukene?',
      nn: 'Kor ofte har ein vaksen på skulen mobba deg dei siste vekene?',
      en: 'How often has an adult at school bullied you in the last few weeks?',
    },
    explanation: {
      nb: 'Voksne på skolen er lærere, assistenter og andre som jobber her.',
      nn: 'Vaksne på skulen er lærarar, assistentar og andre som jobbar her.',
      en: 'Adults at school are teachers, assistants and others who work here.',
    },
    source: 'Opplæringslova § 12-5, handlingsplanen 3.1 og Elevundersøkelsens terskel. Samholds egen ordlyd.',
    bullying: { by: 'adults', thresholdOptionId },
  },
];
