import type { CaseEntry, CaseEntryContent, CaseView, ContentOf } from '@samhold/contract';
import { writtenDay } from '../calendar-days.ts';
import * as words from './case-words.ts';

/** Something a person wrote, to be read before anybody outside the school does. */
export type WrittenField = { readonly key: string; readonly label: string; readonly text: string };

export type PlannedMeasure = {
  readonly what: WrittenField;
  readonly level: string;
  readonly responsible: string;
  readonly period: string;
};

export type Told = {
  readonly fields: readonly WrittenField[];
  readonly measures?: readonly PlannedMeasure[];
  /** Beside the date: chosen or reckoned, never written freely. */
  readonly beside?: string;
};

export type Reading = {
  readonly view: CaseView;
  readonly entry: CaseEntry;
  /** Whose guardians read it; null for an archive, which gets all there is. */
  readonly pupilId: string | null;
  readonly field: (name: string, label: string, text: string) => readonly WrittenField[];
};

type Tells<K extends CaseEntryContent['kind']> = (said: ContentOf<K>, of: Reading) => Told;

const labelOf = (view: CaseView, pupilId: string | null): string =>
  view.pupils.find((one) => one.pupilId === pupilId)?.label ?? '';

/** A class as such has words of no one pupil; those of another pupil are not a party's to read. */
const ofReader = <T extends { readonly pupilId: string | null }>(
  rows: readonly T[],
  { pupilId, view }: Reading,
): readonly { readonly row: T; readonly at: number; readonly whose: string }[] =>
  rows.flatMap((row, at) => {
    if (pupilId !== null && row.pupilId !== null && row.pupilId !== pupilId) return [];
    const label = pupilId === null ? labelOf(view, row.pupilId) : '';
    return [{ row, at, whose: label === '' ? '' : ` (${label})` }];
  });

/** Who an entry is about, for whoever reads of more than one. */
const about = ({ view, entry, pupilId }: Reading): string =>
  pupilId === null ? labelOf(view, entry.pupilId) : '';

const measureText = (view: CaseView, measureId: string): string => {
  for (const { content } of view.entries.toReversed()) {
    const found =
      content?.kind === 'plan' ? content.measures.find((one) => one.measureId === measureId) : undefined;
    if (found !== undefined) return found.what;
  }
  return 'Tiltaket';
};

const toldTo = (said: { readonly who: string; readonly how: string }, { field }: Reading): Told => ({
  fields: [...field('who', 'Hvem', said.who), ...field('how', 'Hvordan', said.how)],
});

const why = (said: { readonly why: string }, { field }: Reading): Told => ({
  fields: field('why', 'Hvorfor', said.why),
});

const plan: Tells<'plan'> = (said, of) => ({
  beside: `evalueres ${said.evaluateOn.map(writtenDay).join(' og ')}`,
  fields: [
    ...of.field('problem', 'Hva tiltakene skal løse', said.problem),
    ...ofReader(said.views, of).flatMap(({ row, at, whose }) => [
      ...of.field(`views.${at}.child`, `Elevens syn${whose}`, row.child),
      ...of.field(`views.${at}.guardians`, `Foresattes syn${whose}`, row.guardians),
      ...of.field(`views.${at}.bestInterest`, `Hvorfor dette er best for barnet${whose}`, row.bestInterest),
    ]),
  ],
  measures: said.measures.flatMap((measure, at) =>
    of.field(`measures.${at}.what`, 'Tiltak', measure.what).map((what) => ({
      what,
      level: words.levelWords[measure.level],
      responsible: of.view.names[measure.responsibleId] ?? '–',
      period: `${writtenDay(measure.fromOn)} – ${writtenDay(measure.toOn)}`,
    })),
  ),
});

const evaluation: Tells<'evaluation'> = (said, of) => ({
  beside: [
    `til stede: ${said.present.map((one) => words.presentWords[one]).join(', ')}`,
    ...(said.nextOn === null ? [] : [`neste evaluering ${writtenDay(said.nextOn)}`]),
  ].join(', '),
  fields: [
    ...of.field('absent', 'Hvorfor noen ikke var med', said.absent),
    ...ofReader(said.pupilViews, of).flatMap(({ row, at, whose }) =>
      of.field(`pupilViews.${at}`, `Elevens syn${whose}`, row.words),
    ),
    ...of.field('guardians', 'Foresattes syn', said.guardians),
    ...said.effects.flatMap((one, at) =>
      of.field(
        `effects.${at}`,
        `Et tiltak som ${words.effectWords[one.effect]} og ${words.nextWords[one.next]}`,
        [measureText(of.view, one.measureId), one.comment].filter((text) => text.trim() !== '').join('\n'),
      ),
    ),
    ...of.field('conclusion', 'Konklusjon', said.conclusion),
  ],
});

