import type { FormFault, SittingStatus } from '@samhold/contract';

export type PupilState = SittingStatus['pupils'][number]['state'];

const names: Readonly<Record<PupilState, string>> = {
  responded: 'har svart',
  answering: 'svarer nå',
  not_started: 'ikke begynt',
  locked: 'låst etter for mange forsøk',
  answers_later: 'svarer senere',
};

const marks: Readonly<Record<PupilState, string>> = {
  responded: '✓',
  answering: '…',
  not_started: '○',
  locked: '!',
  answers_later: '↷',
};

/** Those who need the teacher first; else by state, and within a state the order of the list is kept. */
const order: readonly PupilState[] = ['locked', 'not_started', 'answering', 'answers_later', 'responded'];

const refusals: Readonly<Record<string, string>> = {
  part_unreadable: 'det lot seg ikke åpne',
  part_malformed: 'det hadde ikke riktig form',
  unknown_item: 'spørsmålet finnes ikke i denne undersøkelsen',
  unknown_option: 'svaralternativet finnes ikke i denne undersøkelsen',
  wrong_item_type: 'svaret passet ikke til spørsmålet',
  duplicate_item: 'samme spørsmål var besvart to ganger',
  criterion_not_asked: 'spørsmålet er ikke med i denne runden',
  too_many_choices: 'det var valgt flere enn runden tillater',
  duplicate_nominee: 'samme elev var valgt to ganger',
  self_nomination: 'eleven hadde valgt seg selv',
  nominee_not_on_list: 'en som var valgt, står ikke på klasselisten',
};

/** Why an answer could not be stored. */
export const refusalSentence = (code: string): string =>
  `Et svar kunne ikke lagres: ${refusals[code] ?? 'det kom noe uventet'}.`;

/** What lies on a tablet and can never be handed over. */
export const setAsideSentence = (count: number): string =>
  `${String(count)} svar på nettbrettet kunne ikke leses.`;

const faults: Readonly<Record<FormFault['code'], string>> = {
  unreadable: 'Undersøkelsen lot seg ikke lese',
  nothing_asked: 'Undersøkelsen har ingen spørsmål',
  unknown_item_type: 'er av en type som nettbrettet ikke kjenner',
  no_text: 'mangler tekst',
  no_options: 'mangler svaralternativer',
  option_without_text: 'har et svaralternativ uten tekst',
  unknown_symbol: 'har en tegning som nettbrettet ikke kjenner',
};

/** Why the tablet could not show the pupil the questions, and what to do. */
export const formFaultSentences = (found: readonly FormFault[]): readonly string[] =>
  found.length === 0
    ? []
    : [
        ...found.map(
          ({ number, code }) => `${number === null ? '' : `Spørsmål ${String(number)} `}${faults[code]}.`,
        ),
        'Eleven fikk ikke begynt. Prøv et annet nettbrett, eller meld fra til den som har ansvar for Samhold.',
      ];

export const stateName = (state: PupilState): string => names[state];
export const stateMark = (state: PupilState): string => marks[state];

const isLost = ({ refused, setAside, formFaults }: SittingStatus['pupils'][number]): boolean =>
  refused.length > 0 || setAside > 0 || formFaults.length > 0;

export const byNeed = (pupils: SittingStatus['pupils']): SittingStatus['pupils'] =>
  pupils.toSorted(
    (a, b) =>
      Number(b.late > 0) - Number(a.late > 0) ||
      Number(isLost(b)) - Number(isLost(a)) ||
      order.indexOf(a.state) - order.indexOf(b.state),
  );

/** «3 ikke begynt · 1 svarer nå», in the same order, states nobody is in left out. */
export const stateSummary = (pupils: SittingStatus['pupils']): string =>
  order
    .map((state) => ({ state, count: pupils.filter((pupil) => pupil.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${names[state]}`)
    .join(' · ');
