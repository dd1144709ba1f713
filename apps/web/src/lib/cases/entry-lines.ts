import type { CaseEntry, CaseEntryContent, CaseView } from '@samhold/contract';
import { longDate } from '#lib/format/dates.ts';
import { listed } from '#lib/format/numbers.ts';
import { originNames } from './case-words.ts';
import { effectNames, immediateNames, nextNames, partNames, reasonNames } from './choice-words.ts';

/** What an entry says, as label and words; an empty label stands for the words alone. */
export type Line = readonly [label: string, words: string];

type Context = {
  readonly person: (id: string | null) => string;
  readonly reference: (caseId: string) => string;
  readonly measure: (measureId: string) => string;
};

type Said<K extends CaseEntryContent['kind']> = Extract<CaseEntryContent, { readonly kind: K }>;
type Lines = {
  readonly [K in CaseEntryContent['kind']]: (said: Said<K>, context: Context) => readonly Line[];
};

const lines: Lines = {
  opened: ({ from, what, evidence }) => [
    ['Fra', originNames[from]],
    ['', what],
    ...evidence.map(({ title, sentences }) => [title, sentences.join('\n')] as const),
  ],
  stepped_in: ({ who, what }) => [
    ['Hvem', who],
    ['', what],
  ],
  no_need_to_step_in: ({ why }) => [['', why]],
  principal_told: ({ who, how, serious }) => [
    ['Varslet av', who],
    ['', how],
    ...(serious ? [['', 'Saken er alvorlig. Skoleeier skal varsles.'] as const] : []),
  ],
  owner_told: ({ who, how }) => [
    ['Hos skoleeier', who],
    ['', how],
  ],
  immediate_measures: ({ chosen, own, why }) => [
    ['Satt i gang', listed(chosen.map((one) => immediateNames[one].toLowerCase()))],
    ['', own],
    ['Hvorfor ikke', why],
  ],
  investigation_started: ({ talks, what }) => [
    ...talks.map(({ who, withWhom, untilOn }) => [who, `${withWhom}, innen ${longDate(untilOn)}`] as const),
    ['', what],
  ],
  pupil_heard: ({ who, words }) => [
    ['Snakket med', who],
    ['Eleven sier', words],
  ],
  information_checked: ({ what, how }) => [
    ['Sjekket', what],
    ['', how],
  ],
  investigation_concluded: ({ found, safe }) => [
    ['', found],
    ['Trygt og godt', safe ? 'Ja' : 'Nei'],
  ],
  plan: ({ measures }) => [['', `${measures.length} tiltak. Planen står øverst på siden.`]],
  measure_followed: ({ measureId, what }, { measure }) => [
    ['Tiltak', measure(measureId)],
    ['', what],
  ],
  evaluation: (said, { person, measure }) => [
    ['Med', listed(said.present.map((one) => partNames[one].toLowerCase()))],
    ['', said.absent],
    ...said.effects.map(
      ({ measureId, effect, next, comment }) =>
        [
          measure(measureId),
          [effectNames[effect], nextNames[next], comment].filter((one) => one !== '').join('. '),
        ] as const,
    ),
    ...said.pupilViews.map(({ pupilId, words }) => [`${person(pupilId)} sier`, words] as const),
    ['Foresatte sier', said.guardians],
    ['', said.conclusion],
    ...(said.nextOn === null ? [] : [['Evalueres igjen', longDate(said.nextOn)] as const]),
  ],
  closed: ({ words, why }, { person }) => [
    ...words.map((one) => [`${person(one.pupilId)} sier`, one.words] as const),
    ['', why],
  ],
  ended: ({ reason, why }) => [[reasonNames[reason], why]],
  reopened: ({ why }) => [['', why]],
  merged: ({ into, why }, { reference }) => [
    ['Går videre i', reference(into)],
    ['', why],
  ],
  taken_in: ({ caseId, why }, { reference }) => [
    ['Tatt inn', reference(caseId)],
    ['', why],
  ],
  split: ({ newCaseId, title, pupilIds, why }, { reference, person }) => [
    ['Ny sak', `${reference(newCaseId)} ${title}`],
    ['Elever', listed(pupilIds.map(person))],
    ['', why],
  ],
  pupil_added: ({ part, why }) => [[part === 'concerned' ? 'Saken gjelder eleven' : 'Involvert', why]],
  pupil_removed: ({ why }) => [['', why]],
  staff_added: ({ staffId, part, why }, { person }) => [
    [part === 'responsible' ? 'Har ansvar' : 'Deltar', person(staffId)],
    ['', why],
  ],
  staff_removed: ({ staffId, why }, { person }) => [
    ['Hvem', person(staffId)],
    ['', why],
  ],
  view: ({ whose, words }) => [[whose === 'pupil' ? 'Eleven sier' : 'Foresatte sier', words]],
  note: ({ text }) => [['', text]],
  round_asked: ({ text }) => [['', text]],
  round_approved: ({ text }) => [['', text]],
  round_declined: ({ text }) => [['', text]],
  round_withdrawn: ({ text }) => [['', text]],
  round_ended: ({ text }) => [['', text]],
  round_deleted: ({ text }) => [['', text]],
  correction: ({ text }) => [['', text]],
};

const contextOf = (view: CaseView): Context => {
  const plans = view.entries.flatMap(({ content }) => (content?.kind === 'plan' ? content.measures : []));
  const others = [...view.others, ...[view.mergedInto, view.splitFrom].filter((one) => one !== null)];
  return {
    person: (id) => (id === null ? 'Klassen' : (view.names[id] ?? '–')),
    reference: (caseId) => others.find((one) => one.caseId === caseId)?.reference ?? 'en annen sak',
    measure: (id) => plans.findLast(({ measureId }) => measureId === id)?.what ?? 'Tiltaket',
  };
};

/** The lines of an entry that say something. */
export const linesOf = (view: CaseView, { content, pupilId }: CaseEntry): readonly Line[] => {
  if (content === null) return [['', 'Innholdet kan ikke åpnes.']];
  const context = contextOf(view);
  // The row of the table is the one of the content's own kind.
  const of = lines[content.kind] as (said: CaseEntryContent, context: Context) => readonly Line[];
  const about = pupilId === null ? [] : [['Elev', context.person(pupilId)] as const];
  return [...about, ...of(content, context)].filter(([, words]) => words.trim() !== '');
};