const ofRound = (said: { readonly text: string }, { field }: Reading) => ({
  fields: field('text', 'Spørreundersøkelse', said.text),
});

/** What is read of each kind of entry. A party never gets to those that are not in `headings.party`. */
export const tells: { readonly [K in CaseEntryContent['kind']]: Tells<K> } = {
  opened: (said, { field }) => ({
    beside: `kjent gjennom ${words.originWords[said.from]}`,
    fields: [
      ...field('what', 'Hva skolen fikk vite', said.what),
      ...said.evidence.flatMap((one, at) =>
        field(`evidence.${at}`, 'Grunnlag', [one.title, ...one.sentences].join('\n')),
      ),
    ],
  }),
  stepped_in: (said, { field }) => ({
    fields: [...field('who', 'Hvem', said.who), ...field('what', 'Hva som ble gjort', said.what)],
  }),
  no_need_to_step_in: why,
  principal_told: toldTo,
  owner_told: toldTo,
  immediate_measures: (said, { field }) => ({
    beside: said.chosen.map((one) => words.immediateWords[one]).join(', '),
    fields: [...field('own', 'Andre tiltak', said.own), ...field('why', 'Hvorfor ingen trengtes', said.why)],
  }),
  investigation_started: (said, { field }) => ({
    fields: [
      ...said.talks.flatMap((one, at) =>
        field(`talks.${at}`, `Innen ${writtenDay(one.untilOn)}`, `${one.who} snakker med ${one.withWhom}`),
      ),
      ...field('what', 'Annet', said.what),
    ],
  }),
  pupil_heard: (said, of) => ({
    beside: about(of),
    fields: [...of.field('who', 'Snakket med', said.who), ...of.field('words', 'Elevens ord', said.words)],
  }),
  information_checked: (said, { field }) => ({
    fields: [...field('what', 'Hva', said.what), ...field('how', 'Hvordan', said.how)],
  }),
  investigation_concluded: (said, { field }) => ({
    beside: said.safe ? 'har det trygt og godt' : 'har det ikke trygt og godt',
    fields: field('found', 'Hva skolen fant', said.found),
  }),
  plan,
  measure_followed: (said, { field, view }) => ({
    fields: [
      ...field('measure', 'Tiltak', measureText(view, said.measureId)),
      ...field('what', 'Hva som er gjort', said.what),
    ],
  }),
  evaluation,
  closed: (said, of) => ({
    fields: [
      ...ofReader(said.words, of).flatMap(({ row, at, whose }) =>
        of.field(`words.${at}`, `Elevens ord om det er trygt og godt${whose}`, row.words),
      ),
      ...of.field('why', 'Skolens vurdering', said.why),
    ],
  }),
  ended: (said, of) => ({ beside: words.endWords[said.reason], ...why(said, of) }),
  reopened: why,
  view: (said, of) => ({
    beside: [said.whose === 'pupil' ? 'eleven' : 'foresatte', about(of)]
      .filter((one) => one !== '')
      .join(', '),
    fields: of.field('words', 'Hva de sier', said.words),
  }),
  correction: (said, { field }) => ({ fields: field('text', 'Hva som skal være riktig', said.text) }),
  note: (said, { field }) => ({ fields: field('text', 'Notat', said.text) }),
  round_asked: ofRound,
  round_approved: ofRound,
  round_declined: ofRound,
  round_withdrawn: ofRound,
  round_ended: ofRound,
  round_deleted: ofRound,
  merged: why,
  taken_in: why,
  split: (said, of) => ({ fields: [...of.field('title', 'Ny sak', said.title), ...why(said, of).fields] }),
  pupil_added: (said, of) => ({ beside: about(of), ...why(said, of) }),
  pupil_removed: (said, of) => ({ beside: about(of), ...why(said, of) }),
  staff_added: (said, of) => ({ beside: of.view.names[said.staffId] ?? '', ...why(said, of) }),
  staff_removed: (said, of) => ({ beside: of.view.names[said.staffId] ?? '', ...why(said, of) }),
};
