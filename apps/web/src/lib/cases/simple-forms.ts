import type { CaseEntryKind, CaseView, EndReason, RecordableContent, WhoseView } from '@samhold/contract';
import { reasonNames } from './choice-words.ts';

export type Values = Readonly<Record<string, string>>;

export type Option = readonly [value: string, text: string];

export type Field = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** `lines` for a text, `line` for a name, else a choice among these. */
  readonly input: 'lines' | 'line' | readonly Option[];
  readonly optional?: true;
};

export type SimpleForm = {
  readonly lead?: string;
  /** Which pupil it is about. */
  readonly pupil?: 'one' | 'maybe';
  readonly fields: (view: CaseView) => readonly Field[];
  readonly content: (values: Values) => RecordableContent;
};

const lines = (name: string, label: string, hint?: string): Field => ({
  ...{ name, label, input: 'lines' },
  ...(hint === undefined ? {} : { hint }),
});
const line = (name: string, label: string): Field => ({ name, label, input: 'line' });
const text = (values: Values, name: string): string => (values[name] ?? '').trim();
const why = lines('why', 'Hvorfor?');

const choose = (name: string, label: string, options: readonly Option[]): Field => ({
  ...{ name, label, input: options },
});

const runningMeasures = ({ entries }: CaseView): readonly Option[] => {
  const plan = entries.findLast(({ kind }) => kind === 'plan')?.content;
  return plan?.kind === 'plan' ? plan.measures.map(({ measureId, what }) => [measureId, what] as const) : [];
};

/** What is recorded by a few fields and nothing more. */
export const simpleForms: Readonly<Partial<Record<CaseEntryKind, SimpleForm>>> = {
  stepped_in: {
    fields: () => [line('who', 'Hvem grep inn?'), lines('what', 'Hva ble gjort?')],
    content: (v) => ({ kind: 'stepped_in', who: text(v, 'who'), what: text(v, 'what') }),
  },
  no_need_to_step_in: {
    fields: () => [lines('why', 'Hvorfor trengs det ikke?')],
    content: (v) => ({ kind: 'no_need_to_step_in', why: text(v, 'why') }),
  },
  principal_told: {
    fields: () => [
      line('who', 'Hvem varslet?'),
      lines('how', 'Hva fikk rektor vite, og hvordan?'),
      choose('serious', 'Er saken så alvorlig at skoleeier skal varsles?', [
        ['no', 'Nei'],
        ['yes', 'Ja'],
      ]),
    ],
    content: (v) => ({
      ...{ kind: 'principal_told', who: text(v, 'who'), how: text(v, 'how') },
      serious: v['serious'] === 'yes',
    }),
  },
  owner_told: {
    fields: () => [line('who', 'Hvem hos skoleeier?'), lines('how', 'Hva fikk skoleeier vite, og hvordan?')],
    content: (v) => ({ kind: 'owner_told', who: text(v, 'who'), how: text(v, 'how') }),
  },
  pupil_heard: {
    pupil: 'one',
    fields: () => [
      line('who', 'Hvem snakket med eleven?'),
      lines('words', 'Hva sier eleven?', 'Skriv det med elevens egne ord.'),
    ],
    content: (v) => ({ kind: 'pupil_heard', who: text(v, 'who'), words: text(v, 'words') }),
  },
  information_checked: {
    lead: 'Opplysninger fra en undersøkelse skal sjekkes før dere velger tiltak.',
    fields: () => [lines('what', 'Hva er sjekket?'), lines('how', 'Hvordan, og hva viste det?')],
    content: (v) => ({ kind: 'information_checked', what: text(v, 'what'), how: text(v, 'how') }),
  },
  investigation_concluded: {
    fields: () => [
      lines('found', 'Hva fant dere?'),
      choose('safe', 'Har eleven det trygt og godt?', [
        ['no', 'Nei'],
        ['yes', 'Ja'],
      ]),
    ],
    content: (v) => ({
      ...{ kind: 'investigation_concluded', found: text(v, 'found') },
      safe: v['safe'] === 'yes',
    }),
  },
  measure_followed: {
    fields: (view) => [
      choose('measureId', 'Hvilket tiltak?', runningMeasures(view)),
      lines('what', 'Hva er gjort, og hvordan gikk det?'),
    ],
    content: (v) => ({ kind: 'measure_followed', measureId: text(v, 'measureId'), what: text(v, 'what') }),
  },
  ended: {
    lead: 'Skolen evaluerer ikke saken videre her. Det som står i den, blir stående.',
    fields: () => [choose('reason', 'Grunn', Object.entries(reasonNames)), why],
    content: (v) => ({
      // One of the names above.
      ...{ kind: 'ended', reason: text(v, 'reason') as EndReason, why: text(v, 'why') },
    }),
  },
  reopened: {
    lead: 'Saken undersøkes på nytt.',
    fields: () => [lines('why', 'Hva har skjedd?')],
    content: (v) => ({ kind: 'reopened', why: text(v, 'why') }),
  },
  pupil_removed: {
    pupil: 'one',
    fields: () => [why],
    content: (v) => ({ kind: 'pupil_removed', why: text(v, 'why') }),
  },
  view: {
    pupil: 'maybe',
    fields: () => [
      choose('whose', 'Hvem sitt syn?', [
        ['pupil', 'Elevens'],
        ['guardian', 'Foresattes'],
      ]),
      lines('words', 'Hva sier de?', 'Det blir stående ved siden av det skolen har skrevet.'),
    ],
    content: (v) => ({
      // One of the two above.
      ...{ kind: 'view', whose: text(v, 'whose') as WhoseView, words: text(v, 'words') },
    }),
  },
  note: {
    pupil: 'maybe',
    fields: () => [lines('text', 'Hva har du sett, hørt eller avtalt?')],
    content: (v) => ({ kind: 'note', text: text(v, 'text') }),
  },
};
